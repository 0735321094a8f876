"""Cases from files and from standard input."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from majlis.documents import read, read_text
from majlis.documents.source import MAX_BYTES
from majlis.errors import InputError, Where
from majlis.questions.readings import choose
from majlis.questions.standing import checked_edition
from majlis.scenario.case import Case, bind_case, read_case

if TYPE_CHECKING:
    from majlis.documents import Document
    from majlis.questions.decide import Decider
    from majlis.questions.verdict import Verdict

STDIN = "-"


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
            case = bind_case(case.scenario.model_copy(update={"edition": edition}), self.document.where)
        try:
            choose(case.procedure, readings)
        except InputError as error:
            raise error.at(Where("--readings")) from None
        return case

    def decided(self, decider: Decider, edition: str | None, readings: tuple[str, ...]) -> Verdict:
        """The verdict on the case, in an edition if one is named. Raises InputError that names the file."""
        case = self.bound(edition, readings)
        try:
            return decider.decide(case, readings)
        except InputError as error:
            raise error.at(self.document.where(())) from None


def open_file(name: str) -> File:
    """The case in a file, or on standard input for `-`. Raises InputError with file, line, key and remedy."""
    document = _stdin() if name == STDIN else read(Path(name))
    case = read_case(document)
    try:
        choose(case.procedure, case.scenario.readings)
    except InputError as error:
        raise error.at(document.where(("readings",))) from None
    return File(document, case)


def _stdin() -> Document:
    raw = sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise InputError("is not UTF-8 text", where=Where("stdin", line), remedy="Send plain text in UTF-8") from None
    return read_text(text, "stdin.json" if text.lstrip().startswith("{") else "stdin")
