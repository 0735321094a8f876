"""A provision across its editions: what it says, its readings, where it is used, what stays silent there."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from majlis.errors import InputError, Where
from majlis.law.library import article_of, constitutions, current, law, shown
from majlis.law.norm import exists
from majlis.nearest import remedy
from majlis.questions.stated import State, states
from majlis.questions.uses import Use, uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.law.library import Law
    from majlis.law.norm import Norm

SCHEMA = "majlis/explain/1"


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a question: where it comes from and in which editions there is such a reading."""

    question: str
    asks: str
    reading: str
    default: bool
    source: str
    editions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """All there is to say on one provision."""

    constitution: str
    cite: str
    article: str
    kind: str
    states: tuple[State, ...]
    readings: tuple[Reading, ...]
    uses: tuple[Use, ...]
    where: str

    def as_dict(self) -> dict[str, Any]:
        """The answer as plain data."""
        return {"schema": SCHEMA, **asdict(self)}


def explain(cite: str, *, constitution: str | None = None, edition: str | None = None) -> tuple[Explained, ...]:
    """A provision, or each one of an article or a paragraph. Raises InputError for unknown names.

    A citation may begin with the constitution and a slash; without it, and without `constitution`, the one that
    came into force last is meant, or the first that has such an article where that one has none.
    """
    its, plain = _located(cite, constitution)
    if edition is not None and edition not in its.editions:
        raise InputError(f"unknown edition {edition!r}", where=Where("--edition"), remedy=remedy(edition, its.editions))
    norms = _matching(its, plain)
    editions = its.editions if edition is None else (edition,)
    found = tuple(_explained(its, norm, editions) for norm in norms)
    if not any(each.states for each in found):
        raise InputError(
            f"the edition of {edition} has no provision {plain}",
            remedy="Leave out --edition to see where it stands",
        )
    return tuple(each for each in found if each.states)


def _located(cite: str, constitution: str | None) -> tuple[Law, str]:
    name, slash, rest = cite.partition("/")
    if slash and constitution is not None and name != constitution:
        raise InputError(f"{cite} is not in {constitution}", remedy="Name one constitution")
    return law(name if slash else constitution or _having(article_of(cite))), rest if slash else cite


def _having(article: str) -> str:
    """The constitution that is meant by an article alone."""
    known = (current(), *constitutions())
    return next((name for name in known if article in law(name).articles()), current())


def _matching(its: Law, cite: str) -> list[Norm]:
    """The provision of that citation, with its further norms; all provisions for an article."""
    known = its.article(article_of(cite))
    found = [norm for name, norm in known.items() if name == cite or name.startswith((f"{cite}.", f"{cite}:"))]
    if not found:
        its.norm(cite)  # raises the error that names the nearest
    return found


def _explained(its: Law, norm: Norm, editions: tuple[str, ...]) -> Explained:
    title = str(norm.document.data.get("title", ""))
    return Explained(
        its.folder.name, norm.cite, title, norm.entry.kind, tuple(states(its, norm, editions)),
        tuple(_readings(its, norm, editions)), uses(its, norm.cite),
        f"{shown(Path(norm.document.name))}:{norm.where.line}",
    )  # fmt: skip


def _readings(its: Law, norm: Norm, editions: tuple[str, ...]) -> Iterator[Reading]:
    raised = {edition: norm.questions(edition) for edition in editions if exists(norm.entry, edition, its.editions)}
    for question, stated in norm.entry.readings.items():
        asking = tuple(edition for edition, found in raised.items() if question in found)
        if not asking:
            continue
        shared = its.constitution.questions.get(question)
        asks = shared.asks if shared else stated.asks or _asked_elsewhere(its, question)
        if shared and shared.default not in stated.options:
            yield Reading(question, asks, shared.default, default=True, source="", editions=asking)
        for name, option in stated.options.items():
            having = tuple(edition for edition in asking if name in raised[edition][question])
            if having:
                default = option.default or bool(shared and shared.default == name)
                yield Reading(question, asks, name, default, option.source, having)


def _asked_elsewhere(its: Law, question: str) -> str:
    """What a question asks that several provisions raise and one of them words."""
    found = (norm.entry.readings[question].asks for norm in its.norms() if question in norm.entry.readings)
    return next(filter(None, found), "")
