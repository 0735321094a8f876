"""What bars a draft on its road, for its page: what is in the way, what may be, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.law.library import article_of
from majlis.render.page import BAD, FAINT, GOOD, OPEN, Page, Part
from majlis.render.words import cited, listed

if TYPE_CHECKING:
    from collections.abc import Collection

    from majlis.questions.compare.bars import Bar

_INDENT, _HANG = 3, 2


def bars_part(page: Page, bars: tuple[Bar, ...]) -> None:
    """What is in the way, what may be by its subject, what is not, and what stands without protection itself."""
    for bar in bars:
        if bar.articles:
            _bar(page, bar)
        elif bar.by_subject:
            _by_subject(page, bar)
    if free := [cited(bar.provision) for bar in bars if not (bar.articles or bar.by_subject)]:
        one = "bars" if len(free) == 1 else "bar"
        said = f": {listed(free)}, which {one} other articles only."
        page.line(Part("Not in its way", GOOD), said, indent=_INDENT, hang=_HANG)
    if bare := [bar for bar in bars if bar.itself]:
        stand = f"{listed(cited(bar.provision) for bar in bare)} stand{'s' if len(bare) == 1 else ''} there"
        articles = dict.fromkeys(article_of(cited(bar.provision)) for bar in bare)
        said = f": it touches {_articles(articles)}, and nothing bars that, though {stand}."
        page.line(Part("Not protected itself", OPEN), said, indent=_INDENT, hang=_HANG)
        for note in (bar.note for bar in bare if bar.note and not bar.by_subject):
            page.line(Part(note, FAINT), indent=2 * _INDENT, hang=_HANG)


def _articles(names: Collection[str]) -> str:
    return f"Article{'s' if len(names) > 1 else ''} {listed(names)}"


def _by_subject(page: Page, bar: Bar) -> None:
    """A provision that goes by what a draft does, wherever that stands."""
    said = (
        f": it touches none of the articles that {cited(bar.provision)} speaks of; whether in substance "
        f"{bar.by_subject} is for you to judge. {bar.says.rstrip('.')} ({cited(bar.provision)})."
    )
    page.line(Part("Barred or not", OPEN), said, indent=_INDENT, hang=_HANG)
    _left_open(page, bar)


def _bar(page: Page, bar: Bar) -> None:
    """A provision in the way, with what it leaves open."""
    barred = Part(f"Barred if {bar.only_if}", OPEN) if bar.only_if else Part("Barred", BAD)
    why = f", since it touches {_articles(bar.articles)}: {bar.says.rstrip('.')} ({cited(bar.provision)})."
    page.line(barred, why, indent=_INDENT, hang=_HANG)
    _left_open(page, bar)


def _left_open(page: Page, bar: Bar) -> None:
    """What a bar does not say, what is doubtful about it, and the readings under which it is none."""
    for open_ in (bar.note, bar.doubt):
        if open_:
            page.line(Part(open_, FAINT), indent=2 * _INDENT, hang=_HANG)
    for each in bar.unless:
        words = f"Not barred under the reading {each.question}={each.reading}: {each.source.rstrip('.')}."
        page.line(Part(words, FAINT), indent=2 * _INDENT, hang=_HANG)
