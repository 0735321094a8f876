"""Chambers and roll calls in votes: of courts and municipalities, of seats that nobody told of, and in what words."""

from __future__ import annotations

from typing import Any

import pytest

import majlis
from majlis.scenario.roll_call_files import roll_call_of
from majlis.voting.coalitions import coalitions
from majlis.voting.game import Game
from majlis.voting.majority import FOR, Base, Majority

ALL = {"coalitions": True, "power": True, "chances": True}


def chamber(body: str, vacancies: int, **blocs: tuple[Any, ...]) -> dict[str, Any]:
    """A chamber of blocs, each with its seats and with what else is said of it."""
    listed = [{"bloc": name, "seats": seats, **(more[0] if more else {})} for name, (seats, *more) in blocs.items()]
    return {"constitution": "az-1995", "body": body, "date": "2024-09-21", "vacancies": vacancies, "blocs": listed}


def stands(position: str) -> dict[str, str]:
    return {"position": position}


def law_vote(**asked: Any) -> Any:
    return majlis.would_pass("az-1995/law", matter="94.I.3", engine="meaning", **asked)


def court(**asked: Any) -> Any:
    return majlis.would_pass("az-1995/presidential_vacancy", step="incapacity", engine="meaning", **asked)


def municipality(**asked: Any) -> Any:
    given = {"local_taxes": False}
    return majlis.would_pass("az-1995/municipal_decision", given=given, engine="meaning", **asked)


TOWN = chamber(
    "municipality", 2, A=(6, stands("in favour")), B=(4, stands("against")), C=(3, stands("abstaining")),
    D=(2, stands("absent")),
)  # fmt: skip
PART = "name,vote,group\n" + "".join(
    f"M{number},{'yes' if number < 60 else 'no'},{'First' if number < 55 else 'Second'}\n" for number in range(80)
)


def part(text: str = PART) -> Any:
    return roll_call_of(text, "part.csv")


# who may vote


def test_a_vote_that_is_counted_at_an_earlier_act_has_coalitions_power_and_chances() -> None:
    bench = chamber(
        "constitutional_court", 1, Seniors=(5, {"chance": "0.8"}), Juniors=(3, {"separate": "yes", "chance": "1/2"})
    )
    (row,) = court(chamber=bench, **ALL).chamber.majorities
    assert (row.quota, row.due, [use.provision for use in row.uses]) == (6, True, ["az-1995/104.III"])
    assert [each.names[0] for each in row.coalitions.minimal] == ["Seniors"] * 3
    assert row.lowest == pytest.approx(
        sum(p * q for n, p in enumerate(binomial(5, 0.8)) for m, q in enumerate(binomial(3, 0.5)) if n + m >= 6)
    )


def binomial(tries: int, chance: float) -> list[float]:
    found = [1.0]
    for _ in range(tries):
        found = [a * (1 - chance) + b * chance for a, b in zip([*found, 0], [0, *found], strict=True)]
    return found


@pytest.mark.parametrize("position", ["against", "abstaining", "not voting", "absent"])
def test_members_of_whom_the_act_has_no_figure_are_not_in_favour(position: str) -> None:
    found = court(
        chamber=chamber("constitutional_court", 1, Yes=(5, stands("in favour")), Others=(3, stands(position)))
    )
    assert (found.passes, found.actual, found.required) == (False, 5, 6)


def test_a_body_without_stated_seats_votes_where_the_vocabulary_names_none() -> None:
    found = municipality(chamber=TOWN, **ALL)
    assert (found.passes, found.actual, found.required) == (False, 6, 7)
    assert found.chamber.chamber.seats == 17
    assert [each.share for each in found.chamber.majorities] == ["more than 1/2 of voting", "at least 2/3 of members"]


def test_a_body_with_seats_of_its_own_does_not_vote_for_one_without() -> None:
    with pytest.raises(majlis.InputError, match="the chamber is the Milli Majlis, and here another body votes"):
        municipality(chamber=chamber("milli_majlis", 0, A=(125,)))


def test_the_answer_to_a_vote_comes_also_where_the_whole_procedure_has_no_chance() -> None:
    call = roll_call_of("name,vote\nA,yes\nB,no\n", "m.csv")
    found = municipality(roll_call=call, chances=True)
    assert found.passes is False
    assert found.chamber.majorities[0].lowest == 0


# seats that a roll call does not list


def test_members_whom_a_roll_call_does_not_list_are_not_called_vacant() -> None:
    found = law_vote(roll_call=part(), **ALL)
    text = " ".join(found.to_text().split())
    assert "125 seats; of 45 nothing is told." in text
    assert "None of those who are listed, whatever they do, alone or together." in text
    assert "Of 45 seats nothing is told" in text
    assert "too few members sit" not in text


def test_members_whom_a_roll_call_does_not_list_may_join_a_coalition() -> None:
    due = next(each for each in law_vote(roll_call=part(), coalitions=True).chamber.majorities if each.due)
    assert due.coalitions.winnable
    assert [[(each.weight, each.members, each.of) for each in kind.taken] for kind in due.coalitions.kinds] == [
        [(55, 1, 1), (25, 1, 1), (1, 3, 45)],
        [(55, 1, 1), (1, 28, 45)],
    ]


