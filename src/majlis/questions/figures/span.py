"""A figure of which only bounds are known: `80..90`, `80..` or `..90`."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import Any

from majlis.errors import InputError

DOTS = ".."
_DIGITS = sys.float_info.dig  # as many as a count may have anywhere else
_NUMBER = re.compile(rf"[0-9]{{1,{_DIGITS}}}")


@dataclass(frozen=True, slots=True)
class Span:
    """The whole numbers from `first` to `last`, both counted in; no `last` where nothing bounds them."""

    first: int = 0
    last: int | None = None

    @property
    def exact(self) -> bool:
        """Is it one number?"""
        return self.first == self.last

    def __str__(self) -> str:
        if self.exact:
            return str(self.first)
        return f"{self.first}{DOTS}{'' if self.last is None else self.last}"


def is_span(raw: Any) -> bool:
    """Is this figure given by its bounds, and not as one number?"""
    return isinstance(raw, Span | tuple | list | range) or (isinstance(raw, str) and DOTS in raw)


def parse_span(raw: Any, name: str) -> Span:
    """The span of a figure: a number, `80..90`, two numbers, or a range.

    `name` is what the figure is called in errors. Raises InputError for one that runs backwards or is no numbers.
    """
    first, last = _ends(raw, name)
    if last is not None and last < first:
        what = f"{name}: {first}{DOTS}{last} runs backwards"
        raise InputError(what, remedy=f"Write {last}{DOTS}{first}")
    return Span(first, last)


def _ends(raw: Any, name: str) -> tuple[int, int | None]:
    if isinstance(raw, Span):
        return raw.first, raw.last
    if isinstance(raw, range):
        return _ends_of_range(raw, name)
    if isinstance(raw, tuple | list) and len(raw) == 2:
        return _number(raw[0], raw, name), _number(raw[1], raw, name)
    if isinstance(raw, str) and DOTS in raw:
        first, last = (each.strip() for each in raw.split(DOTS, 1))
        if not first and not last:
            raise _no_numbers(raw, name)
        return _number(first or 0, raw, name), _number(last, raw, name) if last else None
    number = _number(raw, raw, name)
    return number, number


def _ends_of_range(raw: range, name: str) -> tuple[int, int]:
    if raw.step != 1 or not raw:
        raise InputError(f"{name}: {raw} is no row of numbers", remedy="Count up by ones, as range(80, 91) does")
    return _number(raw.start, raw, name), raw.stop - 1


def _number(end: Any, raw: Any, name: str) -> int:
    text = str(end).strip()
    if isinstance(end, bool) or not isinstance(end, int | str):
        raise _no_numbers(raw, name)
    if _NUMBER.fullmatch(text.removeprefix("-")) and text.startswith("-"):
        raise InputError(f"{name}: {text} is negative", remedy="A count is 0 or more")
    if not _NUMBER.fullmatch(text):
        raise _no_numbers(raw, name)
    return int(text)


def _no_numbers(raw: Any, name: str) -> InputError:
    return InputError(f"{name}: {raw!r} is neither a number nor two", remedy=f"Write for instance 80 or 80{DOTS}90")
