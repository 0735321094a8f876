"""A roll call: how each member voted, as the figures of an act and as a chamber of blocs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from majlis.errors import InputError, Where
from majlis.scenario.position_words import plain, same_name
from majlis.voting.chamber import Bloc, Chamber
from majlis.voting.majority import Position, Split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from majlis.law.vocabulary import ActKind

_Key = tuple[bool, str]  # is it a group, and its name as it is compared
NOT_LISTED = "Not listed"
_NOT_IN_IT = (Position.ABSENT, Position.NOT_VOTING, Position.VACANT)  # where seats may be that are not listed
VOTED = (Position.IN_FAVOUR, Position.AGAINST, Position.ABSTAINING)
"""The positions of those who voted: where a roll call has none of one, nobody took it."""


@dataclass(frozen=True, slots=True)
class Vote:
    """One member of a roll call; `bloc` is empty where no group is named."""

    name: str
    position: Position
    bloc: str = ""


@dataclass(frozen=True)
class Beside:
    """What is known beside a roll call: members by position whom it does not list, and how many sit in all."""

    split: Mapping[Position, int] = field(default_factory=dict)
    sitting: int | None = None


NOTHING_BESIDE = Beside()


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
    file: str = field(default="", compare=False)
    """The name of the file, for errors."""

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

    def chamber(self, seats: int, body: str = "", beside: Beside = NOTHING_BESIDE) -> Chamber:
        """The chamber that voted: each bloc by how it stood, in parts where it was divided.

        Members of no group are blocs of one seat. Seats that it does not list are a bloc of which nothing is told, as
        far as what is known `beside` it says no more. Raises InputError where more voted than there are seats.
        """
        return self._chamber(self._parts(), seats, body, beside)

    def whole(self, seats: int, body: str = "", beside: Beside = NOTHING_BESIDE) -> Chamber:
        """The chamber with each bloc in one piece, without a position: for asking who could win together.

        The rest is as in `chamber`. Raises InputError where more voted than there are seats.
        """
        sizes = Counter(key for key, _ in self._votes())
        names = told_apart(self._titles()[key] for key in sizes)
        blocs = [Bloc(name, members) for name, members in zip(names, sizes.values(), strict=True)]
        return self._chamber(blocs or self._parts(), seats, body, beside)

    def _chamber(self, listed: Iterable[Bloc], seats: int, body: str, beside: Beside) -> Chamber:
        check_seats(self.listed, seats, Where(self.file) if self.file else None)
        rest, may_be = self._not_listed(seats - self.listed, beside), self._may_be(beside)
        vacant = rest.pop(Position.VACANT, 0)
        blocs = [
            Bloc(f"{NOT_LISTED} ({_words(each)})", number, each, separate=True)
            if each
            else Bloc(NOT_LISTED, number, separate=True, untold=may_be)
            for each, number in rest.items()
        ]
        return Chamber((*listed, *blocs), vacant, self.title, body, self.day, self.source)

    def _not_listed(self, seats: int, beside: Beside) -> dict[Position | None, int]:
        """So many seats by position; None for those of which nothing is told, as they could be in several."""
        vacant = 0 if beside.sitting is None else min(max(seats + self.listed - beside.sitting, 0), seats)
        left = seats - vacant - sum(beside.split.values())
        if left < 0:
            what = f"{seats - vacant} seats are not listed, and {seats - vacant - left} members are given beside them"
            raise InputError(what, remedy="Mend the figures, or leave them out")
        may_be = self._may_be(beside)
        found: Counter[Position | None] = Counter({Position.VACANT: vacant})
        for position, number in beside.split.items():
            found[position] += number
        found[may_be[0] if len(may_be) == 1 else None] += left
        return {position: number for position, number in found.items() if number}

    def _may_be(self, beside: Beside) -> tuple[Position, ...]:
        """In which positions seats may be that are not listed: those of whose members no number is told."""
        known = {*self.split(), *beside.split} | ({Position.VACANT} if beside.sitting is not None else set())
        return tuple(each for each in _NOT_IN_IT if each not in known) or _NOT_IN_IT

    def _votes(self) -> Iterator[tuple[_Key, Position]]:
        """The bloc of each member, with the position; a member of no group is a bloc of another kind."""
        return ((_key(each), each.position) for each in self.members)

    def _titles(self) -> dict[_Key, str]:
        """What each bloc is called: as it is written first."""
        found: dict[_Key, str] = {}
        for each in self.members:
            found.setdefault(_key(each), each.bloc or each.name)
        return found

    def _parts(self) -> list[Bloc]:
        if not self.members:
            return [Bloc(_titled(each), votes, each) for each, votes in self.counts.items() if votes]
        titles, parts = self._titles(), Counter(self._votes())
        divided = Counter(key for key, _ in parts)
        names = told_apart(
            f"{titles[key]} ({_words(position)})" if divided[key] > 1 else titles[key] for key, position in parts
        )
        sizes = zip(names, parts.items(), strict=True)
        return [Bloc(name, seats, position) for name, ((_, position), seats) in sizes]


def _key(vote: Vote) -> _Key:
    return bool(vote.bloc), same_name(vote.bloc or vote.name)


def told_apart(names: Iterable[str]) -> list[str]:
    """Names, each of them once: where one comes again, it has a number behind it."""
    found: dict[str, None] = {}
    for name in names:
        turns = (name, *(f"{name} [{turn}]" for turn in range(2, len(found) + 3)))
        found[next(each for each in turns if each not in found)] = None
    return list(found)


def _words(position: Position) -> str:
    return position.value.replace("_", " ")


def _titled(position: Position) -> str:
    return _words(position).capitalize()


def _several(number: int, one: str) -> str:
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def check_seats(listed: int, seats: int | None, where: Where | None = None) -> None:
    """Raises InputError where more members are listed than there are seats, and says by how many."""
    if seats is not None and listed > seats:
        votes, all_seats = _several(listed, "vote"), _several(seats, "seat")
        what = f"lists {votes}, {listed - seats} more than the {all_seats} of the body"
        raise InputError(what, where=where, remedy="Take out who is no member of it, or is listed again")


def check_names(votes: Iterable[tuple[str, Where]]) -> None:
    """Raises InputError where one name is listed twice, with both lines."""
    first: dict[str, Where] = {}
    for name, where in votes:
        earlier = first.setdefault(plain(name), where)
        if earlier is not where:
            what = f"{name!r} is listed twice, on lines {earlier.line} and {where.line}"
            raise InputError(what, where=where, remedy="Keep one, or tell two of the same name apart")
