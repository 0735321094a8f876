"""What a chamber makes of a vote: who can win together, who has how much power, and how likely a majority is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

# The published schema is made from the annotations.
from majlis.questions.chances.likely_course import CourseChances  # noqa: TC001
from majlis.questions.votes.other_majorities import MajorityUse, body_majorities
from majlis.voting.chamber import Chamber  # noqa: TC001
from majlis.voting.chances import bounds, votes_in_favour
from majlis.voting.coalitions import Coalitions, coalitions
from majlis.voting.distribution import Distribution  # noqa: TC001
from majlis.voting.game import Game
from majlis.voting.power import Power, power
from majlis.voting.turning import Switch, Turns, turning_blocs, turning_sets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from majlis.procedure.program import Finding
    from majlis.questions.standing import Standing
    from majlis.questions.votes.chamber_figures import Seated
    from majlis.voting.majority import Majority


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a chamber besides whether the vote passes."""

    coalitions: bool = False
    power: bool = False
    chances: bool = False


NOTHING_MORE = Wanted()


@dataclass(frozen=True, slots=True)
class ForMajority:
    """One majority of the body, in this chamber.

    `quota` is the number of seats that a coalition needs; `due` says that the vote asks for this majority. `lowest`
    and `highest` are its chance, over all that undecided members may do: the same number where there are none.
    """

    quota: int
    due: bool
    uses: tuple[MajorityUse, ...]
    coalitions: Coalitions | None = None
    power: tuple[Power, ...] = ()
    lowest: float | None = None
    highest: float | None = None


@dataclass(frozen=True)
class ChamberVote:
    """A chamber in a vote: its blocs, each majority of the body, and which blocs could turn the answer.

    `turning` are the single blocs that turn it by taking another position, `turns` the smallest sets of blocs; both
    are for votes in which every bloc has a position. `whole` has each bloc in one piece, as coalitions take it, where a
    roll call shows it divided. `votes` has the chance of each number in favour, where no bloc
    is undecided, and `course` those of the whole procedure.
    """

    chamber: Chamber
    whole: Chamber
    majorities: tuple[ForMajority, ...]
    turning: tuple[Switch, ...] = ()
    turns: Turns | None = None
    votes: Distribution | None = None
    course: CourseChances | None = None


def chamber_vote(
    law: Standing, seated: Seated, finding: Finding, asked: Sequence[Majority], wanted: Wanted
) -> ChamberVote:
    """What a chamber makes of a vote. `asked` are the majorities that are due, a quorum among them, where known."""
    chamber = seated.chamber
    rows = [_row(seated, majority, uses, asked, wanted) for majority, uses in body_majorities(law, finding)]
    settled = not chamber.open and bool(asked)
    return ChamberVote(
        chamber,
        seated.whole,
        tuple(sorted(rows, key=lambda row: row.quota)),
        turning_blocs(chamber, asked) if settled else (),
        turning_sets(chamber, asked) if settled else None,
        votes_in_favour(chamber) if wanted.chances and not any(bloc.undecided for bloc in chamber.blocs) else None,
    )


def _row(
    seated: Seated, majority: Majority, uses: tuple[MajorityUse, ...], asked: Sequence[Majority], wanted: Wanted
) -> ForMajority:
    game = Game.of(seated.whole, majority, singly=[bloc.name for bloc in seated.whole.blocs if bloc.separate])
    lowest, highest = bounds(seated.chamber, majority) if wanted.chances else (None, None)
    return ForMajority(
        game.quota,
        any(each.share == majority.share and each.votes == majority.votes for each in asked),
        uses,
        coalitions(game) if wanted.coalitions else None,
        power(game) if wanted.power else (),
        lowest,
        highest,
    )
