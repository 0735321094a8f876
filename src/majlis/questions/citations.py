"""Do the citations in the sentences of the content lead somewhere?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from majlis.procedure.library import procedures_of
from majlis.questions.faults import Fault, fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from majlis.documents.document import Document
    from majlis.law.coverage import Survey
    from majlis.law.library import Law

# A citation in a sentence has a paragraph (7.II) or an item (9.10); a bare number is not taken for one.
_CITED = r"(?<![\w.-])(?:{articles})\.(?:[IVX]+\b(?:\.\d+)?|\d+\b)(?::[a-z-]+)?"
_NUMBERED = r"\d{1,3}(?:-\d)?"
_SENTENCES = ("says", "source", "note", "doubt", "not_known", "asks", "silent", "title", "because")


def citation_faults(its: Law, survey: Survey | None) -> Iterator[Fault]:
    """Every citation in a sentence of the rules, procedures and coverage that names nothing the constitution has."""
    known, cited = _known(its, survey), _citation(its)
    documents = {norm.document.name: norm.document for norm in its.norms()}
    documents |= {each.name: each.document for each in procedures_of(its)}
    if survey:
        documents[survey.covered.name] = survey.covered
    for document in documents.values():
        for path, text in _sentences(document):
            for cite in cited.findall(text):
                if not _resolves(cite, known):
                    what = f"{cite} is cited and leads to nothing"
                    yield fault(what, document.where(path), "Mend the citation, or add the clause to the catalogue")


def _citation(its: Law) -> re.Pattern[str]:
    """What a citation looks like: its article has a number, or is one of those that have a name."""
    named = [re.escape(each) for each in its.articles() if not each[:1].isdigit()]
    return re.compile(_CITED.format(articles="|".join([_NUMBERED, *named])))


def _known(its: Law, survey: Survey | None) -> set[str]:
    found = {norm.cite for norm in its.norms()} | set(its.constitution.matters)
    found |= {norm.entry.paragraph for norm in its.norms()}
    if survey is None:
        return found
    catalogue = survey.catalogue
    return found | {clause.article for clause in catalogue.clauses.values()} | set(catalogue.mentioned)


def _resolves(cite: str, known: Iterable[str]) -> bool:
    return any(each == cite or each.startswith((f"{cite}.", f"{cite}:")) for each in known)


def _sentences(document: Document) -> Iterator[tuple[tuple[str | int, ...], str]]:
    todo: list[tuple[tuple[str | int, ...], Any]] = [((), document.data)]
    while todo:
        path, node = todo.pop()
        children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
        for key, child in children:
            if isinstance(child, str):
                if key in _SENTENCES:
                    yield (*path, key), child
            else:
                todo.append(((*path, key), child))
