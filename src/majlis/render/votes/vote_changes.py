"""What would turn a vote, and what those do to it who are neither for nor against, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.votes.vote import Like
from majlis.render.votes.position_words import NOUNS, moving, moving_ballots
from majlis.render.words import listed, sentence
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.votes.vote import WouldPass
    from majlis.voting.frontier import Move

_ANOTHER = "a vote for another candidate"


def changes(vote: WouldPass) -> Iterator[str]:
    """The smallest changes that would turn the answer, one sentence each."""
    for change in vote.changes:
        yield sentence(listed([_moved(vote, move) for move in change.moves]))


def _moved(vote: WouldPass, move: Move) -> str:
    others = move.of in vote.untold
    if vote.leaders:
        return moving_ballots(move, others=others, leader=listed(vote.leaders))
    there = set(vote.split) - {Position.VACANT, Position.IN_FAVOUR}
    return moving(move, others=others, all_do=set(move.to) >= there)


def effects(vote: WouldPass) -> Iterator[str]:
    """What an abstention, an absence and a vacancy do under the majority that is due."""
    against = _ANOTHER if vote.leaders else NOUNS[Position.AGAINST]
    alike = _nouns(vote, Like.AGAINST)
    if alike:
        why = "" if vote.share else ": the number is fixed"
        yield sentence(f"{listed(alike)} {_verb(alike, 'has', 'have')} the effect of {against}{why}")
    out = _nouns(vote, Like.LEFT_OUT)
    if out:
        them = _verb(out, "it", "them")
        yield sentence(f"{listed(out)} {_verb(out, 'counts', 'count')} neither way: the base leaves {them} out")


def _nouns(vote: WouldPass, like: Like) -> list[str]:
    return [NOUNS[each.position] for each in vote.effects if each.like is like]


def _verb(nouns: list[str], one: str, several: str) -> str:
    return one if len(nouns) == 1 else several
