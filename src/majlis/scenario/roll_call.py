"""A roll call: how each member voted, as the figures of an act and as a chamber of blocs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from majlis.errors import InputError
from majlis.scenario.position_words import plain
from majlis.voting.chamber import Bloc, Chamber
from majlis.voting.majority import Position, Split

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from majlis.errors import Where
    from majlis.law.vocabulary import ActKind

VOTED = (Position.IN_FAVOUR, Position.AGAINST, Position.ABSTAINING)
"""The positions of those who voted: where a roll call has none of one, nobody took it."""


@dataclass(frozen=True, slots=True)
class Vote:
    """One member of a roll call; `bloc` is empty where no group is named."""

    name: str
    position: Position
    bloc: str = ""


@dataclass(frozen=True)
class RollCall:
    """How the members voted, each by name; or, where no names are given, only how many took each position."""

    members: tuple[Vote, ...] = ()
    counts: Mapping[Position, int] = field(default_factory=dict)
    """The members by position, where they are not named."""
    title: str = ""
    day: str = ""
    """The day of the vote (ISO), if it is known."""
    source: str = ""

    @property
    def listed(self) -> int:
        """How many members it tells of."""
        return len(self.members) or sum(self.counts.values())

    def split(self) -> Split:
        """The members by position.

        That nobody voted in some way is known of a roll call, so those have a 0. Who was there without voting, or
        absent, is known only where it is told of anybody: else these positions are left out.
        """
        found = Counter(dict.fromkeys(VOTED, 0))
        found.update(dict(self.counts) if self.counts else Counter(each.position for each in self.members))
        return dict(found)

    def figures(self, act: ActKind) -> dict[str, int]:
        """The fields of an act that the roll call fills in, each with the members whom it counts."""
        split = self.split()
        wanted = {name: kind.position for name, kind in act.fields.items() if kind.type == "count" and kind.position}
        return {
            name: sum(split.get(each, 0) for each in positions)
            for name, positions in wanted.items()
            if any(each in split for each in positions)
        }

    def chamber(self, seats: int, body: str = "") -> Chamber:
        """The chamber that voted: each bloc by how it stood, in parts where it was divided.

        Members of no group are blocs of one seat, and seats of which nothing is told are vacant. Raises InputError
        where more voted than there are seats.
        """
        check_seats(self.listed, seats)
        return Chamber(tuple(self._blocs()), seats - self.listed, self.title, body, self.day, self.source)

    def whole(self, seats: int, body: str = "") -> Chamber:
        """The chamber with each bloc in one piece, without a position: for asking who could win together.

        The rest is as in `chamber`. Raises InputError where more voted than there are seats.
        """
        check_seats(self.listed, seats)
        sizes = Counter(each.bloc or each.name for each in self.members)
        blocs = tuple(Bloc(name, members) for name, members in sizes.items()) or tuple(self._blocs())
        return Chamber(blocs, seats - self.listed, self.title, body, self.day, self.source)

    def _blocs(self) -> Iterable[Bloc]:
        if not self.members:
            yield from (Bloc(_titled(each), votes, each) for each, votes in self.counts.items() if votes)
        parts = Counter((each.bloc or each.name, each.position) for each in self.members)
        divided = Counter(name for name, _ in parts)
        for (name, position), seats in parts.items():
            yield Bloc(f"{name} ({_words(position)})" if divided[name] > 1 else name, seats, position)


def _words(position: Position) -> str:
    return position.value.replace("_", " ")


def _titled(position: Position) -> str:
    return _words(position).capitalize()


def check_seats(listed: int, seats: int | None, where: Where | None = None) -> None:
    """Raises InputError where more members are listed than there are seats, and says by how many."""
    if seats is not None and listed > seats:
        what = f"lists {listed} votes, {listed - seats} more than the {seats} seats of the body"
        raise InputError(what, where=where, remedy="Take out who is no member of it, or is listed again")


def check_names(votes: Iterable[tuple[str, Where]]) -> None:
    """Raises InputError where one name is listed twice, with both lines."""
    first: dict[str, Where] = {}
    for name, where in votes:
        earlier = first.setdefault(plain(name), where)
        if earlier is not where:
            what = f"{name!r} is listed twice, on lines {earlier.line} and {where.line}"
            raise InputError(what, where=where, remedy="Keep one, or tell two of the same name apart")
