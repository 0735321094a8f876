"""What a period counted on paper looks like: the cases themselves stand in ``tests/timelines``.

Nothing in them was typed in from a result. Where the text leaves the way of counting open, the statement of the
project stands: the day of the event is not counted; under the reading `counting=same_day` it is, and every period
ends a day earlier; months end on the same day number, or on the last day of a shorter month; 24 hours are time that
passes.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import majlis

SAME_DAY = ("counting=same_day",)
WORKING_DAY = ("rest_days=next_working_day",)


@dataclass(frozen=True)
class Counted:
    """A period as counted by hand.

    `done` maps a step (or the act, where a step has several) to its day, or day and local time; `earliest` and
    `latest` bound the act of `step` by the provision `cite` alone; `time` is the local time at which hours run out.
    """

    claim: str
    procedure: str
    cite: str
    step: str
    done: dict[str, str]
    earliest: str | None
    latest: str | None
    count: str
    given: dict[str, object] = field(default_factory=dict)
    readings: tuple[str, ...] = ()
    edition: str | None = None
    time: str | None = None


def found(case: Counted) -> tuple[str | None, str | None, str | None]:
    """The first day, the last day and the local time that majlis finds for a case."""
    timeline = majlis.timeline(
        case.procedure, done=case.done, given=case.given, readings=case.readings, edition=case.edition
    )
    limit = timeline.limit(case.cite, case.step)
    assert limit is not None, f"{case.cite} sets no limit at {case.step}"
    return limit.earliest, limit.latest, limit.time
