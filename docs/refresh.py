"""Put real output into the docs: each block behind a comment with a command is what the command prints.

Run from the checkout: `python docs/refresh.py`. A test fails when a block is not true any more.
"""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

from click.testing import CliRunner

from majlis.cli import majlis

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", ROOT / "docs" / "how-to" / "see-a-procedure.md")
BLOCK = re.compile(r"<!-- (?P<command>[^\n]+) -->\n```(?P<kind>\w+)\n.*?```", re.DOTALL)


def refreshed(text: str) -> str:
    """The text with every block as it should be."""
    return BLOCK.sub(lambda found: _block(found["command"], found["kind"]), text)


def comparable(text: str) -> str:
    """The text without what may differ from machine to machine: the engine's name, and the digest."""
    return re.sub(r"\b(durable|meaning)\b", "ENGINE", re.sub(r"\b[0-9a-f]{12}\b", "DIGEST", text))


def _block(command: str, kind: str) -> str:
    return f"<!-- {command} -->\n```{kind}\n{_content(command)}```"


def _content(command: str) -> str:
    program, *arguments = shlex.split(command)
    if program == "cat":
        return (ROOT / arguments[0]).read_text(encoding="utf-8")
    if program == "rule":
        return _rule(*arguments)
    shown = CliRunner().invoke(majlis, arguments)
    return f"$ {command}\n{shown.output.rstrip()}\n"


def _rule(cite: str) -> str:
    """One provision as its file has it."""
    path = ROOT / "rules" / "az-1995" / f"{cite.partition('.')[0]}.yaml"
    entries = re.split(r"^(?=  - cite: )", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return next(entry for entry in entries if entry.startswith((f"  - cite: {cite}\n", f'  - cite: "{cite}"\n')))


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(refreshed(page.read_text(encoding="utf-8")), encoding="utf-8")
        sys.stdout.write(f"{page.relative_to(ROOT)} refreshed\n")
