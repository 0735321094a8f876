"""The beginning of a way under the readings that were not taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.errors import InputError
from majlis.law.constitution import REST_DAYS
from majlis.questions.latest_days import OtherBeginning
from majlis.questions.limits import iso

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from majlis.law.provision import Question
    from majlis.procedure.program import Raised
    from majlis.questions.counting_back import CountingBack
    from majlis.questions.standing import Standing


def other_beginnings(counted: CountingBack, under: Callable[[Standing], CountingBack]) -> tuple[OtherBeginning, ...]:
    """The beginnings whose days are others under a reading that was not taken; `under` counts by another law.

    Each reading is tried alone, of every question that comes into play at a step of the way.
    """
    law = counted.ways.law
    found = []
    for question, places in _raised(counted):
        for reading in _not_taken(law, question, places):
            asks, source = _about(counted, question, reading)
            try:
                other = under(law.under(question, reading))
            except InputError:  # no way leads to the end
                first = counted.beginnings()[0]
                found.append(OtherBeginning(question, asks, reading, source, first, None, None))
                continue
            found += [
                OtherBeginning(question, asks, reading, source, name, iso(other.whole[name]), iso(other.at_once[name]))
                for name in other.beginnings()
                if (other.whole[name], other.at_once[name]) != (counted.whole.get(name), counted.at_once.get(name))
            ]
    return tuple(found)


def _raised(counted: CountingBack) -> Iterator[tuple[str, list[Raised]]]:
    """The questions at the steps of the way whose readings can come into play there, each with its places."""
    ways = counted.ways
    here = {leg.occurrence for leg in counted.way}
    findings = (each for leg in counted.way for each in ways.findings(leg.step))
    live = {each.name for each in findings if ways.truth(each.applies) is not False}
    for question, raised in ways.law.program.raised.items():
        places = [each for each in raised if each.occurrence in here and (not each.finding or each.finding in live)]
        if places and question != REST_DAYS:
            yield question, places


def _not_taken(law: Standing, question: str, places: list[Raised]) -> tuple[str, ...]:
    taken = dict(law.choices).get(question, places[0].default)
    readings = dict.fromkeys(reading for place in places for reading in (*place.readings, place.default))
    return tuple(each for each in readings if each and each != taken)


def _about(counted: CountingBack, question: str, reading: str) -> tuple[str, str]:
    """What a question asks, and where a reading of it comes from: at a step of the way, or for all provisions."""
    stated = list(_stated(counted, question))
    shared = counted.ways.law.procedure.law.constitution.questions.get(question)
    asks = shared.asks if shared else next((each.asks for each in stated if each.asks), "")
    sources = [each.options[reading].source for each in stated if reading in each.options]
    sources += [shared.readings[reading]] if shared and reading in shared.readings else []
    return asks, next(filter(None, sources), "")


def _stated(counted: CountingBack, question: str) -> Iterator[Question]:
    for step in dict.fromkeys(leg.step for leg in counted.way):
        entries = [each.norm.entry.readings for each in counted.ways.findings(step)]
        entries += [each.readings for each in counted.ways.law.procedure.file.steps if each.step == step]
        yield from (each[question] for each in entries if question in each)
