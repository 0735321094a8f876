"""The reference page of the command line, made from the help texts: `python -m majlis.cli.reference`."""

from __future__ import annotations

from pathlib import Path

import click

from majlis.cli.group import COMMANDS, majlis

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "cli.md"
_WIDTH = 80
_HEAD = """# Command line reference

Made by `python -m majlis.cli.reference`; a test fails when it is out of date.

Text is printed in colour on a terminal and plain elsewhere; the environment variables `NO_COLOR`,
`FORCE_COLOR` and `COLUMNS` are heeded. JSON goes to standard output, messages about input to standard error.

| exit status | meaning |
|---|---|
| 0 | nobody broke the procedure (a lawful rejection, too); the question is answered |
| 1 | somebody broke the procedure; with `--check`, the verdict is not as expected |
| 2 | the input cannot be used; one message says where, what and what to do |
| 3 | undetermined: the text is silent, or a fact is missing |
| 130 | interrupted |

Of several files, `decide` reports the worst, in the order 2, 1, 3, 0.
"""


def reference() -> str:
    """Make the page: the help of the program and of each command."""
    root = click.Context(majlis, info_name="majlis", terminal_width=_WIDTH, **majlis.context_settings)
    parts = [_HEAD, _section("majlis", majlis.get_help(root))]
    for name in COMMANDS:
        command = majlis.get_command(root, name)
        if command is not None:
            context = click.Context(command, info_name=name, parent=root, terminal_width=_WIDTH)
            parts.append(_section(f"majlis {name}", command.get_help(context)))
    return "\n".join(parts)


def _section(title: str, text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return f"## {title}\n\n```text\n{lines}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
    click.echo(f"{PAGE} is up to date")
