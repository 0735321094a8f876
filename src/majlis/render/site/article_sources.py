"""Of an article's page, last: what each norm rests on, and its name for those who use the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.render.site.markdown import bullets, code, folded, heading
from majlis.render.site.words import editions_words, norm_label
from majlis.render.sources import sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from majlis.law.library import Law
    from majlis.questions.explain import Explained
    from majlis.render.site.links import Links


def sources_and_names(norms: Sequence[Explained], its: Law, links: Links) -> Iterator[str]:
    """One block for each norm: texts, paragraph and doubts; then names, file and command."""
    yield heading(2, "Sources and technical names", "sources")
    yield "What each rule rests on, and what it is called in files and commands."
    for each in norms:
        yield folded(norm_label(each.cite), bullets([*_sources(each, its, links), *_names(each)]), "quote")


def _sources(each: Explained, its: Law, links: Links) -> Iterator[str]:
    for state in each.states:
        which = f"In the {editions_words(state.editions)}: " if len(each.states) > 1 else ""
        for line in sources(state, its.constitution.texts):
            yield f"{which}{links.text(line)}"


def _names(each: Explained) -> Iterator[str]:
    """The citation as the program takes it, the kind, the place; conditions and questions as they are written."""
    yield f"Name {code(f'{each.constitution}/{each.cite}')}, kind {code(each.kind)}, in {code(each.where)}."
    yield f"Command {code(f'majlis explain {each.constitution}/{each.cite}')}"
    for condition in dict.fromkeys(state.applies for state in each.states if state.applies):
        yield f"Applies if {code(condition)}"
    for figure in dict.fromkeys(str(each) for state in each.states for each in state.numbers if each.when):
        yield f"Figure {code(figure)}"
    if asked := dict.fromkeys(f"{reading.question}={reading.reading}" for reading in each.readings):
        yield f"Readings {', '.join(map(code, asked))}"
