"""A chamber: its seats, the blocs that hold them, and how each bloc stands or is likely to."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - the schemas of answers are made from the annotations
from dataclasses import dataclass, field, replace
from fractions import Fraction

from majlis.voting.majority import Position

NO_DISCIPLINE, FULL_DISCIPLINE = Fraction(0), Fraction(1)


@dataclass(frozen=True)
class Bloc:
    """Members who are told of together: a party, a group, or one member with a seat of her own.

    Either `position` says how all of them vote, or `chances` says how likely each position is for a member (the
    chances add up to 1), or it has neither and is undecided. `discipline` is the chance that the bloc moves as one,
    by one draw; else each member draws alone. Where `separate` is set, these members are only told of together: in
    coalitions each stands alone. `untold` are the positions between which nothing is told of these seats: a roll call
    does not list them, so that they did not vote; whether anybody holds them may not be known either.
    """

    name: str
    seats: int
    position: Position | None = None
    chances: Mapping[Position, Fraction] = field(default_factory=dict)
    discipline: Fraction = NO_DISCIPLINE
    separate: bool = False
    untold: tuple[Position, ...] = ()

    @property
    def undecided(self) -> bool:
        """Is nothing known of how it will vote?"""
        return self.position is None and not self.chances


@dataclass(frozen=True)
class Chamber:
    """The seats of a body with its blocs; `vacancies` are seats that nobody holds. The seats add up."""

    blocs: tuple[Bloc, ...]
    vacancies: int = 0
    title: str = ""
    body: str = ""
    day: str = ""
    source: str = ""

    @property
    def sitting(self) -> int:
        """The members who hold a mandate; seats of which nothing is told are counted as held."""
        return sum(bloc.seats for bloc in self.blocs)

    @property
    def seats(self) -> int:
        """All seats of the body, held or not."""
        return self.sitting + self.vacancies

    @property
    def open(self) -> tuple[Bloc, ...]:
        """The blocs whose votes are not settled: the undecided ones, and those of which only chances are known."""
        return tuple(bloc for bloc in self.blocs if bloc.position is None)

    @property
    def untold(self) -> int:
        """The seats of which nothing is told."""
        return sum(bloc.seats for bloc in self.blocs if bloc.untold)

    @property
    def told(self) -> tuple[Chamber, ...]:
        """The chamber with all seats of which nothing is told in each position in which they may be; else itself."""
        may_be = dict.fromkeys(position for bloc in self.blocs for position in bloc.untold)
        return tuple(self._told(position) for position in may_be) or (self,)

    def _told(self, position: Position) -> Chamber:
        known = tuple(bloc for bloc in self.blocs if not bloc.untold)
        if position is Position.VACANT:
            return replace(self, blocs=known, vacancies=self.vacancies + self.untold)
        rest = (replace(bloc, position=position, untold=()) for bloc in self.blocs if bloc.untold)
        return replace(self, blocs=(*known, *rest))

    @property
    def listed(self) -> Chamber:
        """The chamber without the seats of which nothing is told: they are among the vacant ones."""
        return self._told(Position.VACANT)

    def split(self, taken: Mapping[str, Position] | None = None) -> dict[Position, int]:
        """How the seats stand, with a position for each bloc that is open (by name).

        Raises KeyError where an open bloc has none.
        """
        found = {Position.VACANT: self.vacancies}
        for bloc in self.blocs:
            position = (taken or {})[bloc.name] if bloc.position is None else bloc.position
            found[position] = found.get(position, 0) + bloc.seats
        return found
