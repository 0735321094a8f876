"""The gaps of a text as a page: the gravest first, each with what it touches and the shortest case."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from majlis.questions.asking import in_words
from majlis.render.page import FAINT, STRONG, Page, Part
from majlis.render.words import left_to as left_to_law
from majlis.render.words import listed, number, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from majlis.questions.gaps.gap import Gap, Gaps

HEADINGS = {
    "high": "Gaps of high severity",
    "medium": "Gaps of medium severity",
    "low": "Gaps of low severity",
    "": "Gaps that the survey of the text does not rate",
}
_INDENT = 2
_MOST_PLACES = 6


def gaps_page(found: Gaps, saved: Mapping[int, str]) -> Page:
    """The gaps by severity; `saved` has the file of the case of each gap, by its place, where one was written."""
    page = Page()
    _summary(page, found)
    _table(page, found)
    for severity, heading in HEADINGS.items():
        here = [(place, gap) for place, gap in enumerate(found.gaps) if gap.severity == severity]
        if here:
            page.heading(f"{heading} ({number(len(here))})")
        for place, gap in here:
            _gap(page, gap, saved.get(place, ""))
    return page


def _summary(page: Page, found: Gaps) -> None:
    gaps = found.gaps
    by_analysis = sum(bool(each.analyses) for each in gaps)
    both = sum(bool(each.analyses) and each.declared for each in gaps)
    shown = sum(each.scenario is not None and not each.analyses for each in gaps)
    page.line(
        Part(f"{number(len(gaps))} gaps in {number(found.procedures)} procedures", STRONG),
        f": {number(by_analysis)} found by analysis ({number(both)} of these are declared as well), "
        f"{number(shown)} declared with a case that falls into them, "
        f"{number(len(gaps) - by_analysis - shown)} only declared.",
    )


def _table(page: Page, found: Gaps) -> None:
    """How many gaps of each kind there are of each severity."""
    counts: Counter[tuple[str, str]] = Counter((gap.kind, gap.severity) for gap in found.gaps)
    severities = [each for each in HEADINGS if any(grave == each for _, grave in counts)]
    kinds = Counter(gap.kind for gap in found.gaps)
    if found.gaps:
        head = ("kind", *(each or "not rated" for each in severities))
        rows = [(kind, *(number(counts[kind, each]) for each in severities)) for kind, _ in kinds.most_common()]
        page.table(head, list(rows))


def _gap(page: Page, gap: Gap, file: str) -> None:
    named = f"{', '.join(gap.catalogued)}, " if gap.catalogued else ""
    page.line(Part(f"{named}{gap.kind}", STRONG), f"  {gap.says} {left_to_law(gap.left_to)}".rstrip(), hang=_INDENT)
    for text in (_about(gap), _case(gap, file), origin(gap)):
        if text:
            page.line(Part(sentence(text), FAINT), indent=_INDENT, hang=_INDENT)


def _about(gap: Gap) -> str:
    """What it touches: provisions, steps, editions and readings."""
    return "; ".join(_parts(gap))


def _parts(gap: Gap) -> Iterator[str]:
    if gap.provisions:
        yield f"touches {listed(gap.provisions)}"
    if gap.places:
        further = len(gap.places) - _MOST_PLACES
        more = [f"{number(further)} more"] if further > 0 else []
        yield f"at {listed([*gap.places[:_MOST_PLACES], *more])}"
    if gap.readings:
        yield f"{'against' if gap.kind == 'ambiguity' else 'under'} the reading {listed(gap.readings)}"
    yield f"editions {', '.join(gap.editions)}"


def _case(gap: Gap, file: str) -> str:
    if gap.scenario is None:
        return ""
    return f"shortest case: {file or in_short(gap.scenario)}"


def in_short(scenario: Mapping[str, Any]) -> str:
    """A scenario in one line: its acts with their days, then the facts that it gives and the day of judgement."""
    acts = [f"{in_words(str(act['act']))} on {act['date']}" for act in scenario["acts"]]
    given = [f"{in_words(name)}: {_value(value)}" for name, value in scenario["given"].items()]
    facts = f" ({', '.join(given)})" if given else ""
    return f"{', '.join(acts) or 'no act'}{facts}, judged on {scenario['as_of']}"


def _value(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def origin(gap: Gap) -> str:
    """Whether analysis found a gap, or only a file declares it."""
    if gap.kind == "ambiguity" and gap.analyses:
        return "readings that the files declare; analysis found a case that they decide in two ways"
    if gap.analyses and gap.declared:
        return f"found by analysis ({listed(gap.analyses)}), and declared"
    if gap.analyses:
        return "found by analysis"
    return "declared; a case falls into it" if gap.scenario else "only declared; no case was found that falls into it"
