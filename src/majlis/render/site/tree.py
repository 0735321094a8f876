"""All generated pages with their places, and the tree by which a reader finds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from majlis.law.library import Law, constitutions, law
from majlis.procedure.library import procedure, procedures
from majlis.questions.cases import judged_cases
from majlis.questions.explain import explain
from majlis.render.site.article import ArticlePage, article_page
from majlis.render.site.cases import cases_page
from majlis.render.site.decisions import INDEX, Decision, decisions_index
from majlis.render.site.links import article_label, article_path, cases_path, index_path, list_path, procedure_path
from majlis.render.site.lists import acts_page, matters_page, questions_page
from majlis.render.site.overview import overview_page
from majlis.render.site.procedure import ProcedurePage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from majlis.questions.cases import JudgedCase

Nav = list[dict[str, Any]]


@dataclass(frozen=True)
class Site:
    """Generated files by their path from the root of the docs, and entries for the navigation."""

    files: Mapping[str, str]
    law: Nav
    decisions: list[Any]
    cases: Mapping[str, str]
    """The procedure of each case by its file."""


def site(decisions: Sequence[Decision]) -> Site:
    """Everything that follows from the content. Raises InputError where a file cannot be used."""
    cases = judged_cases()
    files = {INDEX: decisions_index(decisions)}
    nav: Nav = []
    for name in constitutions():
        its = law(name)
        about = {each: [c for c in cases if c.scenario.procedure == each] for each in _procedures(its)}
        files |= dict(_files(its, about, decisions))
        nav.append({f"{its.constitution.title} ({its.editions[0]})": _nav(its, about)})
    pages = [INDEX, *({each.title: each.path} for each in sorted(decisions, key=lambda each: each.path))]
    return Site(files, nav, pages, {each.file: each.scenario.procedure for each in cases})


def _procedures(its: Law) -> list[str]:
    named = [each for each in procedures() if each.partition("/")[0] == its.folder.name]
    return sorted(named, key=lambda each: procedure(each).file.title.lower())


def _files(
    its: Law, about: Mapping[str, Sequence[JudgedCase]], decisions: Sequence[Decision]
) -> Iterator[tuple[str, str]]:
    folder = its.folder.name
    yield index_path(folder), overview_page(its, list(about), about)
    yield list_path(folder, "questions"), questions_page(its)
    yield list_path(folder, "acts"), acts_page(its)
    if its.constitution.matters:
        yield list_path(folder, "matters"), matters_page(its)
    for name in its.articles():
        norms = explain(f"{folder}/{name}") if its.article(name) else ()
        yield article_path(folder, name), article_page(ArticlePage(its, name, norms, decisions))
    for name, cases in about.items():
        its_page = ProcedurePage(name, cases)
        yield procedure_path(name), its_page.text()
        yield from its_page.charts().items()
        if cases:
            yield cases_path(name), cases_page(name, cases)


def _nav(its: Law, about: Mapping[str, Sequence[JudgedCase]]) -> list[Any]:
    folder = its.folder.name
    titles = {each: procedure(each).file.title for each in about}
    lists = [{"Questions of interpretation": list_path(folder, "questions")}, {"Acts": list_path(folder, "acts")}]
    if its.constitution.matters:
        lists.append({"Matters": list_path(folder, "matters")})
    return [
        index_path(folder),
        {"Articles": [{article_label(its, each): article_path(folder, each)} for each in its.articles()]},
        {"Procedures": [{title: procedure_path(each)} for each, title in titles.items()]},
        *lists,
    ]
