"""A provision across its editions: what it says, its readings, where it is used, what stays silent there."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from majlis.errors import InputError, Where
from majlis.law.library import article_of, constitutions, law, shown
from majlis.law.norm import exists
from majlis.nearest import remedy
from majlis.procedure.library import procedure, procedures
from majlis.procedure.model import Step
from majlis.questions.stated import State, states

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.law.library import Law
    from majlis.law.norm import Norm
    from majlis.procedure.model import Alongside

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
class Use:
    """A step that a provision governs, tests or gives to somebody, and the silences of the step."""

    procedure: str
    step: str
    how: str
    silences: tuple[str, ...]


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

    A citation may begin with the constitution and a slash; without it, and without `constitution`, the first
    constitution is meant.
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
    known = constitutions()
    return law(name if slash else constitution or known[0]), rest if slash else cite


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
        tuple(_readings(its, norm, editions)), tuple(_uses(its, norm.cite)),
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
                yield Reading(question, asks, name, option.default, option.source, having)


def _asked_elsewhere(its: Law, question: str) -> str:
    """What a question asks that several provisions raise and one of them words."""
    found = (norm.entry.readings[question].asks for norm in its.norms() if question in norm.entry.readings)
    return next(filter(None, found), "")


def _uses(its: Law, cite: str) -> Iterator[Use]:
    for name in procedures():
        if name.partition("/")[0] != its.folder.name:
            continue
        file = procedure(name).file
        steps: list[Step | Alongside] = [*file.steps, *file.alongside]
        for step in steps:
            if how := _how(step, cite):
                yield Use(name, step.step, how, tuple(_silences(step)))


def _how(step: Step | Alongside, cite: str) -> str:
    if cite in {norm.cite for norm in step.governed_by}:
        return "governs"
    if cite in {norm.cite for norm in getattr(step, "tests", ())}:
        return "decides"
    if cite == getattr(step, "each", ""):
        return "names the line of"
    return "says who acts in" if cite == step.by else ""


def _silences(step: Step | Alongside) -> Iterator[str]:
    targets = step.targets() if isinstance(step, Step) else []
    yield from dict.fromkeys(target.silent for target in targets if target.silent)
