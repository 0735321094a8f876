"""Cases from files and from standard input."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from majlis.documents import read, read_text
from majlis.documents.source import MAX_BYTES
from majlis.errors import InputError, Where
from majlis.questions.readings import choose
from majlis.questions.standing import checked_edition, checked_readings
from majlis.scenario.case import Case, bind_case, read_case

if TYPE_CHECKING:
    from collections.abc import Callable

    from majlis.documents import Document
    from majlis.scenario.roll_call import RollCall

STDIN = "-"
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class File:
    """A scenario file with its case."""

    document: Document
    case: Case

    def bound(self, edition: str | None, readings: tuple[str, ...]) -> Case:
        """The case, in an edition if one is named. Raises InputError for an edition or a reading that is none."""
        case = self.case
        if edition is not None:
            checked_edition(case.procedure.law, edition)
            scenario = case.scenario.model_copy(update={"edition": edition})
            case = bind_case(scenario, self.document.where, its=case.procedure)
        checked_readings(case.procedure, readings)
        return case

    def answer(self, ask: Callable[[Case], Answer], edition: str | None, readings: tuple[str, ...]) -> Answer:
        """What is asked of the case, in an edition if one is named. Raises InputError that names the file."""
        case = self.bound(edition, readings)
        try:
            return ask(case)
        except InputError as error:
            raise error.at(self.document.where(())) from None


def open_file(name: str) -> File:
    """The case in a file, or on standard input for `-`. Raises InputError with file, line, key and remedy."""
    document = open_document(name)
    case = read_case(document)
    try:
        choose(case.procedure, case.scenario.readings)
    except InputError as error:
        raise error.at(document.where(("readings",))) from None
    return File(document, case)


def open_document(name: str) -> Document:
    """The document in a file, or on standard input for `-`. Raises InputError."""
    return _stdin() if name == STDIN else read(Path(name))


def open_roll_call(name: str) -> RollCall:
    """The roll call in a file, or on standard input for `-`. Raises InputError with file, line and remedy."""
    from majlis.scenario.roll_call_files import read_roll_call, roll_call_of

    return roll_call_of(_text_of_stdin(), "stdin") if name == STDIN else read_roll_call(name)


def _stdin() -> Document:
    text = _text_of_stdin()
    return read_text(text, "stdin.json" if text.lstrip().startswith("{") else "stdin")


def _text_of_stdin() -> str:
    raw = sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise InputError("is not UTF-8 text", where=Where("stdin", line), remedy="Send plain text in UTF-8") from None
