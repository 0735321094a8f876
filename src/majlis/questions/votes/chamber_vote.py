"""What a chamber makes of a vote: who can win together, who has how much power, and how likely a majority is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.errors import InputError

# The published schema is made from the annotations.
from majlis.questions.chances.likely_course import CourseChances  # noqa: TC001
from majlis.questions.counting import seats_counted
from majlis.questions.votes.other_majorities import MajorityUse, body_majorities, share_asked
from majlis.voting.chamber import Chamber  # noqa: TC001
from majlis.voting.chances import bounds, votes_in_favour
from majlis.voting.coalitions import Coalitions, coalitions
from majlis.voting.distribution import Distribution  # noqa: TC001
from majlis.voting.game import Game
from majlis.voting.majority import Position
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

    `quota` is the number of seats that a coalition needs if all others vote against; `share` says of what it is a
    share, where it is no fixed number; `due` says that the vote asks for this majority. `lowest`
    and `highest` are its chance, over all that undecided members may do: the same number where there are none.
    """

    quota: int
    due: bool
    uses: tuple[MajorityUse, ...]
    share: str = ""
    coalitions: Coalitions | None = None
    power: tuple[Power, ...] = ()
    lowest: float | None = None
    highest: float | None = None


@dataclass(frozen=True)
class ChamberVote:
    """A chamber in a vote: its blocs, each majority of the body, and which blocs could turn the answer.

    `turning` are the single blocs that turn it by taking another position, `turns` the smallest sets of blocs; both
    are for votes in which every bloc has a position. `whole` has each bloc in one piece, as coalitions take it, where a
    roll call shows it divided. Seats of which nothing is told did not vote in favour: chances take them so, they do
    not move in `turning` and `turns`, and in coalitions each may join. `votes` has the chance of each number in favour,
    where no bloc is undecided, `course` those of the whole procedure; `no_course` says why there are none.
    """

    chamber: Chamber
    whole: Chamber
    majorities: tuple[ForMajority, ...]
    turning: tuple[Switch, ...] = ()
    turns: Turns | None = None
    votes: Distribution | None = None
    course: CourseChances | None = None
    no_course: str = ""


def chamber_vote(
    law: Standing, seated: Seated, finding: Finding, asked: Sequence[Majority], wanted: Wanted
) -> ChamberVote:
    """What a chamber makes of a vote. `asked` are the majorities that are due, a quorum among them, where known.

    Raises InputError where coalitions or power are asked for and no blocs are known.
    """
    if not seated.grouped and (wanted.coalitions or wanted.power):
        what = "the roll call has only counts, and coalitions and power are those of groups"
        raise InputError(what, remedy="Give a chamber, or a roll call that lists the members with their groups")
    chamber = seated.chamber
    title = seats_counted(law.procedure, finding)[1]
    rows = [_row(seated, each, uses, asked, wanted, title) for each, uses in body_majorities(law, finding)]
    house = _movable(chamber, asked) if seated.grouped and asked else None
    return ChamberVote(
        chamber,
        seated.whole,
        tuple(sorted(rows, key=lambda row: row.quota)),
        turning_blocs(house, asked) if house else (),
        turning_sets(house, asked) if house else None,
        votes_in_favour(chamber.listed) if wanted.chances and _likely(chamber) else None,
    )


def _movable(chamber: Chamber, asked: Sequence[Majority]) -> Chamber | None:
    """The chamber in which blocs may take other positions; None where one is open.

    Seats of which nothing is told do not move. They are left out where it is all the same how they stand, else they
    are open, too.
    """
    may_be = {Position.VACANT, *(position for bloc in chamber.blocs for position in bloc.untold)}
    alike = all(len({each.weight(position) for position in may_be}) == 1 for each in asked)
    if any(not bloc.untold for bloc in chamber.open) or (chamber.untold and not alike):
        return None
    return chamber.listed


def _likely(chamber: Chamber) -> bool:
    """Have all blocs chances, or a position, as far as anything is told?"""
    return not any(bloc.undecided and not bloc.untold for bloc in chamber.blocs)


def _row(  # noqa: PLR0913, PLR0917 - what is held against each other, and how the body is called
    seated: Seated,
    majority: Majority,
    uses: tuple[MajorityUse, ...],
    asked: Sequence[Majority],
    wanted: Wanted,
    title: str,
) -> ForMajority:
    game = Game.of(seated.whole, majority, singly=[bloc.name for bloc in seated.whole.blocs if bloc.separate])
    found = [bounds(each, majority) for each in seated.chamber.told] if wanted.chances else []
    return ForMajority(
        game.quota,
        majority in asked,
        uses,
        share_asked(majority, title),
        coalitions(game) if wanted.coalitions else None,
        power(game) if wanted.power else (),
        min((lowest for lowest, _ in found), default=None),
        max((highest for _, highest in found), default=None),
    )
