"""What differs in the frame of a constitution: bodies, offices, groups, questions, and the acts of its vocabulary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from majlis.law.constitution import Dated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from majlis.questions.compare.side import Side

_PARTS = ("bodies", "offices", "groups", "questions")
ACTS = "acts"


@dataclass(frozen=True, slots=True)
class FrameChange:
    """An entry of the frame, by the part that it stands in, and whether it is added, dropped or changed."""

    part: str
    name: str
    how: str


def frame_changed(before: Side, after: Side) -> tuple[FrameChange, ...]:
    """The entries that differ in the two editions. Raises InputError."""
    found = [change for part in _PARTS for change in _changes(part, _known(before, part), _known(after, part))]
    found += _changes(ACTS, before.law.vocabulary.acts, after.law.vocabulary.acts)
    return tuple(found)


def _known(side: Side, part: str) -> dict[str, Any]:
    """The entries of a part that there are in the edition."""
    frame = side.law.constitution
    entries: Mapping[str, Any] = getattr(frame, part)
    return {
        name: each.model_copy(update={"from_": None, "until": None}) if isinstance(each, Dated) else each
        for name, each in entries.items()
        if not isinstance(each, Dated) or frame.has(each, side.edition)
    }


def _changes(part: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[FrameChange]:
    for name in dict.fromkeys((*new, *old)):
        if old.get(name) != new.get(name):
            how = "added" if name not in old else "dropped" if name not in new else "changed"
            yield FrameChange(part, name, how)
