"""Printing a page: with colours on a terminal, as plain text elsewhere."""

from __future__ import annotations

from io import StringIO
from typing import IO

from rich.console import Console
from rich.text import Text

from majlis.errors import printable
from majlis.render.page import BAD, FAINT, GOOD, OPEN, PLAIN, STRONG, Line, Page, Part, Table

STYLES = {PLAIN: "", STRONG: "bold", GOOD: "green", BAD: "bold red", OPEN: "yellow", FAINT: "dim"}
_GAP = 2  # columns between the cells of a table
_LEAST = 24  # columns that the widest cell keeps


class _Printer(Console):
    """A console that leaves a closed pipe to its caller."""

    def on_broken_pipe(self) -> None:
        """Pass the error on: the exit status is not the console's business."""
        raise BrokenPipeError


def show(page: Page, file: IO[str] | None = None, width: int | None = None) -> None:
    """Print a page to a file (standard output by default), wrapped to its width (columns)."""
    console = _Printer(file=file, width=width, highlight=False, markup=False, emoji=False, soft_wrap=True)
    for block in page.blocks:
        if block is None:
            console.print()
        elif isinstance(block, Line):
            _line(console, block)
        else:
            _table(console, block)


def as_text(page: Page, width: int = 80) -> str:
    """A page as plain text, so many columns wide."""
    file = StringIO()
    show(page, file, width)
    return file.getvalue()


def _text(parts: tuple[Part, ...]) -> Text:
    return Text.assemble(*((printable(part.text), STYLES[part.style]) for part in parts))


def _line(console: Console, line: Line) -> None:
    first = " " * line.indent
    further = first + " " * line.hang
    for number, row in enumerate(_wrapped(console, _text(line.parts), line)):
        console.print(Text.assemble(further if number else first, row))


def _wrapped(console: Console, text: Text, line: Line) -> list[Text]:
    """The rows of a paragraph; the first has more room than those that hang."""
    room = max(console.width - line.indent, _LEAST)
    rows = text.wrap(console, room)
    if len(rows) < 2 or not line.hang:
        return [_bare(row) for row in rows]
    head = rows[0]
    rest = text[len(head.plain) :]
    rest = rest[len(rest.plain) - len(rest.plain.lstrip()) :]
    return [_bare(head), *(_bare(row) for row in rest.wrap(console, max(room - line.hang, _LEAST)))]


def _bare(row: Text) -> Text:
    row.rstrip()
    return row


def _table(console: Console, table: Table) -> None:
    """Print columns as wide as they need to be; on a terminal the wide one wraps when there is no room."""
    header = tuple(Part(cell, STRONG) for cell in table.header)
    rows = [header, *table.rows]
    widths = [max(Text(printable(row[place].text)).cell_len for row in rows) for place in range(len(header))]
    others = sum(widths) - widths[table.wide] + _GAP * (len(header) - 1)
    if console.is_terminal:
        widths[table.wide] = min(widths[table.wide], max(console.width - others, _LEAST))
    for row in rows:
        _row(console, row, widths)


def _row(console: Console, row: tuple[Part, ...], widths: list[int]) -> None:
    cells = [_text((part,)).wrap(console, width) for part, width in zip(row, widths, strict=True)]
    for height in range(max(len(cell) for cell in cells)):
        line = Text()
        for cell, width in zip(cells, widths, strict=True):
            piece = cell[height] if height < len(cell) else Text()
            piece.rstrip()
            line.append_text(piece)
            line.append(" " * (width - piece.cell_len + _GAP))
        line.rstrip()
        console.print(line)
