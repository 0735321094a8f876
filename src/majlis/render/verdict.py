"""A verdict as a page, and several verdicts as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.procedure.library import procedure
from majlis.render.headline import headline
from majlis.render.page import BAD, FAINT, GOOD, OPEN, Page, Part
from majlis.render.side_by_side import outcome
from majlis.render.unsettled import left_open, turning
from majlis.render.why import deadlines, why
from majlis.render.words import day, listed

if TYPE_CHECKING:
    from majlis.questions.verdict import Verdict

_SHORT = 12  # characters of a digest that tell two verdicts apart for a reader
_EXIT_STYLE = {0: GOOD, 1: BAD, 2: BAD, 3: OPEN}


def verdict_page(verdict: Verdict, *, verbose: bool = False) -> Page:
    """The verdict first, then what it depends on, then why, then what is open."""
    its = procedure(verdict.procedure)
    page = Page()
    headline(page, verdict, its)
    turning(page, verdict, its)
    why(page, verdict, verbose=verbose)
    deadlines(page, verdict)
    left_open(page, verdict, its)
    page.gap()
    if verdict.title:
        page.line(Part(f"Case: {verdict.title} ({verdict.procedure}).", FAINT))
    page.line(Part(_colophon(verdict), FAINT))
    return page


def _colophon(verdict: Verdict) -> str:
    chosen = ", ".join(f"{question}={reading}" for question, reading in verdict.chosen.items())
    readings = f", readings {chosen}" if chosen else ""
    several = len(verdict.editions) > 1
    noun = "editions" if several else "edition"
    in_turn = ", each act judged by that of its day, each period by that of the day that starts it" if several else ""
    case = "" if verdict.title else f"{verdict.procedure}; "
    law = f"{noun} {listed(verdict.editions)}{in_turn}{readings}"
    digest = verdict.digest[:_SHORT]
    return f"{case}As of {day(verdict.as_of)}; {law}; engine {verdict.engine}; digest {digest}."


@dataclass(frozen=True, slots=True)
class Row:
    """One case in a table: what it is called, its verdict or the error that stands for it."""

    name: str
    verdict: Verdict | None
    status: int


def table_page(rows: list[Row]) -> Page:
    """The verdicts on several cases."""
    page = Page()
    page.table(("file", "outcome", "status", "breaches", "exit"), [_row(each) for each in rows])
    return page


def _row(row: Row) -> tuple[Part | str, ...]:
    exits = Part(str(row.status), _EXIT_STYLE.get(row.status, ""))
    if row.verdict is None:
        return row.name, "", Part("input error", BAD), "", exits
    verdict = row.verdict
    breaches = sum(each.result == "breached" for each in verdict.findings)
    return row.name, outcome(verdict), verdict.status, str(breaches or ""), exits
