"""A timeline as a file for calendar programs (RFC 5545): exported again, it updates and does not duplicate."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5

from majlis.errors import InputError
from majlis.render.calendar_events import events
from majlis.render.clean_text import clean, one_line

if TYPE_CHECKING:
    from types import ModuleType

    import icalendar

    from majlis.questions.timed import Timeline
    from majlis.render.calendar_events import Event

_SPACE = uuid5(NAMESPACE_OID, "majlis calendar events")
_COUNTED_FROM = datetime(2000, 1, 1, tzinfo=UTC)  # sequence numbers are the minutes since, and small for ages
_MOST = 2**31 - 1  # the greatest number that the format has


def calendar_file(found: Timeline, stamp: datetime, *, name: str = "") -> bytes:
    """The dates of a timeline as a calendar file, in UTF-8 with the line ends that the format asks for.

    There is an all-day event for every last day, for every first day of a waiting period, and for every act that
    was done. The end of a period in hours, where its time is known, is an event at that moment, in UTC. What has no
    date yet has no event. Events are tentative where a reading, an open step or an open fact decides, and for periods
    that would hold only under another reading. A day for which nobody waits any more, since the act was
    done or cannot come any more, is cancelled: programs remove it or strike it through; a day that was not kept
    stays. An event that the timeline no longer has at all (an act taken off the record) is not in the file, and
    programs keep what they have of it.

    Every event keeps its identity as long as the case keeps its own. That is the procedure and `name`, such as the
    name of the case's file. Without one it is the procedure, the title and the first day on record: neither further
    acts nor a later day of judgement change it, but another title or an earlier act does. `stamp` is the time of
    the export: later ones replace earlier ones.

    Raises InputError where icalendar is not installed, and for a stamp without a time zone.
    """
    ical = _library()
    if stamp.utcoffset() is None:
        raise InputError("the time of an export has no time zone", remedy="Give it with one, such as UTC")
    calendar = ical.Calendar()
    calendar.add("prodid", "-//majlis//timeline//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", one_line(found.title or found.procedure))
    case = [found.procedure, name] if name else [found.procedure, found.title, _first_day(found)]
    for each in events(found):
        calendar.add_component(_event(ical, each, case, stamp.astimezone(UTC).replace(microsecond=0)))
    return bytes(calendar.to_ical())


def _library() -> ModuleType:
    try:
        import icalendar  # noqa: PLC0415 - an extra, and only loaded when used
    except ImportError:
        remedy = 'Install it with: pip install "majlis[calendar]"'
        raise InputError("calendar files need the package icalendar, which is not installed", remedy=remedy) from None
    return icalendar


def _event(ical: ModuleType, each: Event, case: list[str], stamp: datetime) -> icalendar.Event:
    from majlis.render.calendar_text import Text  # noqa: PLC0415 - it needs the extra

    told: icalendar.Event = ical.Event()
    told.add("uid", str(uuid5(_SPACE, json.dumps([*case, *each.identity]))))
    told.add("dtstamp", stamp)
    told.add("last-modified", stamp)
    told.add("sequence", min(max((stamp - _COUNTED_FROM) // timedelta(minutes=1), 0), _MOST))
    told.add("dtstart", each.at or each.day)
    if each.at is None and each.day < date.max:  # without an end it lasts that one day, too
        told.add("dtend", each.day + timedelta(days=1))
    told.add("summary", Text(one_line(each.summary)))
    told.add("description", Text(clean(each.description)))
    told.add("status", each.status.value)
    told.add("transp", "TRANSPARENT")
    told.add("categories", [each.what.value])
    return told


def _first_day(found: Timeline) -> str:
    """The earliest day on record (ISO date): what comes later leaves it as it is.

    A day from which is counted back may lie ahead, and is no beginning; what it limits has no first day.
    """
    begun = [limit.begun for step in found.steps for limit in step.limits if limit.begun and limit.earliest]
    return min([*begun, *(step.done for step in found.steps if step.done)], default="")
