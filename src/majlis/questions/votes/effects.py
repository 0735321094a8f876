"""What an abstention, an absence, a vacancy or a spoilt ballot does under a majority: derived from what it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.votes.vote import Effect, Like
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from majlis.questions.votes.stood import Stood
    from majlis.voting.majority import Majority


def effects(majority: Majority, stood: Stood, *, of_seats: bool) -> tuple[Effect, ...]:
    """The effect of each position that is neither in favour nor against, of those that there are in such a vote.

    `of_seats` says that the body has a stated number of seats, so that some may be vacant.
    """
    seats = (Position.VACANT,) if of_seats else ()
    there = [each for each in (*stood.shown, *seats) if each is not Position.AGAINST]
    return tuple(Effect(position, _like(majority, position)) for position in there)


def _like(majority: Majority, position: Position) -> Like:
    """A majority of a fixed number looks at nobody but those in favour: all others have the effect of one against."""
    if majority.base is not None and not majority.base.holds:  # the votes of a rival: nobody else is looked at
        return Like.LEFT_OUT
    if majority.weight(position) == majority.weight(Position.AGAINST):
        return Like.AGAINST
    return Like.LEFT_OUT if majority.weight(position) == 0 else Like.OTHERWISE
