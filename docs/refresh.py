"""Put real output into the docs: each block behind a comment with a command is what the command prints.

Besides commands of majlis there are `cat FILE` (a file of the checkout, or parts of one), `rule CITE` (a provision as
its file has it) and `write FILE`: the block stays as it is, and the commands below it on the page find such a file.
`COMMAND | HEAD` shows of the output what begins with HEAD, and the indented lines under it; `COMMAND || HEAD` all up to
the next empty line. A picture that a command draws
(`--svg FILE`) is put beside the page, for the page to show; other files that it writes are not kept. A table behind
the comment `conventions` has the rules of counting.

Run from the checkout: `python docs/refresh.py`. A test fails when a block, a table or a picture is not true any more.
"""

from __future__ import annotations

import os
import re
import shlex
import sys
import tempfile
from contextlib import chdir
from itertools import takewhile
from pathlib import Path

from click.testing import CliRunner

from majlis.calendar import convention
from majlis.calendar.convention import Convention, CountingRule
from majlis.cli import majlis

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"<!-- (?P<command>[^\n]+) -->\n```(?P<kind>[^\n]+)\n(?P<body>.*?)```", re.DOTALL)
TABLE = re.compile(r"<!-- conventions -->\n(?:\|[^\n]*\n)+")
WRITTEN = (".csv", ".ics", ".svg")  # what commands write goes into a folder of its own


def pages() -> list[Path]:
    """README and the pages of docs/ that show output."""
    known = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [page for page in known if BLOCK.search(page.read_text(encoding="utf-8"))]


def refreshed(text: str) -> tuple[str, dict[str, str]]:
    """The text with every block as it should be, and the pictures that its commands draw, by the names of their files.

    Its files stand in a folder that is gone afterwards.
    """
    with tempfile.TemporaryDirectory() as folder:
        made = BLOCK.sub(lambda found: _block(found, Path(folder)), text)
        drawn = {picture.name: picture.read_text(encoding="utf-8") for picture in Path(folder).glob("*.svg")}
    return TABLE.sub(lambda _: _conventions(), made), drawn


def comparable(text: str) -> str:
    """The text without what may differ from machine to machine: the engine's name, and the digest."""
    return re.sub(r"\b(durable|meaning)\b", "ENGINE", re.sub(r"\b[0-9a-f]{12}\b", "DIGEST", text))


def _block(found: re.Match[str], folder: Path) -> str:
    command = found["command"]
    return f"<!-- {command} -->\n```{found['kind']}\n{_content(command, found['body'], folder)}```"


def _content(command: str, body: str, folder: Path) -> str:
    command, *heads = re.split(r" (?=\|\|? )", command)
    program, *arguments = shlex.split(command)
    if program == "write":
        (folder / arguments[0]).write_text(body, encoding="utf-8")
        return body
    if program == "cat":
        whole = (ROOT / arguments[0]).read_text(encoding="utf-8")
        return f"{_parts(whole, heads)}\n" if heads else whole
    if program == "rule":
        return _rule(*arguments)
    written = [each for each in arguments if each.endswith(WRITTEN) and not (ROOT / each).is_file()]
    placed = [str(folder / each) if each in written else each for each in arguments]
    with chdir(folder if any((folder / each).is_file() for each in arguments) else ROOT):
        shown = CliRunner().invoke(majlis, placed)
    output = shown.output.rstrip().replace(f"{folder}{os.sep}", "")
    return f"$ {command}\n{_parts(output, heads) if heads else output}\n"


def _parts(output: str, heads: list[str]) -> str:
    """What of some output begins with each head, with the indented lines under it; ValueError where nothing does."""
    lines, told = output.splitlines(), ["..."]
    for each in heads:
        sign, head = each.split(" ", 1)
        first = next((place for place, line in enumerate(lines) if line.startswith(head)), None)
        if first is None:
            raise ValueError(f"nothing begins with {head!r}")
        goes_on = bool if sign == "||" else _is_indented
        told += [lines[first], *takewhile(goes_on, lines[first + 1 :]), "..."]
    return "\n".join(told)


def _is_indented(line: str) -> bool:
    return line.startswith(" ")


def _rule(cite: str) -> str:
    """One provision as its file has it."""
    path = ROOT / "rules" / "az-1995" / f"{cite.partition('.')[0]}.yaml"
    entries = re.split(r"^(?=  - cite: )", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return next(entry for entry in entries if entry.startswith((f"  - cite: {cite}\n", f'  - cite: "{cite}"\n')))


def _conventions() -> str:
    """The rules of counting in the order in which they are stated."""
    rules = [each for each in vars(convention).values() if isinstance(each, Convention | CountingRule)]
    rows = "".join(f"| `{each.name}` | {each.says} |\n" for each in rules)
    return f"<!-- conventions -->\n| name | what it says |\n|---|---|\n{rows}"


if __name__ == "__main__":
    for page in pages():
        text, pictures = refreshed(page.read_text(encoding="utf-8"))
        page.write_text(text, encoding="utf-8")
        for name, picture in pictures.items():
            (page.parent / name).write_text(picture, encoding="utf-8")
        sys.stdout.write(f"{page.relative_to(ROOT)} refreshed\n")
