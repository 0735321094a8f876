"""The words of pictures of votes: how seats stand, and by how much a majority is reached or missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.render.votes.position_words import STANDING
from majlis.render.words import counted_votes, number, sentence

if TYPE_CHECKING:
    from majlis.render.votes.hemicycle import Count, Group, Hemicycle, Mark
    from majlis.voting.majority import Position

NOT_KNOWN = "not known"
DUE = "needed here"


def standing_words(position: Position | None) -> str:
    """How a group stands, in words."""
    return NOT_KNOWN if position is None else STANDING[position]


def group_words(group: Group) -> str:
    """A group with its seats, and how it stands where its label does not say so: `Union: 40, in favour`."""
    said = standing_words(group.position)
    how = "" if group.label.casefold() == said else f", {said}"
    return f"{group.label}: {number(group.seats)}{how}"


def margin(count: Count, mark: Mark) -> tuple[int, int]:
    """By how many votes a majority is reached at the lowest and at the highest count; below 0 where it is missed."""
    return count.lowest - mark.votes, count.highest - mark.votes


def reached(count: Count, mark: Mark) -> bool | None:
    """Is a majority reached? None where that depends on the exact number."""
    least, most = margin(count, mark)
    return None if least < 0 <= most else least >= 0


def margin_words(count: Count, mark: Mark) -> str:
    """By how much a majority is reached or missed: `3 short`, `exactly enough`, `3 short to 7 to spare`."""
    least, most = margin(count, mark)
    if least == most:
        return _one_margin(least)
    if most < 0:
        return f"{number(-most)} to {number(-least)} short"
    if least >= 0:
        return f"{number(least)} to {number(most)} to spare"
    return f"{_one_margin(least)} to {_one_margin(most)}"


def _one_margin(votes: int) -> str:
    if votes == 0:
        return "exactly enough"
    return f"{number(votes)} to spare" if votes > 0 else f"{number(-votes)} short"


def counted_words(count: Count, joint: str = " to ") -> str:
    """The number that is counted, or both ends of it."""
    if count.lowest == count.highest:
        return number(count.lowest)
    return f"{number(count.lowest)}{joint}{number(count.highest)}"


def due_words(count: Count) -> str:
    """How the count stands to the majority that is due: `3 short of 20`; empty where none is due."""
    due = count.due
    if due is None:
        return ""
    said = margin_words(count, due)
    if margin(count, due)[1] < 0:
        return f"{said} of {number(due.votes)}"
    return f"{number(due.votes)} needed: {said}"


def called(mark: Mark) -> str:
    """What a majority is called, and whether it is due: `1.II, needed here`; may be empty."""
    return ", ".join(filter(None, (mark.label, DUE if mark.due else "")))


def mark_words(count: Count, mark: Mark) -> str:
    """A majority with its number and by how much it is reached: `20 (1.II, needed here): 3 short`."""
    aside = f" ({called(mark)})" if called(mark) else ""
    return f"{number(mark.votes)}{aside}: {margin_words(count, mark)}"


def description(found: Hemicycle) -> str:
    """All that the picture shows, in sentences."""
    count = found.count
    where = f" of {found.body}" if found.body else ""
    groups = "; ".join(group_words(group) for group in found.groups if group.seats)
    told = [
        found.answer,
        f"{counted_words(count)} {found.counted_as}, of {counted_votes(found.seats, 'seat')}{where}",
        f"Seats from left to right: {groups}",
        marks_words(count),
    ]
    return " ".join(sentence(each) for each in told if each)


def marks_words(count: Count) -> str:
    """Every majority with how it stands, from the least to the greatest; empty where there is none."""
    if not count.marks:
        return ""
    return f"Majorities: {'; '.join(mark_words(count, mark) for mark in in_order(count.marks))}"


def in_order(marks: tuple[Mark, ...]) -> list[Mark]:
    """Majorities from the least to the greatest, as given where they are equal."""
    return sorted(marks, key=lambda mark: mark.votes)
