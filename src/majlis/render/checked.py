"""The answer of `majlis check` as a page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from majlis.law.coverage import SECTIONS
from majlis.questions.check import ENCODED, LEFT_OUT, MISSING
from majlis.render.page import BAD, FAINT, GOOD, STRONG, Page, Part
from majlis.render.words import listed, number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from majlis.questions.check import Checked, Covered

REASONS = {
    "declaratory": "declaratory: it states a principle",
    "statute": "left to statute",
    "not_procedural": "not procedural: nothing is decided by it",
    "no_text": "no text to encode",
}
_INDENT = 2


def _editions(each: Covered) -> Iterable[str]:
    return (f"{each.constitution} {edition}" for edition in each.editions)


BY: dict[str, Callable[[Covered], Iterable[str]]] = {
    "kind": lambda each: (each.kind,),
    "article": lambda each: (f"{each.constitution}/{each.article.partition('.')[0]}",),
    "edition": _editions,
}
"""What the clauses may be counted by."""


def checked_page(found: Checked, by: Iterable[str], *, left_out: bool, gaps: bool) -> Page:
    """The counts, then what was asked for beside them, then the faults."""
    page = Page()
    _summary(page, found)
    for each in by if found.clauses else ():
        _counts(page, found.clauses, each)
    _reasons(page, found)
    if left_out:
        _left_out(page, found)
    if gaps:
        _gaps(page, found)
    _faults(page, found)
    return page


def _summary(page: Page, found: Checked) -> None:
    if found.covered:
        _covered(page, found)
    else:
        page.line("No survey of the text (catalogue.yaml, coverage.yaml), so that its coverage is not checked.")
    page.line(
        f"{number(found.procedures)} procedures of {listed(found.constitutions)} rest on "
        f"{number(found.provisions)} provisions, and {number(found.scenarios)} scenarios try them."
    )


def _covered(page: Page, found: Checked) -> None:
    here = len(found.clauses) - found.count(MISSING)
    page.line(
        Part(f"{number(here)} of {number(len(found.clauses))} clauses are accounted for", STRONG),
        f": {number(found.count(ENCODED))} encoded, {number(found.count(LEFT_OUT))} left out.",
    )
    beside = [each for section in SECTIONS[1:] if (each := _of(found, section))]
    if beside:
        page.line(f"Beside them: {listed(beside)}.")


def _of(found: Checked, section: str) -> str:
    every = [each for each in found.covered if each.section == section]
    here = sum(each.fate != MISSING for each in every)
    return f"{number(here)} of {number(len(every))} {section}" if every else ""


def _counts(page: Page, clauses: tuple[Covered, ...], by: str) -> None:
    fates: dict[str, Counter[str]] = {}
    for each in clauses:
        for name in BY[by](each):
            fates.setdefault(name, Counter())[each.fate] += 1
    page.heading(f"By {by}")
    rows = [_row(name, counts) for name, counts in fates.items()]
    page.table((by, "clauses", ENCODED, LEFT_OUT, MISSING), rows)


def _row(name: str, counts: Counter[str]) -> tuple[Part | str, ...]:
    figures = (str(counts[fate]) for fate in (ENCODED, LEFT_OUT, MISSING))
    return (name, str(counts.total()), *figures)


def _reasons(page: Page, found: Checked) -> None:
    reasons = Counter(each.reason for each in found.clauses if each.fate == LEFT_OUT)
    if reasons:
        page.heading("Why clauses are left out")
        page.table(("reason", "clauses"), [(REASONS[name], str(count)) for name, count in reasons.most_common()])


def _left_out(page: Page, found: Checked) -> None:
    page.heading("What is left out")
    for each in found.covered:
        if each.fate == LEFT_OUT:
            where = f" ({each.article})" if each.article else ""
            page.line(Part(f"{each.name}{where}", STRONG), f"  {each.says}", hang=_INDENT)
            page.line(Part(f"Left out, {REASONS[each.reason]}. {each.because}", FAINT), indent=_INDENT, hang=_INDENT)


def _gaps(page: Page, found: Checked) -> None:
    page.heading("Gaps of the text, and where they lie open")
    for each in found.covered:
        if each.section == "gaps" and each.fate != MISSING:
            page.line(Part(f"{each.name}, {each.kind}", STRONG), f"  {each.says}", hang=_INDENT)
            page.line(Part(_open(each), FAINT), indent=_INDENT, hang=_INDENT)


def _open(each: Covered) -> str:
    parts = [f"silent at {listed(each.silences)}"] if each.silences else []
    parts += [f"readings of {listed(each.readings)}"] if each.readings else []
    parts += [each.because] if each.because else []
    text = "; ".join(parts) or "noted at its provision"
    return text[0].upper() + text[1:].rstrip(".") + "."


def _faults(page: Page, found: Checked) -> None:
    page.gap()
    if not found.faults:
        page.line(Part("No fault found.", GOOD), " Every provision is used by a procedure and tried by a scenario.")
        return
    page.line(Part(f"{number(len(found.faults))} fault{'s' * (len(found.faults) != 1)}", BAD))
    for each in found.faults:
        page.line(str(each), indent=_INDENT, hang=_INDENT)
