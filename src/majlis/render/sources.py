"""What a provision rests on, in sentences: the texts, the paragraph, and whether the wording is doubted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.render.words import listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from majlis.law.constitution import Text
    from majlis.questions.grounds import Ground
    from majlis.questions.stated import State


def sources(state: State, texts: Mapping[str, Text]) -> Iterator[str]:
    """Name the texts and the paragraph, what there is to say about them, and whether the wording is doubted."""
    said = ""
    for ground in state.grounds:
        parts = [_stated(ground, [texts[name] for name in ground.texts], known=not state.not_known)]
        parts += [sentence(ground.source) if ground.source != said else "", _doubt(ground, state)]
        said = ground.source
        if any(parts):
            when = f" in {listed(ground.editions)}" if len(state.grounds) > 1 else ""
            yield f"Source{when}: {' '.join(filter(None, parts))}"


def _doubt(ground: Ground, state: State) -> str:
    if ground.doubt:
        return f"The wording is doubted: {sentence(ground.doubt)}"
    return "The wording is not doubted." if ground.texts and not state.not_known else ""


def _stated(ground: Ground, texts: list[Text], *, known: bool) -> str:
    """Say where it is stated; where the wording is not known, where the little that is known comes from."""
    having = [text.title for text in texts if text.wording]
    telling = [text.title for text in texts if not text.wording]
    where = f"Article {ground.paragraph}" if ground.paragraph.isdigit() else ground.paragraph
    told = f"nown from {listed(telling)}." if telling else ""
    if not having:
        return f"K{told}" if told else ""
    stated = f"{'Stated in' if known else 'What is known of it comes from'} {where} of {_titles(having)}."
    return f"{stated} Also k{told}" if told else stated


def _titles(titles: list[str]) -> str:
    """Join titles; those that differ in their last word only are named together: the texts of 1900 and 1950."""
    together: dict[str, list[str]] = {}
    for title in titles:
        head, _, last = title.rpartition(" ")
        together.setdefault(head, []).append(last)
    plural = {head: head.replace(" text ", " texts ") if last[1:] else head for head, last in together.items()}
    return listed(f"of {plural[head]} {listed(last)}" for head, last in together.items()).removeprefix("of ")
