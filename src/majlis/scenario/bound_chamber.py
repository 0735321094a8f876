"""A chamber held against the law: a body that there is, blocs that can be, and seats that add up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.errors import InputError
from majlis.nearest import remedy
from majlis.scenario.blocs import TAKEN
from majlis.scenario.position_words import same_name
from majlis.voting.chamber import FULL_DISCIPLINE, NO_DISCIPLINE, Bloc, Chamber
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from fractions import Fraction

    from majlis.documents.document import Key
    from majlis.errors import Where
    from majlis.law.library import Law
    from majlis.scenario.blocs import BlocEntry, ChamberPart

    Locate = Callable[[Key], Where]


def edition_on(its: Law, day: date | None, locate: Locate) -> str:
    """The edition that decides the number of seats: that of the day, the latest where no day is given.

    Raises InputError for a day on which none was in force.
    """
    if day is None:
        return its.editions[-1]
    found = its.constitution.edition_on(day.toordinal())
    if found is None:
        what = its.constitution.not_in_force(day.toordinal())
        raise InputError(what, where=locate(("date",)), remedy="Give another date, or the file of another constitution")
    return found


def bound(part: ChamberPart, its: Law, edition: str, locate: Locate) -> Chamber:
    """A chamber as the arithmetic of votes takes it. Raises InputError, with its place, for what cannot be right."""
    _check_body(part, its, edition, locate)
    _check_names(part, locate)
    blocs = tuple(_bloc(each, ("blocs", number), locate) for number, each in enumerate(part.blocs))
    _check_seats(part, its, edition, locate)
    day = part.date.isoformat() if part.date else ""
    return Chamber(blocs, part.vacancies, part.title, part.body, day, part.source)


def _check_body(part: ChamberPart, its: Law, edition: str, locate: Locate) -> None:
    frame = its.constitution
    known = [name for name, body in frame.bodies.items() if frame.has(body, edition)]
    if part.body not in known:
        where = f"the edition of {edition} has" if part.body in frame.bodies else f"{its.folder.name} knows"
        raise InputError(f"{where} no body {part.body!r}", where=locate(("body",)), remedy=remedy(part.body, known))


def _check_names(part: ChamberPart, locate: Locate) -> None:
    if not part.blocs:
        raise InputError("has no bloc", where=locate(("blocs",)), remedy="Give at least one, with its seats")
    first: dict[str, int] = {}
    for number, each in enumerate(part.blocs):
        earlier = first.setdefault(same_name(each.bloc), number)
        if earlier != number:
            here, there = locate(("blocs", number)), locate(("blocs", earlier))
            lines = f", on lines {there.line} and {here.line}" if there.line and here.line else ""
            what = f"the bloc {each.bloc!r} is given twice{lines}"
            raise InputError(what, where=here, remedy="Put their seats together, or tell them apart by name")


def _bloc(entry: BlocEntry, path: Key, locate: Locate) -> Bloc:
    _check_stance(entry, path, locate)
    settled = entry.position if isinstance(entry.position, Position) else None
    discipline = NO_DISCIPLINE if entry.discipline is None else entry.discipline
    return Bloc(entry.bloc, entry.seats, settled, _chances(entry, path, locate), discipline, entry.separate)


def _check_stance(entry: BlocEntry, path: Key, locate: Locate) -> None:
    """Each of the ways to say how a bloc votes excludes the others."""
    given = [name for name in ("position", "chance", "chances") if getattr(entry, name) is not None]
    if len(given) > 1:
        what = f"{entry.bloc} has both `{given[0]}` and `{given[1]}`"
        raise InputError(what, where=locate((*path, given[1])), remedy="Keep one of them")
    idle = {"otherwise": given != ["chance"], "discipline": given == ["position"]}
    for name, says_nothing in idle.items():
        if says_nothing and getattr(entry, name) is not None:
            what = f"{entry.bloc} has `{name}`, which goes with {'`chance`' if name == 'otherwise' else 'chances'}"
            raise InputError(what, where=locate((*path, name)), remedy="Leave it out, or give a chance")
    if entry.otherwise == Position.IN_FAVOUR:
        where = locate((*path, "otherwise"))
        what = f"{entry.bloc} votes in favour, and otherwise in favour"
        raise InputError(what, where=where, remedy="Name the other position, or leave `otherwise` out")


def _chances(entry: BlocEntry, path: Key, locate: Locate) -> dict[Position, Fraction]:
    if entry.chance is not None:
        other = entry.otherwise or Position.AGAINST
        return {Position.IN_FAVOUR: entry.chance, other: FULL_DISCIPLINE - entry.chance}
    if entry.chances is None:
        return {}
    stated = {each: getattr(entry.chances, each) for each in TAKEN}
    found: dict[Position, Fraction] = {each: chance for each, chance in stated.items() if chance is not None}
    if (total := sum(found.values())) != 1:
        what = f"the chances of {entry.bloc} add up to {total}, not to 1"
        raise InputError(what, where=locate((*path, "chances")), remedy="Mend them, or name the position of the rest")
    return found


def _check_seats(part: ChamberPart, its: Law, edition: str, locate: Locate) -> None:
    held = sum(each.seats for each in part.blocs)
    seats = _seats(part, its, edition, locate)
    off = held + part.vacancies - seats
    if not off:
        return
    title = its.constitution.bodies[part.body].title
    what = (
        f"{held} seats of blocs and {part.vacancies} vacant are {held + part.vacancies}, {abs(off)} "
        f"{'more' if off > 0 else 'fewer'} than the {seats} of {title}"
    )
    vacant = seats - held
    advice = (
        f"Write `vacancies: {vacant}`, or mend the seats of the blocs"
        if vacant >= 0
        else f"Take {-vacant} from the blocs"
    )
    stated = "vacancies" if "vacancies" in part.model_fields_set else "blocs"
    raise InputError(what, where=locate((stated,)), remedy=advice)


def _seats(part: ChamberPart, its: Law, edition: str, locate: Locate) -> int:
    """All seats: as the law states them, else as they are given, else as they are listed."""
    try:
        stated = its.seats(part.body, edition)
    except InputError:  # the text of the edition does not state them
        listed = sum(each.seats for each in part.blocs) + part.vacancies
        return listed if part.seats is None else part.seats
    if part.seats not in (None, stated):
        what = (
            f"{part.seats} seats are given, and the law states {stated} for {its.constitution.bodies[part.body].title}"
        )
        raise InputError(what, where=locate(("seats",)), remedy="Leave `seats:` out")
    return stated
