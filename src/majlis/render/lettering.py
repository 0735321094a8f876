"""Lines of text in pictures, and how wide they are, near enough to break text: as in the widest common font."""

from __future__ import annotations

from dataclasses import dataclass, replace

# Characters by their width in units of the font size, rounded up; what is not named here is as wide as the widest.
_WIDTHS = {
    0.32: " ijlIJ,.'",
    0.41: "/:;|f-()[]t!\\",
    0.5: 'r*_"`',
    0.56: "csz?L",
    0.62: "kFvxyPTYaeo",
    0.66: "0123456789bdghnpquESK",
    0.72: "ABVXCRZ",
    0.8: "UNHDGOQ&",
    0.87: "w#+<=>^~→M",
}
_WIDEST = 1.02
_BOLD = 1.2  # how much wider bold text is, at most
_EMS = {letter: width for width, letters in _WIDTHS.items() for letter in letters}


SIZE, SMALL = 12.0, 11.0
LEADING = 1.3  # the height of a line, in sizes


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: where its baseline is, and from which end it is written."""

    text: str
    x: float
    y: float
    size: float
    bold: bool = False
    anchor: str = "start"

    def moved(self, x: float, y: float) -> Line:
        """The same line elsewhere."""
        return replace(self, x=self.x + x, y=self.y + y)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line of text (in the unit of its size), rather too much than too little."""
    return sum(_EMS.get(letter, _WIDEST) for letter in text) * size * (_BOLD if bold else 1.0)


def wrapped(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """Text in lines that are no wider than the room; a word that is too long is cut."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines += _pieces(word, size, room, bold=bold)
    return lines


def _pieces(word: str, size: float, room: float, *, bold: bool) -> list[str]:
    """A word in pieces that fit."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces
