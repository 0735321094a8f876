"""JSON as a sequence of steps, with lines, which the standard library's parser does not give.

JSON is nearly YAML, but not quite: tabs may indent it, and a character beyond U+FFFF may be written
as two escapes. So JSON files are read by JSON's own grammar.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from majlis.documents.document import one_line
from majlis.documents.events import Event, Kind
from majlis.errors import InputError, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE = re.compile(
    r"""[ \t\n]*(?:
      (?P<string>"[^"\\\n]*(?:\\.[^"\\\n]*)*")
    | (?P<scalar>(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![\w.+-]))
    | (?P<mark>[\[\]{},:])
    | (?P<end>\Z)
    | (?P<unknown>.)
    )""",
    re.VERBOSE,
)

# What is expected next, in words for the message.
_VALUE = "a value"
_FIRST_ITEM = "a value or ]"
_KEY = "a key in double quotes"
_FIRST_KEY = "a key in double quotes or }"
_COLON = "a colon"
_AFTER_VALUE = {"{": "a comma or }", "[": "a comma or ]", "": "the end of the file"}

_ADMITTED = {
    "string": {_VALUE, _FIRST_ITEM, _KEY, _FIRST_KEY},
    "scalar": {_VALUE, _FIRST_ITEM},
    "{": {_VALUE, _FIRST_ITEM},
    "[": {_VALUE, _FIRST_ITEM},
    "}": {_FIRST_KEY, _AFTER_VALUE["{"]},
    "]": {_FIRST_ITEM, _AFTER_VALUE["["]},
    ":": {_COLON},
    ",": {_AFTER_VALUE["{"], _AFTER_VALUE["["]},
    "end": {_AFTER_VALUE[""]},
}
_KINDS = {
    "{": Kind.MAPPING,
    "[": Kind.LIST,
    "}": Kind.END,
    "]": Kind.END,
    "string": Kind.TEXT,
    "scalar": Kind.TEXT,
}


def json_events(text: str, name: str) -> Iterator[Event]:
    """Return the steps of a JSON text; a number, true or false is text as it is written, null is no value.

    InputError for anything that is not JSON.
    """
    grammar = _Grammar()
    for sign, written, line in _pieces(text.replace("\r\n", "\n").replace("\r", "\n"), name):
        if grammar.expected not in _ADMITTED[sign]:
            found = one_line(written) or "the end of the file"
            raise _not_json(f"expected {grammar.expected}, found {found}", Where(name, line))
        grammar.take(sign)
        if kind := _KINDS.get(sign):
            yield Event(kind, line, _value(written, Where(name, line)) if kind is Kind.TEXT else None)


def _pieces(text: str, name: str) -> Iterator[tuple[str, str, int]]:
    """Return the pieces of the text: a bracket, comma or colon, or what else it is; as written; its line."""
    line = 1
    for found in _PIECE.finditer(text):
        kind = str(found.lastgroup)
        line += text.count("\n", found.start(), found.end())  # all before the piece: none holds a line break
        if kind == "unknown":
            rest = text[found.start(kind) : found.end() + 100]
            raise _not_json(f"nothing in JSON is written like {one_line(rest)}", Where(name, line))
        yield found[kind] if kind == "mark" else kind, found[kind], line
        if kind == "end":
            return


class _Grammar:
    """What is expected next. A list of open brackets instead of recursion: depth costs nothing."""

    def __init__(self) -> None:
        self.expected = _VALUE
        self._open: list[str] = []

    def take(self, sign: str) -> None:
        """Go on after an admitted piece."""
        if sign in {"{", "["}:
            self._open.append(sign)
            self.expected = _FIRST_KEY if sign == "{" else _FIRST_ITEM
        elif sign == ":":
            self.expected = _VALUE
        elif sign == ",":
            self.expected = _KEY if self._open[-1] == "{" else _VALUE
        elif self.expected in {_KEY, _FIRST_KEY} and sign == "string":
            self.expected = _COLON
        else:
            self._take_end_of_value(sign)

    def _take_end_of_value(self, sign: str) -> None:
        if sign in {"}", "]"}:
            self._open.pop()
        self.expected = _AFTER_VALUE[self._open[-1] if self._open else ""]


def _value(written: str, where: Where) -> str | None:
    if not written.startswith('"'):
        return None if written == "null" else written
    try:
        return str(json.loads(written))
    except json.JSONDecodeError as error:
        raise _not_json(f"{one_line(written)}: {error.msg}", where) from None


def _not_json(problem: str, where: Where) -> InputError:
    remedy = "Check the commas, brackets and double quotes there"
    return InputError(f"is not valid JSON: {problem}", where=where, remedy=remedy)
