"""One judgement: a case under one set of readings, decided by an engine."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from majlis.engines.trial import known
from majlis.errors import InputError
from majlis.logic.explain import missing
from majlis.procedure.lower import Editions, course, lower
from majlis.procedure.program import End, EndKind
from majlis.scenario.placement import place, tested_on
from majlis.scenario.record import make_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.engines import Engine
    from majlis.logic.tree import Condition
    from majlis.logic.truth import Value
    from majlis.procedure.course import Course
    from majlis.procedure.library import Procedure
    from majlis.procedure.program import Program
    from majlis.scenario.case import Case
    from majlis.scenario.placement import Placed
    from majlis.scenario.record import Record

FIRST_DAY = "first_day."
Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Judgement:
    """What an engine found about a case under one set of readings."""

    case: Case
    choices: Choices
    editions: dict[str, str]
    placed: Placed
    program: Program
    record: Record
    held: frozenset[str]

    @cached_property
    def ends(self) -> tuple[End, ...]:
        """How each track stands; a track of which that is not known is left out."""
        return tuple(end for end in self.program.ends if end.name in self.held)

    @property
    def tracks(self) -> tuple[str, ...]:
        """The tracks that the case is on: the main one, or those into which it divided."""
        main, *others = self.program.tracks
        if not others or any(end.track == main for end in self.ends):
            return (main,)
        reached = {track for name, track in self.program.track_of.items() if f"reach.{name}" in self.held}
        reached |= {end.track for end in self.ends}
        return tuple(track for track in others if track in reached) or (main,)

    @cached_property
    def status(self) -> str:
        """`concluded`, `pending` or `undetermined`."""
        kinds = {end.track: end.kind for end in self.ends}
        found = [kinds.get(track) for track in self.tracks]
        if any(kind in (None, EndKind.SILENCE, EndKind.CAP) for kind in found):
            return "undetermined"
        return "pending" if EndKind.AWAITS in found else "concluded"

    @cached_property
    def outcome(self) -> End | None:
        """The outcome that was reached, on whichever track has one; who acts meanwhile comes last."""
        found = [end for end in self.ends if end.kind is EndKind.OUTCOME]
        return next((end for end in found if end.step not in self.program.course.lines), next(iter(found), None))

    @cached_property
    def awaited(self) -> tuple[str, ...]:
        """The steps that are awaited, on all tracks."""
        return tuple(step for end in self.ends for step in end.awaited)

    @cached_property
    def breaches(self) -> frozenset[str]:
        """The names of the conditions that say that somebody did wrong."""
        wrong = self.program.duties
        return frozenset(
            name
            for name in self.held
            if name.startswith(("stray.", "early.")) or (name in wrong and f"reach.{wrong[name]}" in self.held)
        )

    @property
    def exit(self) -> int:
        """The exit status: 0 nobody broke the procedure, 1 somebody did, 3 undetermined."""
        return 3 if self.status == "undetermined" else 1 if self.breaches else 0

    @cached_property
    def signature(self) -> tuple[object, ...]:
        """What two readings must share for a verdict to be the same under both."""
        outcome = self.outcome
        return self.status, outcome and (outcome.what, outcome.holder), self.awaited, self.exit, self._wrongs

    @property
    def _wrongs(self) -> frozenset[str]:
        """The breaches; an act out of place is the same one wherever the steps would have put it."""
        acts = {here.name: act for here, act in self.placed.at.items()}
        found = set()
        for name in self.breaches:
            fault, _, where = name.partition(".")
            found.add(f"{fault}: {acts[where].act}, {acts[where].day}" if where in acts else name)
        return frozenset(found)

    @cached_property
    def known(self) -> dict[str, Value]:
        """The record with the truth of every condition: for explanations."""
        return known(self.program, self.record.values)

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The facts and figures whose absence leaves a track open."""
        standing = {end.track for end in self.ends}
        open_tracks = [track for track in self.tracks if track not in standing]
        found: dict[str, None] = {}
        for end in self.program.ends:
            if end.track in open_tracks and end.name in self.program.by_name:  # others never come
                found |= dict.fromkeys(self._missing(end.name))
        return tuple(sorted(found))

    def lacking(self, part: Condition) -> frozenset[str]:
        """The facts and figures whose absence leaves a condition unknown."""
        return frozenset(name for leaf in missing(part, self.known) for name in self._missing(leaf))

    def _missing(self, name: str, seen: frozenset[str] = frozenset()) -> Iterator[str]:
        conditions = self.program.by_name
        if name not in conditions:
            days = (clock.day for clock in self.program.clocks if clock.day and name.endswith(f".{clock.name}"))
            yield next(days, name).removesuffix(".list")  # a matter's list is known with the matter
        elif name not in seen and self.known.get(name) is None:
            for part in missing(conditions[name], self.known):
                yield from self._missing(part, seen | {name})


