"""Positions in words: who stands there, and what it is to take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.render.words import listed, number
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from majlis.voting.frontier import Move

STANDING = {
    Position.IN_FAVOUR: "in favour",
    Position.AGAINST: "against",
    Position.ABSTAINING: "abstaining",
    Position.INVALID: "invalid",
    Position.NOT_VOTING: "not voting",
    Position.ABSENT: "absent",
    Position.VACANT: "vacant",
}
_TAKING = {
    Position.IN_FAVOUR: "vote in favour",
    Position.AGAINST: "vote against",
    Position.ABSTAINING: "abstain",
    Position.INVALID: "hand in an invalid vote",
    Position.NOT_VOTING: "take no part",
    Position.ABSENT: "stay away",
}
# Those of whom no more is told than that they do not vote.
_OTHERS = {Position.NOT_VOTING: "others not voting", Position.ABSENT: "others not present"}
_COMING = frozenset((Position.ABSENT, Position.VACANT))
_BALLOTS = {Position.IN_FAVOUR: "votes", Position.AGAINST: "votes for others", Position.INVALID: "invalid votes"}
NOUNS = {
    Position.AGAINST: "a vote against",
    Position.ABSTAINING: "an abstention",
    Position.INVALID: "an invalid vote",
    Position.NOT_VOTING: "a member who is present and does not vote",
    Position.ABSENT: "an absence",
    Position.VACANT: "a vacancy",
}


def moving(move: Move, *, others: str = "", all_do: bool) -> str:
    """A move as a sentence without its stop: 4 of the 10 abstaining vote in favour.

    `others` says who those are of whom no more is told; `all_do` that every other position would do as well.
    """
    of = _of(move, others or STANDING[move.of])
    if move.of is Position.IN_FAVOUR and all_do:
        return f"{of} {'does' if move.number == 1 else 'do'} not vote in favour"
    takes = listed([_one(_TAKING[to], move.number) for to in move.to], "or")
    comes = move.of in _COMING and not others
    return f"{of} {_one('come and', move.number) if comes else ''}{' ' if comes else ''}{takes}"


def others_in(move: Move, *, all_else_known: bool) -> str:
    """Who those in a position are of whom no more is told; where nothing is told of anybody, simply others."""
    return _OTHERS.get(move.of, "others") if all_else_known else "others"


def moving_ballots(move: Move, *, others: bool, leader: str) -> str:
    """The same of ballots for candidates: 500 of the 9,000 invalid votes had been valid, and for A."""
    what = "other votes" if others else _BALLOTS.get(move.of, "votes")
    whose = f" for {leader}" if move.of is Position.IN_FAVOUR else ""
    to = {Position.IN_FAVOUR: f"for {leader}", Position.AGAINST: "for others", Position.INVALID: "invalid"}
    takes = listed([to.get(each, "not cast") for each in move.to], "or")
    valid = "valid, and " if move.of is Position.INVALID else ""
    every = move.number == move.out_of
    of = f"all {number(move.out_of)}" if every else f"{number(move.number)} of the {number(move.out_of)}"
    return f"{of} {what}{whose} had been {valid}{takes}"


def _of(move: Move, who: str) -> str:
    if move.out_of == 1:
        return f"the only one {who.replace('others', 'other')}"
    if move.number == move.out_of:
        return f"all {number(move.out_of)} {who}"
    return f"{number(move.number)} of the {number(move.out_of)} {who}"


def _one(words: str, count: int) -> str:
    """The verb for one who does it."""
    if count != 1:
        return words
    verb, _, rest = words.partition(" ")
    return f"{verb}s {rest}".rstrip()
