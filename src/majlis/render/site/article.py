"""The page of an article: what it says, what changed, where readers differ, what it leaves open, where it is used."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from majlis.render.site import article_cases, article_sources, article_uses
from majlis.render.site.links import Links, article_label, article_path, article_title, index_path, slug
from majlis.render.site.lists import matters_of
from majlis.render.site.markdown import bullets, escaped, found_first, heading, page, plural, strong, table
from majlis.render.site.words import KINDS, editions_words, facets, names_for, norm_label, ways
from majlis.render.words import listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from majlis.law.library import Law
    from majlis.questions.explain import Explained, Reading
    from majlis.questions.stated import State
    from majlis.render.site.decisions import Decision


@dataclass(frozen=True)
class ArticlePage:
    """What the page of an article is made of."""

    its: Law
    name: str
    norms: tuple[Explained, ...]
    decisions: Sequence[Decision]

    @property
    def links(self) -> Links:
        """The links of this page."""
        return Links(self.its.folder.name, article_path(self.its.folder.name, self.name))


def article_page(found: ArticlePage) -> str:
    """The whole page, as Markdown."""
    links = found.links
    label = article_label(found.its, found.name)
    numbered = label != article_title(found.its, found.name)
    return page(
        (
            found_first(),
            heading(1, f"{'Article ' if numbered else ''}{escaped(label)}"),
            _opening(found, links),
            heading(2, "What it says", "what-it-says"),
            *(_norm(each, found.its, links) for each in found.norms),
            *matters_of(found.its, found.name, links),
            *_changed(found, links),
            *_readings(found, links),
            *article_uses.left_open(found.norms, links),
            *article_uses.used(found.norms, links),
            *article_cases.cases(found.norms, links),
            *article_sources.sources_and_names(found.norms, found.its, links),
        )
    )


def _opening(found: ArticlePage, links: Links) -> str:
    """How much there is on the page, so that a reader sees what to look for."""
    title = links.to(index_path(links.constitution), escaped(found.its.constitution.title))
    dated = [each for each in found.norms if _differs(each, found.its)]
    asked = {reading.question for each in found.norms for reading in each.readings}
    counts = [plural(len(found.norms), "rule") + " of this article " + ("is" if len(found.norms) == 1 else "are")]
    changed = f"{plural(len(dated), 'of them differs', 'of them differ')} from edition to edition" if dated else ""
    changed = changed or f"the same in {'all' if len(found.its.editions) > 1 else 'the'} editions at hand"
    doubted = f"; {plural(len(asked), 'question')} of interpretation" if asked else ""
    return f"{title}. {counts[0]} encoded, in majlis's own words: {changed}{doubted}."


def _differs(each: Explained, its: Law) -> bool:
    """Is a norm not the same in all editions?"""
    return len(each.states) > 1 or each.states[0].editions != its.editions


def _norm(each: Explained, its: Law, links: Links) -> str:
    """A norm as it stands now, or as it last stood."""
    state, names = each.states[-1], names_for(each, links)
    kind = KINDS.get(each.kind, each.kind)
    said = [f"{strong(name)}: {text.rstrip('.')}." for name, text in facets(state, names).items() if text]
    return page(
        (
            heading(3, f"{norm_label(each.cite)}: {kind}", slug(each.cite)),
            links.text(sentence(state.says)),
            bullets([*said, *_standing(each, its)]),
        )
    ).rstrip()


def _standing(each: Explained, its: Law) -> Iterator[str]:
    """In which editions a norm stands, where that is not all of them."""
    first, last = each.states[0].editions[0], each.states[-1].editions[-1]
    if first != its.editions[0]:
        yield f"It stands in the text since the edition of {first}."
    if last != its.editions[-1]:
        yield f"It is no longer in force: the edition of {last} was the last that had it."
    if len(each.states) > 1:
        yield f"It was changed: [compare the editions](#changed-{slug(each.cite)})."
    if each.readings:
        yield "[Readers differ](#where-readers-differ) on it."


def _changed(found: ArticlePage, links: Links) -> Iterator[str]:
    dated = [each for each in found.norms if _differs(each, found.its)]
    if len(found.its.editions) < 2:
        return
    yield heading(2, "What changed", "what-changed")
    if not dated:
        yield f"Nothing that is encoded here: all rules are the same in the {editions_words(found.its.editions)}."
    for each in (norm for norm in dated if len(norm.states) > 1):
        yield heading(3, norm_label(each.cite), f"changed-{slug(each.cite)}")
        yield _side_by_side(each, found.its, links)
    yield bullets(_came_and_went([norm for norm in dated if len(norm.states) == 1], found.its, links))
    if same := [each for each in found.norms if each not in dated]:
        cites = listed(links.provision(each.cite) for each in same)
        yield f"The same in the {editions_words(found.its.editions)}: {cites}." if dated else ""


def _came_and_went(norms: Sequence[Explained], its: Law, links: Links) -> Iterator[str]:
    """The norms that some editions have and others have not, by what these editions are."""
    having: dict[tuple[str, ...], list[str]] = {}
    for each in norms:
        having.setdefault(each.states[0].editions, []).append(each.cite)
    for editions, cites in having.items():
        rest = [edition for edition in its.editions if edition not in editions]
        where = f"Only in the {editions_words(editions)}, not in the {editions_words(rest)}"
        yield f"{where}: {listed(links.provisions(cites))}."


def _side_by_side(each: Explained, its: Law, links: Links) -> str:
    """The states of a norm as columns; a column of its own for editions that have it not."""
    columns, names = _columns(each, its), names_for(each, links)
    parts = [facets(state, names) if state else {} for _, state in columns]
    rows = [["It says", *(links.text(sentence(s.says)) if s else "Not in the text." for _, s in columns)]]
    for facet in dict.fromkeys(facet for part in parts for facet in part):
        cells = [part.get(facet, "") for part in parts]
        rows += [[facet, *cells]] if any(cells) else []
    texts = [_texts(state, its) if state else "" for _, state in columns]
    rows += [["Known from", *texts]] if any(texts) else []
    if _unseen([state for _, state in columns if state]):
        rows.append(["Changed", *(links.text("; ".join(s.changes)) if s else "" for _, s in columns)])
    return table(["", *(escaped(listed(names)) for names, _ in columns)], rows)


def _columns(each: Explained, its: Law) -> list[tuple[list[str], State | None]]:
    """The states in order of the editions, with a gap where there is none."""
    found: list[tuple[list[str], State | None]] = []
    for edition in its.editions:
        state = next((one for one in each.states if edition in one.editions), None)
        if found and found[-1][1] is state:
            found[-1][0].append(edition)
        else:
            found.append(([edition], state))
    return found


def _unseen(states: list[State]) -> bool:
    """Do two states that follow one another look alike, although something changed?"""
    return any(
        (one.says, one.numbers, one.actors, one.applies, one.not_known)
        == (other.says, other.numbers, other.actors, other.applies, other.not_known)
        for one, other in pairwise(states)
    )


def _texts(state: State, its: Law) -> str:
    names = dict.fromkeys(name for ground in state.grounds for name in ground.texts)
    doubt = " Its wording is doubted." if any(ground.doubt for ground in state.grounds) else ""
    return escaped(f"{sentence(listed(its.constitution.texts[name].title for name in names))}{doubt}") if names else ""


def _readings(found: ArticlePage, links: Links) -> Iterator[str]:
    raised: dict[str, list[tuple[Explained, Reading]]] = {}
    for each in found.norms:
        for reading in each.readings:
            raised.setdefault(reading.question, []).append((each, reading))
    about = [each for each in found.decisions if each.names_article(links.constitution, found.name)]
    if raised or about:
        yield heading(2, "Where readers differ", "where-readers-differ")
    for question, stated in raised.items():
        yield from _question(question, stated, links)
    if about:
        pages = listed(links.to(each.path, escaped(each.title)) for each in about)
        yield f"Discussed, with the evidence for each reading, in the decisions: {pages}."


def _question(question: str, stated: list[tuple[Explained, Reading]], links: Links) -> Iterator[str]:
    """A question of interpretation, with its readings; each source with the norm where there are several."""
    asks = stated[0][1].asks
    cites = dict.fromkeys(each.cite for each, _ in stated)
    yield f"{strong(links.question(question, escaped(asks)))} (on {listed(links.provisions(cites))})"
    lines: dict[tuple[str, bool], list[str]] = {}
    for _, reading in stated:
        said = lines.setdefault((reading.reading, reading.default), [])
        if reading.source and links.text(sentence(reading.source)) not in said:
            said.append(links.text(sentence(reading.source)))
    yield bullets(
        f"{strong(ways(name))}{', taken unless another is asked for' if default else ''}"
        f"{': ' if said else '.'}{' '.join(said)}"
        for (name, default), said in sorted(lines.items(), key=lambda each: not each[0][1])
    )