@dataclass(frozen=True)
class Prepared:
    """A case under chosen readings, before an engine has seen it."""

    case: Case
    choices: Choices
    editions: dict[str, str]
    placed: Placed
    program: Program

    def judged_by(self, engine: Engine) -> Judgement:
        """What an engine finds."""
        record = make_record(self.case, self.placed, self.program)
        held = engine.holding(self.program, record.values)
        return Judgement(self.case, self.choices, self.editions, self.placed, self.program, record, held)


def judge(case: Case, engine: Engine, choices: Choices) -> Judgement:
    """A case decided under chosen readings. Raises InputError for days on which the constitution was not in force."""
    return prepare(case, choices).judged_by(engine)


def prepare(case: Case, choices: Choices) -> Prepared:
    """The editions that govern a case, the places of its acts, and the program for both. Raises InputError."""
    of_steps = tuple(choice for choice in choices if choice[0] in case.procedure.step_questions)
    of_editions = tuple(choice for choice in choices if choice[0].startswith(FIRST_DAY))
    plan, placed, editions = _placed(case, of_steps, of_editions)
    stated = tuple(choice for choice in choices if choice not in of_editions)
    default = editions[""]
    mixed = any(edition != default for edition in editions.values())
    other = tuple((name, edition) for name, edition in editions.items() if name) if mixed else ()
    return Prepared(case, choices, editions, placed, _program(case.procedure, plan, default, other, stated))


def under(base: Judgement, changed: Choices) -> Prepared:
    """The case of a judgement under other readings. What only changes norms is looked up by the program."""
    choices = tuple(sorted({**dict(base.choices), **dict(changed)}.items()))
    moves = base.case.procedure.step_questions
    if any(question in moves or question.startswith(FIRST_DAY) for question, _ in changed):
        return prepare(base.case, choices)
    kept: WeakValueDictionary[Choices, Program] = base.program.cache.setdefault("under", WeakValueDictionary())
    program = kept.get(changed)
    if program is None:
        program = kept[changed] = prepare(base.case, choices).program
    return Prepared(base.case, choices, base.editions, base.placed, program)


def _placed(case: Case, of_steps: Choices, of_editions: Choices) -> tuple[Course, Placed, dict[str, str]]:
    """The course, the places of the acts and the governing editions; kept on the case for the next reading."""
    key = (of_steps, of_editions)
    if key not in case.kept:
        opened = min((act.day for act in case.acts if act.day is not None), default=case.as_of)
        plan = _course(case.procedure, _edition(case, opened, of_editions), of_steps)
        same = [placed for course, placed, _ in case.kept.values() if course is plan]
        placed = same[0] if same else place(plan, case.procedure.file.alongside, case.acts)
        editions = _editions(case, plan, placed, of_editions) | {"": _edition(case, case.as_of, of_editions)}
        case.kept[key] = plan, placed, editions
    return case.kept[key]


def _editions(case: Case, plan: Course, placed: Placed, choices: Choices) -> dict[str, str]:
    """The governing edition of every act and date fact."""
    days = {here.name: act.day for here, act in placed.at.items()}
    for here in plan.occurrences:  # a step that only tests facts goes with the act that leads to it
        if not plan.steps[here.step].awaited:
            days[here.name] = tested_on(here, plan, placed)
    days |= {name: acts[0].day for name, acts in placed.alongside.items()}
    for name, kind in case.procedure.file.facts.items():
        if kind.type == "date" and isinstance(fact := case.facts.get(name), int):
            days[name] = case.procedure.law.constitution.meeting(fact)
    return {name: _edition(case, day, choices) for name, day in days.items() if day is not None}


def _edition(case: Case, day: int, choices: Choices) -> str:
    if case.scenario.edition:
        return case.scenario.edition
    frame = case.procedure.law.constitution
    early = frozenset(q.removeprefix(FIRST_DAY) for q, r in choices if q.startswith(FIRST_DAY) and r == "earliest")
    found = frame.edition_on(day, doubtful_already=early)
    if found is None:
        raise InputError(
            frame.not_in_force(day),
            remedy="Check the dates of the acts, or pin an edition with `edition:` to ask what if",
        )
    return found


def program_of(procedure: Procedure, edition: str, choices: Choices) -> Program:
    """The program of a procedure with one edition for all its acts. Raises InputError for faulty content."""
    of_steps = tuple(choice for choice in choices if choice[0] in procedure.step_questions)
    return _program(procedure, _course(procedure, edition, of_steps), edition, (), choices)


@lru_cache(maxsize=256)
def _course(procedure: Procedure, edition: str, choices: Choices) -> Course:
    return course(procedure, edition, dict(choices))


@lru_cache(maxsize=256)
def _program(
    procedure: Procedure, plan: Course, default: str, editions: tuple[tuple[str, str], ...], choices: Choices
) -> Program:
    return lower(procedure, plan, Editions(default, dict(editions)), dict(choices))
