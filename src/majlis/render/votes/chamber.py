"""A chamber in a vote as part of a page: its blocs, who can win together, how much power each has, and chances."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from majlis.render.page import FAINT, OPEN, Page, Part
from majlis.render.votes.chances import chances_page, percent, vote_chances
from majlis.render.votes.position_words import STANDING
from majlis.render.words import listed, number, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.votes.chamber_vote import ChamberVote, ForMajority
    from majlis.questions.votes.vote import WouldPass
    from majlis.voting.chamber import Bloc, Chamber
    from majlis.voting.coalitions import Coalitions, Taken
    from majlis.voting.turning import Turn

MOST_COALITIONS = 12  # shown on a page; the data have more
_INDENT = 2


def chamber(page: Page, vote: WouldPass) -> None:
    """Add what a chamber makes of the vote; nothing where there is none."""
    found = vote.chamber
    if found is None:
        return
    _blocs(page, found)
    _turns(page, found)
    for each in found.majorities:
        if each.coalitions or each.power:
            page.heading(_majority(each))
            _coalitions(page, each.coalitions, found.whole)
            _power(page, each, found.whole)
    rows = [(_majority(each), each.lowest, each.highest) for each in found.majorities]
    known = [(what, low, high) for what, low, high in rows if low is not None and high is not None]
    if known:
        vote_chances(page, known, found.votes)
        undecided = [bloc.name for bloc in found.chamber.blocs if bloc.undecided]
        if undecided:
            page.line(_undecided(undecided), indent=_INDENT, hang=_INDENT)
    if found.course:
        chances_page(page, found.course)


def _undecided(names: list[str]) -> str:
    """Why there is no chance of the whole procedure."""
    are = "is" if len(names) == 1 else "are"
    return (
        f"{listed(names)} {are} undecided: the bounds hold whatever they do. With chances the whole procedure follows."
    )


def _majority(each: ForMajority) -> str:
    return f"{number(each.quota)} seats{', due here' if each.due else ''}"


def _blocs(page: Page, found: ChamberVote) -> None:
    house = found.chamber
    vacant = f", {number(house.vacancies)} of them vacant" if house.vacancies else ""
    page.heading(house.title or "The chamber")
    page.line(f"{number(house.seats)} seats{vacant}.", indent=_INDENT)
    page.table(("Bloc", "Seats", "Position"), [(each.name, number(each.seats), _stands(each)) for each in house.blocs])
    if house.source:
        page.line(Part(f"Source: {house.source.rstrip('.')}.", FAINT), indent=_INDENT, hang=_INDENT)


def _stands(bloc: Bloc) -> Part | str:
    """How a bloc stands, or how likely it stands in which way."""
    if bloc.position is not None:
        return STANDING[bloc.position]
    if not bloc.chances:
        return Part("undecided", OPEN)
    likely = [f"{percent(float(chance))} {STANDING[position]}" for position, chance in bloc.chances.items() if chance]
    together = f"; moves as one with {percent(float(bloc.discipline))}" if bloc.discipline else ""
    return f"{listed(likely)}{together}"


def _turns(page: Page, found: ChamberVote) -> None:
    """The fewest seats that would turn the vote by taking another position, bloc by bloc."""
    if found.turns is None:
        return
    page.heading("Which blocs could turn it")
    if not found.turns.shown:
        page.line("None, whatever they do, alone or together.", indent=_INDENT)
    for turn in found.turns.shown:
        page.line(sentence(_turn(turn)), indent=_INDENT, hang=_INDENT)
    if found.turns.shown and not found.turns.complete:
        page.line(Part("Others may do as well, with as many seats or more.", FAINT), indent=_INDENT)


def _turn(turn: Turn) -> str:
    moves = (
        f"{each.bloc}, {number(each.seats)} seats: {STANDING[each.after]} instead of {STANDING[each.before]}"
        for each in turn.switches
    )
    return "; ".join(moves)


def _coalitions(page: Page, found: Coalitions | None, house: Chamber) -> None:
    if found is None:
        return
    if not found.winnable:
        page.line("No coalition reaches it: too few members sit.", indent=_INDENT)
        return
    for line in _told(found, house):
        page.line(line, indent=_INDENT, hang=_INDENT)
    listed_ones = list(_kinds(found, house) if any(bloc.separate for bloc in house.blocs) else _named(found))
    for line in listed_ones[:MOST_COALITIONS]:
        page.line(line, indent=2 * _INDENT, hang=_INDENT)
    if len(listed_ones) > MOST_COALITIONS or not (found.all_listed or found.all_kinds):
        page.line(Part("and others", FAINT), indent=2 * _INDENT)


def _named(found: Coalitions) -> Iterator[str]:
    """The minimal winning coalitions by the names of their blocs, each with its seats."""
    return (f"{number(each.weight)}: {' + '.join(each.names)}" for each in found.minimal)


def _kinds(found: Coalitions, house: Chamber) -> Iterator[str]:
    """The same where members stand alone: any so many of those who have as many seats."""
    for kind in found.kinds:
        parts = (_taken(each, house) for each in kind.taken)
        yield f"{number(kind.weight)}: {' + '.join(parts)} ({number(kind.number)})"


def _taken(taken: Taken, house: Chamber) -> str:
    blocs = [bloc.name for bloc in house.blocs if not bloc.separate and bloc.seats == taken.weight]
    if taken.members == taken.of == len(blocs):
        return " + ".join(blocs)
    several = "member" if taken.weight == 1 else f"bloc of {number(taken.weight)}"
    return f"any {number(taken.members)} of {number(taken.of)} {several}s"


def _told(found: Coalitions, house: Chamber) -> Iterator[str]:
    alone = {f"{bloc.name} {place}" for bloc in house.blocs if bloc.separate for place in range(1, bloc.seats + 1)}
    if found.dictator:
        yield f"{found.dictator} wins alone, and nobody without it."
    elif found.vetoes:
        yield f"Nobody wins without {listed(found.vetoes)}."
    else:
        yield "No bloc has a veto."
    idle = [name for name in found.dummies if name not in alone]
    if idle:
        yield f"No vote hangs on {listed(idle, 'or')}."
    are = "is" if found.minimal_number == 1 else "are"
    yield f"{number(found.winning)} winning coalitions; {number(found.minimal_number)} of them {are} minimal:"


def _power(page: Page, each: ForMajority, house: Chamber) -> None:
    """The indices of each bloc; of members who stand alone and are alike those of one."""
    if not each.power:
        return
    total = sum(one.weight for one in each.power) or 1
    known = {one.name: one for one in each.power}
    rows: list[tuple[Part | str, ...]] = []
    for bloc in house.blocs:
        alone = bloc.separate and bloc.seats > 1
        one = known.get(f"{bloc.name} 1" if alone else bloc.name)
        if one is None:
            continue
        name = f"{bloc.name}: each of {number(bloc.seats)}" if alone else bloc.name
        share = Fraction(one.weight, total)
        rows.append(
            (
                name,
                number(one.weight),
                percent(float(share)),
                percent(float(one.banzhaf)),
                percent(float(one.shapley_shubik)),
            )
        )
    page.table(("Bloc", "Seats", "Share", "Banzhaf", "Shapley-Shubik"), rows)
