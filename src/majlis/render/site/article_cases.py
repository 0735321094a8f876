"""Of an article's page: the cases that exercise its norms, those that say most about a norm first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.cases import exercising
from majlis.render.site.markdown import bullets, escaped, folded, heading, plural, strong
from majlis.render.site.words import KINDS, RESULTS, found_words, norm_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from majlis.questions.cases import JudgedCase
    from majlis.questions.explain import Explained
    from majlis.render.site.links import Links

_SHOWN = 3  # cases of one kind that are seen at once


def cases(norms: Sequence[Explained], links: Links) -> Iterator[str]:
    """For each norm the cases in which it was kept, broken or not reached."""
    found = {each.cite: _by_result(each) for each in norms}
    if not any(found.values()):
        return
    yield heading(2, "Cases", "cases")
    yield "Worked examples, each with the dated acts and the verdict. Real events name their source."
    for each in norms:
        if not found[each.cite]:
            continue
        yield f"{links.provision(each.cite, strong(norm_label(each.cite)))}: {KINDS.get(each.kind, each.kind)}"
        for result, several in found[each.cite].items():
            yield from _group(found_words(result, each.kind), several, links)


def _by_result(each: Explained) -> dict[str, list[JudgedCase]]:
    name = f"{each.constitution}/{each.cite}"
    found = exercising().get(name, {})
    ordered = {result: found[result] for result in RESULTS if result in found}
    return {result: sorted(several, key=lambda case: _telling(case, name)) for result, several in ordered.items()}


def _telling(case: JudgedCase, name: str) -> tuple[bool, int, str]:
    """How little a case says about a norm: does its author not expect something of it, and how far off was it?"""
    expect = case.scenario.expect
    cite = name.partition("/")[2]
    named = expect is not None and (
        any(each.partition("@")[0] == cite for each in expect.findings) or cite in (expect.breached or ())
    )
    margins = [abs(each.margin) for each in case.findings if each.provision == name and each.margin is not None]
    return not named, min(margins, default=10**6), case.file


def _group(label: str, several: list[JudgedCase], links: Links) -> Iterator[str]:
    yield bullets(f"{label}: {_case(each, links)}" for each in several[:_SHOWN])
    if more := several[_SHOWN:]:
        yield folded(
            f"{label}: {plural(len(more), 'more case')}", bullets(_case(each, links) for each in more), "example"
        )


def _case(each: JudgedCase, links: Links) -> str:
    return links.case(each.file, each.scenario.procedure, escaped(each.scenario.title or each.file))
