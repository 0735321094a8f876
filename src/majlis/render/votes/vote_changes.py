"""What would turn a vote, and what those do to it who are neither for nor against, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.votes.vote import Like
from majlis.render.votes.position_words import NOUNS, moving, moving_ballots, others_in
from majlis.render.words import listed, sentence
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.votes.vote import WouldPass
    from majlis.voting.frontier import Change, Move

PART = "/"  # a share that is a part of its base has it; more votes than a rival's are none
_ANOTHER = "a vote for another candidate"


def changes(vote: WouldPass) -> Iterator[str]:
    """The smallest changes that would turn the answer, one sentence each."""
    for change in vote.changes:
        told = listed([_moved(vote, move) for move in change.moves])
        yield sentence(f"{told}{_vacant_among(vote, change)}")


def _moved(vote: WouldPass, move: Move) -> str:
    untold = move.of in vote.untold
    if vote.leaders:
        return moving_ballots(move, others=untold, leader=listed(vote.leaders))
    there = set(vote.split) - {Position.VACANT, Position.IN_FAVOUR}
    who = others_in(move, all_else_known=Position.AGAINST in vote.split) if untold else ""
    return moving(move, others=who, all_do=set(move.to) >= there)


def _vacant_among(vote: WouldPass, change: Change) -> str:
    """Where it is not known how many sit, seats of which nothing is told may be vacant."""
    untold = any(move.of in vote.untold for move in change.moves)
    perhaps = untold and vote.seats is not None and not vote.sitting_known
    return " (of these seats some may be vacant)" if perhaps else ""


def effects(vote: WouldPass) -> Iterator[str]:
    """What an abstention, an absence and a vacancy do under the majority that is due."""
    of_candidates = vote.leaders or (vote.not_known and vote.not_known.candidates)
    against = _ANOTHER if of_candidates else NOUNS[Position.AGAINST]
    alike = _nouns(vote, Like.AGAINST)
    if alike:
        why = "" if vote.share else ": the number is fixed"
        yield sentence(f"{listed(alike)} {_verb(alike, 'has', 'have')} the effect of {against}{why}")
    out = _nouns(vote, Like.LEFT_OUT)
    if out:
        why = f": the base leaves {_verb(out, 'it', 'them')} out" if PART in vote.share else ""
        yield sentence(f"{listed(out)} {_verb(out, 'counts', 'count')} neither way{why}")


def _nouns(vote: WouldPass, like: Like) -> list[str]:
    return [NOUNS[each.position] for each in vote.effects if each.like is like]


def _verb(nouns: list[str], one: str, several: str) -> str:
    return one if len(nouns) == 1 else several
