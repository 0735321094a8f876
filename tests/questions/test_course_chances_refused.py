"""What cannot be asked of the chances of a whole procedure, and a quorum beside a majority."""

from __future__ import annotations

import json
from collections import Counter
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from asked_chances import (
    A_LAW,
    LAW,
    NEAR,
    PRIME_MINISTER,
    THIRDS,
    P,
    asked,
    chamber,
    chance,
)
from invented_law import forget

from majlis.errors import InputError
from majlis.law.places import VARIABLE
from majlis.questions.course_chances import course_chances
from majlis.voting.chamber import Bloc, Chamber

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.mark.parametrize(
    ("what", "says"),
    [
        ({"choices": {"decision.retrn": 0.5}}, "no choice 'decision.retrn'.*decision.return"),
        ({"choices": {"decision.return": 1.2}}, "decision.return: 1.2 is no chance"),
        ({"choices": {"decision.return": "often"}}, "often is no chance"),
        ({"choices": {"decision.return": 0.7, "decision.signature": 0.4}}, "add up to 11/10"),
        ({"choices": {"decision.return": 0.3, "decision.signature": 0.4}}, "add up to 7/10.*decision.missed=3/10"),
        ({"choices": {"vote.vote": 0.3}}, "vote.vote add up to 3/10.*vote.missed=7/10 if it may be missed"),
        ({"choices": {"vote.vote": 0.3, "vote.missed": 0.3}}, "vote.vote, vote.missed add up to 3/5"),
        ({"choices": {"decision.9.return": 0.3}}, "no choice 'decision.9.return'; decision.return comes once"),
        ({"choices": {"decision.01.return": 0.3}}, "no choice 'decision.01.return'"),
        ({"choices": {"decision.return": "1e-99999999999"}}, "1e-99999999999 is no chance"),
        ({"given": {**A_LAW, "vote.in_favour": 126}}, "vote.in_favour: .*126 exceeds the 125 seats"),
        ({"given": {"introduction.bye": "deputy"}}, "no field 'introduction.bye'.*introduction.by"),
        ({"matter": "1.I.1"}, "not about 1.I.1"),
    ],
)
def test_what_cannot_be_used_is_named(what: dict[str, Any], says: str) -> None:
    with pytest.raises(InputError, match=says):
        asked(LAW, chamber(93, THIRDS), **{"matter": "94.I.15", "given": A_LAW, **what})


def test_a_chamber_of_another_size_has_no_vote() -> None:
    with pytest.raises(InputError, match=r"124 seats has no vote in .*milli majlis with 125 seats"):
        asked(LAW, chamber(60, THIRDS, seats=124), matter="94.I.15", given=A_LAW)


def test_an_undecided_bloc_is_named() -> None:
    house = Chamber((Bloc("sure", 60, P.IN_FAVOUR), Bloc("waverers", 65)))
    with pytest.raises(InputError, match=r"chamber: waverers is undecided.*position or chances"):
        asked(LAW, house, matter="94.I.15", given=A_LAW)


def test_a_chamber_may_be_plain_data_or_a_file(tmp_path: Path) -> None:
    blocs = [{"bloc": "A", "seats": 60, "position": "in_favour"}, {"bloc": "B", "seats": 65, "chance": "1/2"}]
    data = {"constitution": "az-1995", "body": "milli_majlis", "blocs": blocs}
    file = tmp_path / "chamber.yaml"
    file.write_text(json.dumps(data), encoding="utf-8")
    by_name, by_path, by_data = (
        course_chances(PRIME_MINISTER, each, engine="meaning") for each in (str(file), file, data)
    )
    half = {P.IN_FAVOUR: Fraction(1, 2), P.AGAINST: Fraction(1, 2)}
    house = Chamber((Bloc("A", 60, P.IN_FAVOUR), Bloc("B", 65, chances=half)))
    assert by_name.ends == by_path.ends == by_data.ends == asked(PRIME_MINISTER, house).ends


@pytest.mark.parametrize("what", [125, None, ["A", "B"]])
def test_what_is_no_chamber_is_refused(what: Any) -> None:
    with pytest.raises(InputError, match="chamber"):
        asked(PRIME_MINISTER, what)


@pytest.fixture
def velmar(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The invented country, whose chambers need a quorum beside a majority of those who say aye or no."""
    monkeypatch.setenv(VARIABLE, str(Path(__file__).parents[1] / "second_country"))
    forget()
    yield
    monkeypatch.undo()
    forget()


@pytest.mark.usefixtures("velmar")
def test_a_majority_beside_a_quorum_is_drawn_with_all_figures_that_count() -> None:
    from majlis.procedure.library import procedure

    seats = procedure("velmar/bill").law.seats("burgher_hall", "2004")
    kinds = (P.IN_FAVOUR, P.AGAINST, P.ABSTAINING, P.ABSENT)
    weights = dict(zip(kinds, (Fraction(2, 5), Fraction(1, 5), Fraction(1, 5), Fraction(1, 5)), strict=True))
    sure, absent = seats // 2 - 3, seats - (seats // 2 - 3) - 4
    ayes = sure // 2
    house = Chamber(
        (
            Bloc("ayes", ayes, P.IN_FAVOUR),
            Bloc("noes", sure - ayes, P.AGAINST),
            *(Bloc(f"member {number}", 1, chances=weights) for number in range(4)),
            Bloc("away", absent, P.ABSENT),
        ),
        body="burgher_hall",
    )
    passes = fails = no_quorum = Fraction(0)
    for votes in product(kinds, repeat=4):
        weight = Fraction(1)
        for vote in votes:
            weight *= weights[vote]
        count = Counter(votes)
        present = sure + 4 - count[P.ABSENT]
        if 2 * present < seats:
            no_quorum += weight
        elif ayes + count[P.IN_FAVOUR] > sure - ayes + count[P.AGAINST]:
            passes += weight
        else:
            fails += weight
    found = asked("velmar/bill", house, given={"tabling.mover": "burgher"})
    (first,) = (each for each in found.votes if (each.step, each.round) == ("reading", 1))
    assert first.lowest == first.highest == pytest.approx(float(passes), abs=NEAR)
    rejected = float(fails) * sum(float(no_quorum) ** number for number in range(5))
    assert chance(found, "rejected") == pytest.approx(rejected, abs=NEAR)
    goes_on = next(each for each in found.ends if each.end.kind == "goes_on")
    assert goes_on.chance == pytest.approx(float(no_quorum) ** 5, abs=NEAR)
