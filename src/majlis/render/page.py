"""A page of text before it is printed: lines with an indent, each of parts that have a style."""

from __future__ import annotations

from dataclasses import dataclass, field

# What a part of a line means; how that looks is the printer's part.
PLAIN, STRONG, GOOD, BAD, OPEN, FAINT = "plain", "strong", "good", "bad", "open", "faint"


@dataclass(frozen=True, slots=True)
class Part:
    """Some words with one meaning."""

    text: str
    style: str = PLAIN


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph; `indent` and `hang` (for its further lines) are columns."""

    parts: tuple[Part, ...]
    indent: int = 0
    hang: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header; `wide` is the number of the column that gives way when space is short."""

    header: tuple[str, ...]
    rows: tuple[tuple[Part, ...], ...]
    wide: int = 0


@dataclass
class Page:
    """Lines, tables and gaps (None), in order."""

    blocks: list[Line | Table | None] = field(default_factory=list)

    def line(self, *parts: Part | str, indent: int = 0, hang: int = 0) -> None:
        """Add a paragraph."""
        made = tuple(part if isinstance(part, Part) else Part(part) for part in parts)
        self.blocks.append(Line(made, indent, hang))

    def gap(self) -> None:
        """Leave a line empty, unless one is empty already or nothing is above it."""
        if self.blocks and self.blocks[-1] is not None:
            self.blocks.append(None)

    def heading(self, text: str) -> None:
        """Begin a part of the page."""
        self.gap()
        self.line(Part(text, STRONG))

    def table(self, header: tuple[str, ...], rows: list[tuple[Part | str, ...]], wide: int = 0) -> None:
        """Add a table."""
        made = tuple(tuple(cell if isinstance(cell, Part) else Part(cell) for cell in row) for row in rows)
        self.blocks.append(Table(header, made, wide))
