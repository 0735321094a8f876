"""Counting backwards: from the day by which a procedure must be at an end to the latest days of its steps."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from majlis.calendar.dates import written
from majlis.errors import InputError, Where
from majlis.questions.counting_back import CountingBack
from majlis.questions.latest_days import Backwards
from majlis.questions.need import need
from majlis.questions.standing import standing
from majlis.questions.way import way_to
from majlis.questions.ways import Ways
from majlis.scenario.case import bind_case
from majlis.scenario.model import Scenario

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


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
) -> Backwards:
    """The latest days of the steps on the way to an outcome or a step that must be reached `by` a day.

    The edition is that of the day, unless one is named. `to` is by default the first outcome of the procedure, and
    the way is the shortest, through the steps of `via`. Raises InputError for names and days that there are not.
    """
    day, asked = _day(by), tuple(readings)
    law = standing(procedure, edition=edition, day=None if edition else day, readings=asked)
    needs = need(procedure, matter=matter, edition=law.edition, readings=asked, given=given)
    target, way = way_to(needs, to, via)
    ways = Ways(law, _facts(procedure, day, {**needs.given, **({"matter": matter} if matter else {})}))
    counted = CountingBack(ways, way, day.toordinal())
    counted.run()
    steps = {each.step: each for each in needs.steps}
    return Backwards(
        procedure, needs.title, law.edition, target, needs.outcomes.get(target, ""), day.isoformat(),
        tuple(counted.latest(name, steps.get(name)) for name in counted.order()),
        _notes(ways, counted), tuple(name for name in needs.outcomes if name != target), needs.given, dict(law.choices),
    )  # fmt: skip


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


def _facts(procedure: str, day: date, given: Mapping[str, Any]) -> dict[str, Any]:
    return dict(bind_case(Scenario(procedure=procedure, given=dict(given), as_of=day)).facts)


def _notes(ways: Ways, counted: CountingBack) -> tuple[str, ...]:
    """What is to be said of editions: a period that begins before the edition was in force."""
    frame, law = ways.law.procedure.law.constitution, ways.law
    first = next(each.first_day for each in frame.editions if each.edition == law.edition)
    begins = min(counted.whole.values(), default=counted.by)
    if begins >= first.latest.toordinal():
        return ()
    told = written(first.earliest.toordinal())
    what = (
        f"Some of these days lie before the edition of {law.edition}, which came into force on {told} at the earliest"
    )
    return (f"{what}: a period takes the edition of the day that starts it, so ask for the edition before, too",)
