"""What the commands print."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from majlis.errors import InputError, Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from majlis.render.page import Page

STDOUT = "-"
WIDEST = 78


def show(page: Page) -> None:
    """Print a page: with colours on a terminal, plain elsewhere."""
    from majlis.render.printer import show as printed

    printed(page, sys.stdout)


def chart_width() -> int:
    """The columns that a chart of characters may take here: 78 at most, less where there are fewer."""
    return min(WIDEST, shutil.get_terminal_size().columns - 2)


def show_json(data: Any) -> None:
    """Print plain data as JSON."""
    click.echo(json.dumps(data, indent=2, ensure_ascii=False))


def exists(name: str) -> bool:
    """Is there a file of that name? A name that no file can have names none."""
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False


def refuse_replacing(read: Iterable[str | None], written: Mapping[str, str | None]) -> None:
    """Refuse two outputs in one file, and one in the place of a file that is read. `written` is by option."""
    named = [(name, Path(name).absolute()) for name in read if name is not None and exists(name)]
    named += [(option, Path(file).absolute()) for option, file in written.items() if file not in (None, STDOUT)]
    for place, (option, path) in enumerate(named):
        for other, same in named[:place]:
            if path == same:
                raise click.UsageError(f"{option} would replace what {other} names: choose another file")


def write(file: str, content: str | bytes, option: str) -> None:
    """Write a file that an option names, in place of what was there; `-` prints it.

    Raises InputError where it cannot be written.
    """
    made = content.encode() if isinstance(content, str) else content
    if file == STDOUT:
        click.echo(made, nl=False)
        return
    try:
        Path(file).write_bytes(made)
    except (OSError, ValueError) as error:  # a name with a zero byte is a ValueError
        why = (getattr(error, "strerror", None) or "it is no file").lower()
        what = f"{file or 'an empty name'} cannot be written: {why}"
        raise InputError(what, where=Where(option), remedy="Name a file that can be written there") from None