def test_the_chances_of_a_roll_call_agree_with_its_answer() -> None:
    for more, passes in ((0, False), (23, True)):
        rows = "".join(f"N{number},yes,Third\n" for number in range(more))
        found = law_vote(roll_call=part(PART + rows), chances=True)
        due = next(each for each in found.chamber.majorities if each.due)
        assert (found.passes, due.lowest, due.highest) == (passes, float(passes), float(passes))


def test_figures_beside_a_roll_call_say_where_those_are_whom_it_does_not_list() -> None:
    house = law_vote(roll_call=part(), sitting="110", absent="20").chamber.chamber
    assert (house.vacancies, house.untold) == (15, 0)
    assert law_vote(roll_call=part(), absent="20..30").chamber.chamber.untold == 45


def test_listed_blocs_turn_a_vote_though_not_all_seats_are_listed() -> None:
    found = law_vote(roll_call=part(PART.replace("no", "yes") + "".join(f"N{n},yes,Third\n" for n in range(3))))
    assert found.passes is True
    assert {each.bloc for each in found.chamber.turning} == {"First", "Second", "Third"}


def test_counts_alone_have_neither_coalitions_nor_blocs_that_turn_the_vote() -> None:
    call = roll_call_of('{"counts": [{"option": "yes", "value": 84}, {"option": "no", "value": 20}]}', "counts.json")
    found = law_vote(roll_call=call, chances=True)
    assert (found.passes, found.chamber.turning, found.chamber.turns) == (True, (), None)
    assert "Which blocs could turn it" not in found.to_text()
    for asked in ("coalitions", "power"):
        with pytest.raises(majlis.InputError, match="only counts, and coalitions and power are those of groups"):
            law_vote(roll_call=call, **{asked: True})


# words


def test_each_majority_is_called_by_what_it_asks_for() -> None:
    text = " ".join(municipality(chamber=TOWN, **ALL).to_text().split())
    assert "More than 1/2 of voting, due here: 8 seats if all others vote against" in text
    assert "At least 2/3 of members: 10 seats if all others vote against" in text
    assert "More than 1/2 of voting, due here 0%" in text


def test_fixed_majorities_are_called_by_their_seats() -> None:
    text = law_vote(chamber=chamber("milli_majlis", 5, A=(80, stands("in favour")), B=(40,)), coalitions=True).to_text()
    assert "83 seats, due here\n" in text
    assert "83 seats, due here:" not in text


def test_members_who_stand_alone_are_named_together_where_no_vote_hangs_on_them() -> None:
    house = chamber("milli_majlis", 0, A=(83,), B=(40,), Independents=(2, {"separate": "yes"}))
    assert "No vote hangs on B or any of the Independents." in law_vote(chamber=house, coalitions=True).to_text()


def test_members_who_stand_alone_are_named_together_where_all_of_them_are_needed() -> None:
    house = chamber("milli_majlis", 42, A=(81,), Independents=(2, {"separate": "yes"}))
    assert "Nobody wins without A and all of the Independents." in law_vote(chamber=house, coalitions=True).to_text()


def test_one_of_something_is_told_in_the_singular() -> None:
    house = chamber("milli_majlis", 42, A=(82, stands("in favour")), B=(1, stands("against")))
    text = law_vote(chamber=house, coalitions=True).to_text()
    assert "B, 1 seat: in favour instead of against." in text
    assert "1 winning coalition; 1 of them is minimal:" in text


def test_kinds_of_coalitions_say_in_how_many_ways_and_of_which_blocs() -> None:
    house = chamber("milli_majlis", 0, A=(43,), B=(40,), C=(40,), Others=(2, {"separate": "yes"}))
    text = law_vote(chamber=house, coalitions=True).to_text()
    assert "83: A + any 1 of 2 blocs of 40, in 2 ways" in text
    assert "(1)" not in text
    assert "bloc of 40s" not in text


def test_blocs_without_seats_are_in_no_coalition() -> None:
    majority = Majority(Base("in_favour", FOR), 2)
    full = majlis.chamber(chamber("milli_majlis", 122, A=(2,), B=(1,), None_=(0,), Nobody=(0,)))
    assert coalitions(Game.of(full, majority)).winning == 2  # A alone, and A with B


# what may be given


def test_a_chamber_and_a_roll_call_may_be_named_by_their_files(tmp_path: Any) -> None:
    path = tmp_path / "part.csv"
    path.write_text(PART, encoding="utf-8")
    assert law_vote(roll_call=path).actual == law_vote(roll_call=str(path)).actual == 60
    for other in (None, 5):
        with pytest.raises(majlis.InputError, match="is asked for"):
            majlis.chamber(other)  # type: ignore[arg-type]
        with pytest.raises(majlis.InputError, match="is asked for"):
            majlis.roll_call(other)  # type: ignore[arg-type]
