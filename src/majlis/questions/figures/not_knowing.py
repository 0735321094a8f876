"""Would this pass, where figures are spans or missing: every choice of them that fits, without trying each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from majlis.questions.asking import question_for
from majlis.questions.counting import acts_of, counting_steps
from majlis.questions.figures.asked import Asked, parts_of_name
from majlis.questions.figures.exploring import NOT_LINEAR, explored
from majlis.questions.figures.not_known import (
    ALWAYS,
    DEPENDS,
    NOT_SETTLED,
    SOMETIMES,
    Example,
    FindOut,
    NotKnown,
    Row,
)
from majlis.questions.figures.open_figures import split
from majlis.questions.figures.region import NotSettledError
from majlis.questions.figures.settling import elected, one_answer, reaches_of, rows_of, settles, with_elected
from majlis.questions.figures.swept_readings import readings_that_turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from majlis.engines import Engine
    from majlis.logic.truth import Value
    from majlis.questions.figures.exploring import Open, Part
    from majlis.questions.figures.span import Span
    from majlis.questions.standing import Standing


def not_knowing(  # noqa: PLR0913 - what a ballot takes, and who judges it
    law: Standing,
    engine: Engine,
    step: str,
    figures: Mapping[str, Any],
    *,
    facts: Mapping[str, Any],
    day: date | None = None,
    other_readings: bool = False,
) -> NotKnown:
    """Say whether every choice of what is not known passes, none does, or what it depends on.

    `figures` are numbers or spans (`80..90`), by field or by step and field. Figures and facts that are not given are
    tried as all that they can be, where the step hangs on them. With `other_readings` those are named, too, under which
    the numbers of a figure have other answers, where it is the only one with bounds.

    Raises InputError for impossible figures, for spans that run backwards, and for sums that cannot come out.
    """
    fixed, told = split(counting_steps(law).get(step, step), figures)
    asked = Asked(law, engine, step, facts, fixed, day)
    try:
        found, here = explored(asked, told)
    except NotSettledError:
        who = _candidates(asked, told)
        return NotKnown(NOT_SETTLED, _written(asked, told), (), (), reason=NOT_LINEAR, candidates=who)
    answer = _answer(asked, found, told, here)
    if not (other_readings and answer.rows and told):
        return answer
    return replace(answer, readings=tuple(readings_that_turn(asked, next(iter(told)), told)))


def _answer(asked: Asked, found: list[Part], told: Mapping[str, Span], here: Open) -> NotKnown:
    word = one_answer(each.answer for each in found)
    rows = {name: _rows(found, name) for name in here.spans}
    one = next(iter(told or here.spans)) if len(told or here.spans) == 1 else ""
    return NotKnown(
        word,
        _written(asked, told),
        (*(asked.named(name) for name in here.spans if name not in told), *here.facts),
        tuple(_examples(asked, found, here)),
        asked.named(one) if one else "",
        rows.get(one, ()),
        _next(asked, found, here, rows) if word == DEPENDS else None,
        _wanting(asked, found) if word == NOT_SETTLED else "",
        _candidates(asked, told),
        elected(found),
    )


def _examples(asked: Asked, found: Iterable[Part], here: Open) -> Iterator[Example]:
    """One choice for each answer."""
    first: dict[str, Part] = {}
    for each in found:
        first.setdefault(each.answer, each)
    for answer, each in first.items():
        yield Example(answer, {asked.named(name): each.point[name] for name in here.spans}, dict(each.facts))


def _rows(found: list[Part], name: str) -> tuple[Row, ...]:
    """What the vote comes to for every number of a figure; none where that is not settled."""
    try:
        return with_elected(found, name, rows_of(reaches_of(found, name)))
    except NotSettledError:
        return ()


def _candidates(asked: Asked, told: Mapping[str, Span]) -> tuple[str, ...]:
    """All who stand for election, those first whose votes are known."""
    known = (who for name, raw in asked.fixed.items() if isinstance(raw, dict) for who in raw)
    return tuple(dict.fromkeys((*known, *filter(None, (parts_of_name(name)[2] for name in told)))))


def _next(asked: Asked, found: list[Part], here: Open, rows: Mapping[str, tuple[Row, ...]]) -> FindOut:
    """What settles the vote with every answer; else the first that does with some; else the first fact or figure.

    Figures come in the order of the vocabulary, then facts in that of the procedure.
    """
    known = [
        (asked.named(name), _asks(asked, name), settles(row.answer for row in rows[name]))
        for name in sorted(rows, key=lambda each: _place(asked, each))
    ]
    for name, values in here.facts.items():
        words = (one_answer(_with(found, name, value)) for value in values)
        known.append((name, question_for(asked.law.procedure, name), settles(words)))
    best = next((each for word in (ALWAYS, SOMETIMES) for each in known if each[2] == word), None)
    return FindOut(*(best or known[len(rows) if here.facts else 0]))


def _with(found: Iterable[Part], fact: str, value: Value) -> Iterator[str]:
    """The answers with one value of a fact."""
    return (each.answer for each in found if each.facts.get(fact, value) == value)


def _place(asked: Asked, name: str) -> tuple[int, int]:
    """Where a figure stands in the procedure and in the vocabulary."""
    step, field, _ = parts_of_name(name)
    fields = [each for act in acts_of(asked.law, step) for each in asked.law.procedure.law.vocabulary.act(act).fields]
    return list(asked.law.program.course.steps).index(step), fields.index(field)


def _asks(asked: Asked, name: str) -> str:
    """The question behind a figure."""
    who = parts_of_name(name)[2]
    return f"How many votes did {who} receive?" if who else question_for(asked.law.procedure, name)


def _wanting(asked: Asked, found: Iterable[Part]) -> str:
    """Why there is no answer: the questions that are open."""
    names = dict.fromkeys(name for each in found if each.answer == NOT_SETTLED for name in each.lacking)
    asks = dict.fromkeys(question_for(asked.law.procedure, name) for name in names)
    return " ".join(asks)


def _written(asked: Asked, spans: Mapping[str, Span]) -> dict[str, str]:
    return {asked.named(name): str(span) for name, span in spans.items()}
