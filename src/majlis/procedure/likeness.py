"""A procedure that is like another: what it takes over, and where each part is stated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from majlis.documents.document import Document

if TYPE_CHECKING:
    from majlis.documents.document import Key

_MAPS = ("facts", "with", "outcomes")
_LISTS = ("alongside", "steps")


def joined(own: Document, other: Document) -> Document:
    """The file of a procedure together with what it takes over from the one that it is like.

    Facts, fixed facts and outcomes are put together by name; what is fixed is no longer asked. A step that
    is named again stands in place of the other's; a new one comes directly after the step that the file
    lists before it, or first.
    """
    data: dict[str, Any] = dict(own.data)
    taken: dict[Key, tuple[Document, Key]] = {}
    for key in _MAPS:
        data[key] = _map(own, other, key, taken)
    for key in _LISTS:
        data[key] = _list(own, other, key, taken)
    if isinstance(data["facts"], dict) and isinstance(data["with"], dict):
        data["facts"] = {name: fact for name, fact in data["facts"].items() if name not in data["with"]}
    return Document(data, own.name, own.lines, taken)


def _map(own: Document, other: Document, key: str, taken: dict[Key, tuple[Document, Key]]) -> Any:
    mine, theirs = own.data.get(key, {}), other.data.get(key, {})
    if not isinstance(mine, dict) or not isinstance(theirs, dict):
        return mine
    taken |= {(key, name): (other, (key, name)) for name in theirs if name not in mine}
    return {**theirs, **mine}


def _list(own: Document, other: Document, key: str, taken: dict[Key, tuple[Document, Key]]) -> Any:
    mine, theirs = own.data.get(key, []), other.data.get(key, [])
    if not isinstance(mine, list) or not isinstance(theirs, list):
        return mine
    places: list[tuple[Any, Document, Key]] = [(item, other, (key, number)) for number, item in enumerate(theirs)]
    at = 0
    for number, item in enumerate(mine):
        known = next((n for n, (each, file, _) in enumerate(places) if file is other and _same(each, item)), None)
        place = (item, own, (key, number))
        if known is None:
            places.insert(at, place)
            at += 1
        else:
            places[known] = place
            at = known + 1
    taken |= {(key, number): (document, there) for number, (_, document, there) in enumerate(places)}
    return [item for item, *_ in places]


def _same(one: Any, other: Any) -> bool:
    """Do two entries name the same step?"""
    return isinstance(one, dict) and isinstance(other, dict) and one.get("step") == other.get("step")
