"""Text for files that others read: without the characters that their formats do not allow."""

from __future__ import annotations

from unicodedata import category

_STEERING = frozenset({"Cc", "Cs", "Zl", "Zp"})  # controls, halves of pairs, and other ends of lines


def clean(text: str) -> str:
    r"""The same text with \n as the only end of a line, and a blank for any other character that steers a program."""
    one = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(" " if each != "\n" and category(each) in _STEERING else each for each in one)


def one_line(text: str) -> str:
    """The same text on one line."""
    return clean(text).replace("\n", " ")
