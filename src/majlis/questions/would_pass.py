"""Would this vote pass? One step judged by itself, before anything has happened."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Any

from majlis.engines import engine as engine_named
from majlis.errors import InputError
from majlis.law.vocabulary import SeatsOf
from majlis.logic.truth import truth
from majlis.procedure.scope import Names
from majlis.questions.asking import field_of, in_words, without_round
from majlis.questions.ballot import MATTER, ballot, find_step, looks_back
from majlis.questions.decide import MOST_COMPLETIONS, about, reading_by_default
from majlis.questions.findings import findings_at
from majlis.questions.standing import Standing, standing
from majlis.questions.vote import OtherFacts, OtherReading, WouldPass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from majlis.engines import Engine
    from majlis.logic.truth import Value
    from majlis.procedure.program import Finding
    from majlis.questions.ballot import Ballot
    from majlis.questions.judgement import Judgement
    from majlis.questions.verdict import FindingResult

NOT_APPLICABLE = "not_applicable"


def would_pass(  # noqa: PLR0913 - each is one thing that a user may know of a vote
    procedure: str,
    *,
    matter: str | None = None,
    step: str | None = None,
    first: int | str | None = None,
    date: date | None = None,
    edition: str | None = None,
    readings: Iterable[str] = (),
    given: Mapping[str, Any] | None = None,
    engine: str | None = None,
    **figures: Any,
) -> WouldPass:
    """Would a vote with these figures pass, by how much, and what would change the answer?

    `figures` are fields of the act, `in_favour` for instance; `first` is the number in favour at the earlier
    vote that a repeated one looks back at. Raises InputError for impossible figures and unknown names.
    """
    law = standing(procedure, edition=edition, day=date, readings=readings)
    facts = {**(given or {}), **({MATTER: matter} if matter is not None else {})}
    _known_in_edition(law, facts)
    chosen = engine_named(engine)
    found = [
        _answer(law, chosen, name, facts, figures, first, date) for name in find_step(law, step, figures)
    ]
    return next((each for each in found if not each.ungoverned), found[0])


def _known_in_edition(law: Standing, facts: Mapping[str, Any]) -> None:
    frame = law.procedure.law.constitution
    matter = frame.matters.get(str(facts.get(MATTER)))
    if matter is not None and not frame.has(matter, law.edition):
        raise InputError(
            f"the edition of {law.edition} has no matter {facts[MATTER]}",
            remedy="Choose another edition or matter",
        )


def _answer(  # noqa: PLR0913, PLR0917 - the question in its parts
    law: Standing,
    engine: Engine,
    step: str,
    facts: Mapping[str, Any],
    figures: Mapping[str, Any],
    first: int | str | None,
    day: date | None,
) -> WouldPass:
    back = looks_back(law, step) if first is not None else ""
    known = {**figures, **({f"{back}.in_favour": first} if back else {})}
    vote = ballot(law, step, facts, known, day)
    found = vote.judged(law, engine)
    decided = _decided(found, step)
    norm = _decisive(decided)
    lacking = _lacking(found, step)
    finding = _finding(found, norm)
    most, bounded_by = _most(found, finding)
    return WouldPass(
        law.procedure.name, step, law.edition, law.chosen_by, law.doubtful, engine.name, dict(facts), passes(decided),
        norm.provision if norm else "", norm.says if norm else "",
        norm.required if norm else None, norm.actual if norm else None, norm.margin if norm else None,
        norm.counted if norm else "", _share(found, finding), *_seats(law, finding), most, bounded_by,
        _ungoverned(law, step) if passes(decided) is None and not _live(decided) else "",
        tuple(_live(decided)), tuple(_readings(law, vote, engine, decided)),
        tuple(_alternatives(law, vote, engine, lacking)), lacking,
        bool(back) and _answer(law, engine, back, facts, {"in_favour": first}, None, day).passes is False,
    )  # fmt: skip


def _decided(found: Judgement, step: str) -> list[FindingResult]:
    """The findings on which it turns whether a step passes."""
    deciding = {f.provision.cite for f in found.program.findings if f.provision.deciding and f.step == step}
    return [
        _or_none_due(found, each)
        for each in findings_at(found, f"{step}.1")
        if each.provision.partition("/")[2] in deciding
    ]


def _or_none_due(found: Judgement, each: FindingResult) -> FindingResult:
    """A threshold that asks for no majority in the case decides nothing about it."""
    finding = _finding(found, each)
    majorities = finding.majorities if finding else ()
    none_due = bool(majorities) and all(truth(majority.when, found.known) is False for majority in majorities)
    return replace(each, result=NOT_APPLICABLE) if none_due else each


def _live(decided: list[FindingResult]) -> list[FindingResult]:
    return [each for each in decided if each.result != NOT_APPLICABLE]


def passes(decided: list[FindingResult]) -> bool | None:
    """Does a step pass? None where a fact is missing, and where nothing decides it."""
    results = {each.result for each in _live(decided)}
    if "failed" in results:
        return False
    return True if results == {"met"} else None


def _decisive(decided: list[FindingResult]) -> FindingResult | None:
    """The finding to speak of: one that failed, or else the majority that is due; None where facts decide which."""
    live = _live(decided)
    failed = [each for each in live if each.result == "failed"]
    if failed or len(live) == 1 or all(each.result == "met" for each in live):
        return next(
            (each for each in (*failed, *live) if each.required is not None), live[0] if live else None
        )
    return None


def _finding(found: Judgement, norm: FindingResult | None) -> Finding | None:
    name = norm and f"{norm.provision.partition('/')[2]}@{norm.occurrence}"
    return next((each for each in found.program.findings if each.name == name), None)


def _lacking(found: Judgement, step: str) -> tuple[str, ...]:
    wanting = {name for each in _decided(found, step) for name in each.wanting}
    return tuple(sorted({MATTER if name.startswith(f"{MATTER}.") else name for name in wanting}))


def _share(found: Judgement, finding: Finding | None) -> str:
    """Of what the required number is a share; empty for a fixed number of votes."""
    shares = [m for m in finding.majorities if m.share and m.base] if finding else []
    if not finding or not shares:
        return ""
    alternative = next(each for each in finding.provision.majority if each.share)
    top, bottom = alternative.share or (1, 1)
    base = in_words((alternative.of or "").rpartition(".")[2])
    share = "" if top == bottom else f"{top}/{bottom} of "
    return f"{'more than ' if finding.more_than else ''}{share}{base}"


def _seats(law: Standing, finding: Finding | None) -> tuple[int | None, str]:
    """The seats of the body that votes, and its title; nothing where the text does not say."""
    if finding is None or finding.counted is None:
        return None, ""
    step, _, field = without_round(getattr(finding.counted, "path", ""))
    kind = field_of(law.procedure, step, field)
    if kind is None or not isinstance(kind.at_most, SeatsOf):
        return None, ""
    return law.procedure.law.bound(kind.at_most), law.procedure.law.constitution.bodies[
        kind.at_most.seats_of
    ].title


def _most(found: Judgement, finding: Finding | None) -> tuple[int | None, str]:
    """How many can be counted at best, by the sums that the figures of the act must satisfy."""
    if finding is None or finding.counted is None:
        return None, ""
    step, _, field = without_round(getattr(finding.counted, "path", ""))
    acts = found.program.course.steps[step].awaited
    vocabulary = found.case.procedure.law.vocabulary
    sums = [each for act in acts for each in vocabulary.act(act).sums if field in each.parts]
    bounds = {
        each.at_most: found.record.values.get(f"{step}.1.{each.at_most}")
        for each in sums
        if isinstance(each.at_most, str)
    }
    known = [(value, name) for name, value in bounds.items() if isinstance(value, int)]
    return min(known) if known else (None, "")


def _ungoverned(law: Standing, step: str) -> str:
    target = law.program.course.steps[step].ungoverned
    return (target.silent if target else "") or "No provision asks for a majority here."


def _readings(
    law: Standing, vote: Ballot, engine: Engine, decided: list[FindingResult]
) -> Iterator[OtherReading]:
    base = vote.judged(law, engine)
    live = {f"{each.provision.partition('/')[2]}@{each.occurrence}" for each in _live(decided)}
    for question, places in law.program.raised.items():
        here = [
            place
            for place in places
            if place.finding in live or (place.occurrence == f"{vote.step}.1" and not place.finding)
        ]
        taken = dict(law.choices).get(question) or reading_by_default(base, question)
        for reading in dict.fromkeys(name for place in here for name in (*place.readings, place.default)):
            if reading and reading != taken:
                yield _under(law.under(question, reading), vote, engine, decided, question, taken, reading)
    if law.doubtful:
        later = law.in_edition(law.doubtful)
        yield _under(later, vote, engine, decided, f"first_day.{law.doubtful}", "latest", "earliest")


def _under(
    law: Standing,
    vote: Ballot,
    engine: Engine,
    decided: list[FindingResult],
    question: str,
    taken: str,
    reading: str,
) -> OtherReading:
    found = vote.judged(law, engine)
    then = _decided(found, vote.step)
    norm = _decisive(then)
    asks, source = about(found, question, reading, f"{vote.step}.1")
    turns = passes(then) is not passes(decided)
    return OtherReading(
        question, asks, taken, reading, source, passes(then), norm.required if norm else None, turns
    )


def _alternatives(
    law: Standing, vote: Ballot, engine: Engine, lacking: tuple[str, ...]
) -> Iterator[OtherFacts]:
    """The answer for each value of the facts that are missing, as far as these have few values."""
    choices = [_values(law, name) for name in lacking]
    count = 1
    for each in choices:
        count *= len(each)
    if not lacking or not 0 < count <= MOST_COMPLETIONS:
        return
    for picked in product(*choices):
        facts = dict(zip(lacking, picked, strict=True))
        decided = _decided(vote.judged(law, engine, facts), vote.step)
        norm = _decisive(decided)
        yield OtherFacts(
            facts, passes(decided), norm.required if norm else None, norm.provision if norm else ""
        )


def _values(law: Standing, name: str) -> tuple[Value, ...]:
    its, frame = law.procedure, law.procedure.law.constitution
    if name == MATTER:
        known = Names(its, law.program.course).matters()
        return tuple(each for each in known if frame.has(frame.matters[each], law.edition))
    kind = law.program.types.get(name)
    return (
        tuple(sorted(kind.words))
        if kind and kind.words
        else (True, False)
        if kind and kind.kind == "boolean"
        else ()
    )


__all__ = ["WouldPass", "would_pass"]
