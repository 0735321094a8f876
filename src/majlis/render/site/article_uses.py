"""Of an article's page: the steps at which procedures use it, and what the text leaves open there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.asking import in_words
from majlis.render.site.markdown import bullets, escaped, heading, strong
from majlis.render.words import listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from majlis.questions.explain import Explained
    from majlis.render.site.links import Links


def left_open(norms: Sequence[Explained], links: Links) -> Iterator[str]:
    """What the text does not say: what the norms note themselves, and the silences of the steps that they rule."""
    notes: dict[str, list[str]] = {}
    silent: dict[str, dict[str, str]] = {}
    for each in norms:
        for state in each.states:
            for text in filter(None, (state.note,)):
                notes.setdefault(text, []).append(each.cite)
        for use in each.uses:
            for text in use.silences:
                silent.setdefault(text, {})[use.procedure] = use.step
    if not notes and not silent:
        return
    yield heading(2, "What it leaves open", "what-it-leaves-open")
    yield bullets(
        f"{links.text(sentence(text))} ({listed(links.provisions(dict.fromkeys(cites)))})"
        for text, cites in notes.items()
    )
    if silent:
        yield "At the steps that this article rules, the text is silent on more:"
        yield bullets(f"{links.text(sentence(text))} ({_places(of, links)})" for text, of in silent.items())


def _places(of: dict[str, str], links: Links) -> str:
    return listed(links.procedure(name, step=step) for name, step in of.items())


def used(norms: Sequence[Explained], links: Links) -> Iterator[str]:
    """The procedures that use the norms, with the steps."""
    found: dict[str, dict[tuple[str, str], list[str]]] = {}
    for each in norms:
        for use in each.uses:
            found.setdefault(use.procedure, {}).setdefault((use.step, use.how), []).append(each.cite)
    yield heading(2, "Where it is used", "where-it-is-used")
    yield bullets(f"{strong(links.procedure(name))}: {_steps(name, steps, links)}." for name, steps in found.items())
    if unused := [each.cite for each in norms if not each.uses]:
        verb = "is" if len(unused) == 1 else "are"
        yield f"No procedure asks for {listed(links.provisions(unused))}: {verb} said here for the reader."


def _steps(name: str, steps: dict[tuple[str, str], list[str]], links: Links) -> str:
    return "; ".join(
        f"{listed(links.provisions(cites))} {_verb(how, len(cites))} the "
        f"{links.procedure(name, escaped(in_words(step)), step)}"
        for (step, how), cites in steps.items()
    )


def _verb(how: str, count: int) -> str:
    """What a norm does at a step; several do it."""
    first, _, rest = how.partition(" ")
    return f"{first.removesuffix('s') if count > 1 else first} {rest}".strip()
