"""A chamber in a vote as part of a page: its blocs, who can win together, how much power each has, and chances."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from majlis.render.page import FAINT, OPEN, Page, Part
from majlis.render.votes.chances import chances_page, percent, vote_chances
from majlis.render.votes.position_words import STANDING
from majlis.render.words import counted_votes, listed, number, sentence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

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
            page.heading(_heading(each))
            _coalitions(page, each.coalitions, found.whole)
            _power(page, each, found.whole)
    _chances(page, found)


def _chances(page: Page, found: ChamberVote) -> None:
    rows = [(_majority(each), each.lowest, each.highest) for each in found.majorities]
    known = [(what, low, high) for what, low, high in rows if low is not None and high is not None]
    if known:
        vote_chances(page, known, found.votes)
        for line in _without_course(found):
            page.line(line, indent=_INDENT, hang=_INDENT)
    if found.course:
        chances_page(page, found.course)


def _without_course(found: ChamberVote) -> Iterator[str]:
    """Why there is no chance of the whole procedure."""
    undecided = [bloc.name for bloc in found.chamber.blocs if bloc.undecided and not bloc.untold]
    if undecided:
        are = "is" if len(undecided) == 1 else "are"
        yield (
            f"{listed(undecided)} {are} undecided: the bounds hold whatever they do. "
            "With chances the whole procedure follows."
        )
    elif found.chamber.untold:
        yield (
            f"Of {counted_votes(found.chamber.untold, 'seat')} nothing is told: nobody there is counted in favour. "
            "Without more about them there is no chance of the whole procedure."
        )
    elif found.no_course:
        yield f"The chance of the whole procedure cannot be had: {found.no_course}"


def _majority(each: ForMajority) -> str:
    """What a majority asks for, in a few words."""
    needed = each.share or counted_votes(each.quota, "seat")
    return f"{needed[:1].upper()}{needed[1:]}{', due here' if each.due else ''}"


def _heading(each: ForMajority) -> str:
    """The same with the seats that a coalition needs, where they are not what is asked for."""
    alone = f": {counted_votes(each.quota, 'seat')} if all others vote against" if each.share else ""
    return f"{_majority(each)}{alone}"


def _blocs(page: Page, found: ChamberVote) -> None:
    house = found.chamber
    vacant = f", {number(house.vacancies)} of them vacant" if house.vacancies else ""
    untold = f"; of {number(house.untold)} nothing is told" if house.untold else ""
    page.heading(house.title or "The chamber")
    page.line(f"{counted_votes(house.seats, 'seat')}{vacant}{untold}.", indent=_INDENT)
    page.table(("Bloc", "Seats", "Position"), [(each.name, number(each.seats), _stands(each)) for each in house.blocs])
    if house.source:
        page.line(Part(f"Source: {house.source.rstrip('.')}.", FAINT), indent=_INDENT, hang=_INDENT)


def _stands(bloc: Bloc) -> Part | str:
    """How a bloc stands, or how likely it stands in which way."""
    if bloc.position is not None:
        return STANDING[bloc.position]
    if not bloc.chances:
        return Part("nothing is told" if bloc.untold else "undecided", OPEN)
    likely = [f"{percent(float(chance))} {STANDING[position]}" for position, chance in bloc.chances.items() if chance]
    together = f"; moves as one with {percent(float(bloc.discipline))}" if bloc.discipline else ""
    return f"{listed(likely)}{together}"


def _turns(page: Page, found: ChamberVote) -> None:
    """The fewest seats that would turn the vote by taking another position, bloc by bloc."""
    if found.turns is None:
        return
    page.heading("Which blocs could turn it")
    if not found.turns.shown:
        which = "None of those who are listed" if found.chamber.untold else "None"
        page.line(f"{which}, whatever they do, alone or together.", indent=_INDENT)
    for turn in found.turns.shown:
        page.line(sentence(_turn(turn)), indent=_INDENT, hang=_INDENT)
    if found.turns.shown and not found.turns.complete:
        page.line(Part("Others may do as well, with as many seats or more.", FAINT), indent=_INDENT)


def _turn(turn: Turn) -> str:
    moves = (
        f"{each.bloc}, {counted_votes(each.seats, 'seat')}: {STANDING[each.after]} instead of {STANDING[each.before]}"
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
        ways = f", in {number(kind.number)} ways" if kind.number > 1 else ""
        yield f"{number(kind.weight)}: {' + '.join(parts)}{ways}"


def _taken(taken: Taken, house: Chamber) -> str:
    blocs = [bloc.name for bloc in house.blocs if not bloc.separate and bloc.seats == taken.weight]
    if taken.members == taken.of == len(blocs):
        return " + ".join(blocs)
    several = "members" if taken.weight == 1 else f"blocs of {number(taken.weight)}"
    return f"any {number(taken.members)} of {number(taken.of)} {several}"


def _told(found: Coalitions, house: Chamber) -> Iterator[str]:
    if found.dictator:
        yield f"{found.dictator} wins alone, and nobody without it."
    elif found.vetoes:
        yield f"Nobody wins without {listed(_collected(found.vetoes, house, 'all'))}."
    else:
        yield "No bloc has a veto."
    if found.dummies:
        yield f"No vote hangs on {listed(_collected(found.dummies, house, 'any'), 'or')}."
    are = "is" if found.minimal_number == 1 else "are"
    yield f"{counted_votes(found.winning, 'winning coalition')}; {number(found.minimal_number)} of them {are} minimal:"


def _collected(names: Collection[str], house: Chamber, word: str) -> list[str]:
    """Players by name; members who are only told of together, and are alike, as any or all of their bloc."""
    groups = {f"{bloc.name} 1": bloc for bloc in house.blocs if bloc.separate and bloc.seats > 1}
    alone = {f"{bloc.name} {place}" for bloc in groups.values() for place in range(1, bloc.seats + 1)}
    found = [name for name in names if name not in alone]
    return found + [f"{word} of {_with_article(bloc)}" for name, bloc in groups.items() if name in names]


def _with_article(bloc: Bloc) -> str:
    if bloc.untold:
        return "those of whom nothing is told"
    return bloc.name if bloc.name.casefold().startswith("the ") else f"the {bloc.name}"


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
