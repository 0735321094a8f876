"""The first page of a constitution: its editions, procedures, articles, and what stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.procedure.library import procedure
from majlis.questions.mattering import live_steps
from majlis.questions.stated import runs
from majlis.render.site.coverage import covered
from majlis.render.site.links import Links, article_label, cases_path, index_path, list_path
from majlis.render.site.markdown import bullets, escaped, folded, heading, page, plural, table
from majlis.render.words import day, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from majlis.law.edition import Edition
    from majlis.law.library import Law
    from majlis.questions.cases import JudgedCase


def overview_page(its: Law, names: Sequence[str], cases: Mapping[str, Sequence[JudgedCase]]) -> str:
    """The page that leads to all others of a constitution."""
    links = Links(its.folder.name, index_path(its.folder.name))
    return page(
        (
            heading(1, escaped(its.constitution.title)),
            _opening(its, names, sum(map(len, cases.values()))),
            heading(2, "Editions", "editions"),
            bullets(_edition(each, links) for each in its.constitution.editions),
            heading(2, "Procedures", "procedures"),
            table(["Procedure", "Steps", "Cases"], (_procedure(name, cases.get(name, ()), links) for name in names)),
            heading(2, "Articles", "articles"),
            table(["Article", "Rules", "Editions"], (_article(name, its, links) for name in its.articles())),
            heading(2, "Lists", "lists"),
            bullets(_lists(its, links)),
            *_gaps(names, links),
            *covered(its, links),
        )
    )


def _opening(its: Law, names: Sequence[str], cases: int) -> str:
    law = f"{plural(len(its.articles()), 'article')} with {plural(len(its.norms()), 'rule')}"
    rest = f"{plural(len(names), 'procedure')}, {plural(cases, 'case')}"
    return f"{law}, {rest}. Rules are told in majlis's own words; they are no translation and no legal advice."


def _edition(each: Edition, links: Links) -> str:
    first = each.first_day
    window = first.earliest != first.latest
    began = f"between {_day(first.earliest)} and {_day(first.latest)}" if window else f"on {_day(first.latest)}"
    return f"**{escaped(each.edition)}**, {escaped(each.title)}. It began {began}. {links.text(sentence(first.source))}"


def _day(date: object) -> str:
    return day(str(date))


def _procedure(name: str, cases: Sequence[JudgedCase], links: Links) -> list[str]:
    its = procedure(name)
    counted = links.to(cases_path(name), str(len(cases))) if cases else "0"
    return [links.procedure(name), str(len(live_steps(its))), counted]


def _article(name: str, its: Law, links: Links) -> list[str]:
    norms = its.article(name)
    editions = links.law.editions
    dated = [norm for norm in norms.values() if [names for names, _ in runs(norm, editions)] != [editions]]
    said = f"{plural(len(dated), 'differs', 'differ')} by edition" if dated else "the same in all"
    return [links.article(name, escaped(article_label(its, name))), str(len(norms)), said]


def _lists(its: Law, links: Links) -> Iterator[str]:
    folder = its.folder.name
    yield f"{links.to(list_path(folder, 'questions'), 'Questions of interpretation')}: where readers differ"
    if its.constitution.matters:
        yield f"{links.to(list_path(folder, 'matters'), 'Matters')}: subjects that decide a majority or a form"
    yield f"{links.to(list_path(folder, 'acts'), 'Acts')}: what somebody may do, and the words for it in case files"


def _gaps(names: Sequence[str], links: Links) -> Iterator[str]:
    """What the text leaves open: silences by procedure, and wordings that are not known by article."""
    yield heading(2, "Where the text is silent", "silences")
    yield "What follows is not said, and majlis does not guess it. A case that gets there is undetermined."
    for name in names:
        silent: dict[str, list[str]] = {}
        for step in live_steps(procedure(name)):
            for target in step.targets():
                if target.silent and step.step not in silent.setdefault(target.silent, []):
                    silent[target.silent].append(step.step)
        if silent:
            lines = (f"{links.text(sentence(says))} ({links.steps(name, of)})" for says, of in silent.items())
            yield folded(f"{procedure(name).file.title}: {len(silent)}", bullets(lines), "question")
