"""Vote events as the Popolo data model writes them in JSON (https://www.popoloproject.com)."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from majlis.documents.build import build
from majlis.documents.events import Kind
from majlis.documents.json_events import json_events
from majlis.documents.validated import validated
from majlis.errors import InputError
from majlis.nearest import remedy
from majlis.scenario.acts import Count  # noqa: TC001 - pydantic reads the annotations at run time
from majlis.scenario.position_words import position
from majlis.scenario.roll_call import RollCall, Vote, check_names

if TYPE_CHECKING:
    from majlis.documents.document import Document, Key
    from majlis.voting.majority import Position

EVENTS = "vote_events"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class _Known(BaseModel):
    """What is read of an object; Popolo admits any other key beside it, and a reference in place of an object."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class _Cast(_Known):
    option: str
    voter: dict[str, Any] | str = ""
    voter_name: str = ""
    voter_id: str = ""
    group: dict[str, Any] | str = ""
    group_id: str = ""
    weight: str = ""


class _Count(_Known):
    option: str
    value: Count
    group: dict[str, Any] | str = ""
    group_id: str = ""


class _Event(_Known):
    id: str = ""
    identifier: str = ""
    motion: dict[str, Any] | str = ""
    start_date: str = ""
    counts: tuple[_Count, ...] = ()
    votes: tuple[_Cast, ...] = ()
    sources: tuple[dict[str, Any], ...] = ()


def roll_call_of_event(text: str, name: str, wanted: str | None = None) -> RollCall:
    """The roll call of the vote event in a JSON text, or of the one with the id that is `wanted`.

    Raises InputError, with its place, where there are none or several, and for what cannot be right.
    """
    document = _read(text, name)
    path = _chosen(document, wanted)
    event = validated(_Event, document, path)
    cast = tuple(_vote(each, (*path, "votes", number), document) for number, each in enumerate(event.votes))
    check_names((each.name, document.where((*path, "votes", number))) for number, each in enumerate(cast))
    counts = _counts(event, path, document)
    _check_counts(cast, counts, (*path, "counts"), document)
    if not cast and not counts:
        raise InputError("has neither votes nor counts", where=document.where(path), remedy="Name another file")
    day = _DAY.match(event.start_date)
    source = next((str(each.get("url", "")) for each in event.sources), "")
    title = _text(event.motion, "text") or event.identifier or event.id
    return RollCall(cast, {} if cast else counts, title, day[0] if day else "", source)


def _read(text: str, name: str) -> Document:
    """The document; where Popolo writes null for what is not known, nothing stands here."""
    listed = text.lstrip().startswith("[")
    whole = f'{{"{EVENTS}": {text}}}' if listed else text
    events = (
        each._replace(text="") if each.kind is Kind.TEXT and each.text is None else each
        for each in json_events(whole, name)
    )
    return build(events, name)


def _chosen(document: Document, wanted: str | None) -> Key:
    """Where the vote event stands."""
    found: dict[Key, dict[str, Any]] = {(): document.data}
    if EVENTS in document.data:
        several: Any = document.data[EVENTS]
        items = enumerate(several if isinstance(several, list) else ())
        found = {(EVENTS, number): each for number, each in items if isinstance(each, dict)}
    ids = {path: [each[key] for key in ("id", "identifier") if each.get(key)] for path, each in found.items()}
    fitting = [path for path in found if wanted is None or wanted in ids[path]]
    if len(fitting) == 1:
        return fitting[0]
    known = [str(names[0]) for names in ids.values() if names]
    if wanted is not None and not fitting:
        raise InputError(f"has no vote event {wanted!r}", where=document.where(()), remedy=remedy(wanted, known))
    if not fitting:
        raise InputError("has no vote event", where=document.where(()), remedy=f"Write it under `{EVENTS}`")
    advice = f"Name one, as FILE#ID. {remedy('', known)}"
    raise InputError(f"has {len(fitting)} vote events that fit", where=document.where(()), remedy=advice)


def _text(given: dict[str, Any] | str, *keys: str) -> str:
    """What an object says under the first of some keys that it has; a plain word is itself."""
    if isinstance(given, str):
        return given
    return next((str(given[key]) for key in keys if given.get(key)), "")


def _vote(cast: _Cast, path: Key, document: Document) -> Vote:
    name = _text(cast.voter, "name", "id") or cast.voter_name or cast.voter_id
    if not name.strip():
        raise InputError("has a vote of nobody", where=document.where(path), remedy="Give `voter` or `voter_id`")
    if cast.weight not in ("", "1"):
        what = f"the vote of {name} has a weight of {cast.weight}; here every member has one vote"
        raise InputError(what, where=document.where((*path, "weight")), remedy="List the members, not their groups")
    bloc = _text(cast.group, "name", "id") or cast.group_id
    return Vote(name, position(cast.option, document.where((*path, "option"))), bloc)


def _counts(event: _Event, path: Key, document: Document) -> Counter[Position]:
    """The counts by position; those of groups where there are no others."""
    whole = [(number, each) for number, each in enumerate(event.counts) if not (each.group or each.group_id)]
    found: Counter[Position] = Counter()
    for number, each in whole or list(enumerate(event.counts)):
        found[position(each.option, document.where((*path, "counts", number, "option")))] += each.value
    return found


def _check_counts(cast: tuple[Vote, ...], counts: Counter[Position], path: Key, document: Document) -> None:
    """Where there are both, what is counted must be what is listed."""
    listed = Counter(each.position for each in cast)
    for each, stated in counts.items():
        if cast and listed[each] != stated:
            what = f"counts {stated} as {each.value.replace('_', ' ')}, and lists {listed[each]} votes of that kind"
            advice = "Mend the one that is wrong, or leave out the counts, or the votes if not all are listed"
            raise InputError(what, where=document.where(path), remedy=advice)
