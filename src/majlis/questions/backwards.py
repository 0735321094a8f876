"""Counting backwards: from the day by which a procedure must be at an end to the latest days of its steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from majlis.errors import InputError, Where
from majlis.law.constitution import add_list
from majlis.questions.back_counts import latest_day
from majlis.questions.back_notes import notes
from majlis.questions.back_readings import other_beginnings
from majlis.questions.counting_back import CountingBack
from majlis.questions.judgement import FIRST_DAY
from majlis.questions.latest_days import Backwards
from majlis.questions.need import need
from majlis.questions.standing import standing
from majlis.questions.way import way_to
from majlis.questions.ways import Ways
from majlis.scenario.case import bind_case
from majlis.scenario.model import Scenario

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from majlis.questions.needs import Needs
    from majlis.questions.standing import Standing


def backwards(  # noqa: PLR0913 - one parameter for each thing that can be asked
    procedure: str,
    by: date | str,
    *,
    to: str | None = None,
    via: Sequence[str] = (),
    matter: str | None = None,
    given: Mapping[str, Any] | None = None,
    edition: str | None = None,
    readings: Iterable[str] = (),
    other_readings: bool = True,
) -> Backwards:
    """The latest days of the steps on the way to an outcome or a step that must be reached `by` a day.

    The edition is that of the day, unless one is named. `to` is by default the first outcome that is reached by an
    act and with nothing amiss (see `way_to`), and the way is the shortest, through the steps of `via`. Without
    `other_readings` the readings that are not taken are not tried. Raises InputError for names and days that there
    are not, and where nobody acts on the way.
    """
    day = _day(by)
    law = _in_doubt(standing(procedure, edition=edition, day=None if edition else day, readings=tuple(readings)))
    asked = _Asked(day, to, tuple(via), matter, given)
    needs, target, counted = asked.under(law)
    steps = {each.step: each for each in needs.steps}
    if not counted.order():
        what = f"nobody acts on the way to {target} in {procedure}, so that no day is to be counted back"
        ends = ", ".join(name for name in needs.outcomes if name != target) or "no other end"
        raise InputError(what, where=Where("--to"), remedy=f"Ask for another end, if there is one: {ends}")
    same = replace(asked, to=target)
    others = other_beginnings(counted, lambda law: same.under(law)[2]) if other_readings else ()
    return Backwards(
        procedure, needs.title, law.edition, target, needs.outcomes.get(target, ""), day.isoformat(),
        tuple(latest_day(counted, name, steps.get(counted.step_of(name))) for name in counted.order()),
        notes(law, counted), tuple(name for name in needs.outcomes if name != target), needs.given,
        dict(law.choices), others, by_default=to is None,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked, whatever the readings."""

    day: date
    to: str | None
    via: tuple[str, ...]
    matter: str | None
    given: Mapping[str, Any] | None

    def under(self, law: Standing) -> tuple[Needs, str, CountingBack]:
        """What the procedure needs under a law, the end that is taken, and what is counted back from it."""
        name, chosen = law.procedure.name, [f"{question}={reading}" for question, reading in law.choices]
        needs = need(name, matter=self.matter, edition=law.edition, readings=chosen, given=self.given)
        target, way = way_to(needs, self.to, self.via)
        matter = {"matter": self.matter} if self.matter else {}
        scenario = Scenario(procedure=name, given={**(self.given or {}), **matter}, as_of=self.day)
        facts = dict(bind_case(scenario).facts)
        add_list(facts)
        counted = CountingBack(Ways(law, facts), way, self.day.toordinal())
        counted.run()
        return needs, target, counted


def _in_doubt(law: Standing) -> Standing:
    """The law in an edition that is taken to be in force from its earliest day, where a reading takes it so."""
    early = law.doubtful and dict(law.choices).get(f"{FIRST_DAY}{law.doubtful}") == "earliest"
    return replace(law, edition=law.doubtful) if early else law


def _day(by: date | str) -> date:
    if isinstance(by, date):
        return by
    return day_in(by, "--by")


def day_in(text: str, option: str) -> date:
    """The day that is written in an option as 2009-07-01, and in no other form. Raises InputError."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:
        raise InputError(f"{text[:40]!r} is no day", where=Where(option), remedy="Write such as 2009-07-01")
    return found
