"""The verdicts on one case under several editions, side by side, and what differs between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.asking import in_words
from majlis.render.page import BAD, FAINT, GOOD, OPEN, STRONG, Page, Part
from majlis.render.words import cited, day, listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from majlis.questions.verdict import Verdict

_STYLES = {"met": GOOD, "breached": BAD, "failed": OPEN, "unknown": OPEN, "pending": OPEN}
FOUND_WORDS = {
    "breached": "broken", "failed": "not reached", "pending": "not yet due", "not_applicable": "does not apply",
}  # fmt: skip
_EXITS = {0: GOOD, 1: BAD, 3: OPEN}
_NONE = "-"
Cell = tuple[str, str]


def side_by_side(verdicts: Mapping[str, Verdict]) -> Page:
    """A column for each edition: the outcome first, then each provision that is not found alike in all."""
    page = Page()
    first = next(iter(verdicts.values()))
    page.line(Part(first.title or first.procedure, STRONG), f" ({first.procedure}), by each edition in turn")
    page.gap()
    rows: list[tuple[Part | str, ...]] = [
        ("outcome", *(outcome(each) for each in verdicts.values())),
        ("status", *(each.status for each in verdicts.values())),
        ("exit", *(Part(str(each.exit), _EXITS.get(each.exit, BAD)) for each in verdicts.values())),
    ]
    differing = {key: cells for key, cells in _found(verdicts).items() if _differ(cells)}
    rows += [(_named(*key), *_row(cells, verdicts)) for key, cells in differing.items()]
    page.table(("", *verdicts), rows)
    page.gap()
    page.line(Part(_colophon(verdicts, differing=bool(differing)), FAINT))
    return page


def outcome(verdict: Verdict) -> str:
    """The outcome of a verdict in words, or what it awaits."""
    return in_words(verdict.outcome or "") or (f"awaits {in_words(verdict.awaits)}" if verdict.awaits else _NONE)


def _found(verdicts: Mapping[str, Verdict]) -> dict[tuple[str, str], dict[str, Cell]]:
    """What each edition says of each provision at each step; editions that say nothing of it are left out."""
    found: dict[tuple[str, str], dict[str, Cell]] = {}
    for edition, verdict in verdicts.items():
        dues = {(each.provision, each.step): each.due for each in verdict.timeline}
        for each in verdict.findings:
            word = FOUND_WORDS.get(each.result, each.result)
            needs = f", {each.required} needed" if each.required is not None else ""
            due = dues.get((each.provision, each.step)) if each.result != "not_applicable" else None
            by = f", due {day(due)}" if due else ""
            found.setdefault((each.provision, each.occurrence), {})[edition] = (f"{word}{needs}{by}", each.result)
    absent = (_NONE, "")
    return {key: {edition: cells.get(edition, absent) for edition in verdicts} for key, cells in found.items()}


def _differ(cells: Mapping[str, Cell]) -> bool:
    """Do editions differ? To have no such provision, and that it does not apply, is the same to a case."""
    return len({cell if cell[1] not in ("", "not_applicable") else "" for cell in cells.values()}) > 1


def _named(provision: str, occurrence: str) -> str:
    step, _, turn = occurrence.partition(".")
    return f"{cited(provision)}, {in_words(step)}{f' {turn}' if turn not in ('', '1') else ''}"


def _row(cells: Mapping[str, Cell], verdicts: Mapping[str, Verdict]) -> list[Part]:
    return [Part(cells[edition][0], _STYLES.get(cells[edition][1], "plain")) for edition in verdicts]


def _colophon(verdicts: Mapping[str, Verdict], *, differing: bool) -> str:
    outcomes = {(each.outcome, each.awaits, each.status, each.exit) for each in verdicts.values()}
    same = "The verdict is the same under all of them" if len(outcomes) == 1 else "The verdict differs between them"
    provisions = "nothing else differs" if not differing else "the provisions that differ are shown"
    return f"{same}; {provisions}. Each column pins one edition ({listed(verdicts)}) for all dates of the case."
