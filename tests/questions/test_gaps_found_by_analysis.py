"""The gaps of the text are found by looking at all cases, and each comes with a case that falls into it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from invented_law import forget

from majlis.engines.trial import Trial
from majlis.law.places import VARIABLE
from majlis.procedure.program import EndKind
from majlis.questions.gaps.finding import found_gaps
from majlis.questions.judgement import judge
from majlis.questions.readings import choose
from majlis.scenario.case import bind_case
from majlis.scenario.model import Scenario

if TYPE_CHECKING:
    from collections.abc import Iterator

    from invented_law import Isle

    from majlis.questions.gaps.gap import Gap
    from majlis.questions.judgement import Judgement

ASKED = (
    "constitutional_law", "law", "martial_law", "presidential_election", "presidential_vacancy", "prime_minister_appointment",
)  # fmt: skip
VELMAR = Path(__file__).parent.parent / "second_country"


@pytest.fixture(scope="module")
def gaps() -> tuple[Gap, ...]:
    """The gaps of the procedures that have those that everybody knows."""
    pytest.importorskip("z3")
    return found_gaps(f"az-1995/{name}" for name in ASKED).gaps


def one(gaps: tuple[Gap, ...], kind: str, place: str, *readings: str) -> Gap:
    """The gap that an analysis found at a step, alone or where a file declares a silence."""
    here = [each for each in gaps if f"az-1995/{place}" in each.places and kind in each.analyses]
    (found,) = [each for each in here if each.readings == readings]
    return found


def replayed(gap: Gap) -> Judgement:
    """The case of a gap, decided under the readings under which it is there."""
    assert gap.scenario is not None
    case = bind_case(Scenario.model_validate(gap.scenario))
    readings = () if gap.kind == "ambiguity" else choose(case.procedure, gap.readings)
    return judge(case, Trial(), readings)


def halted(found: Judgement) -> set[str]:
    """The steps of the silences in which a case ends."""
    return {end.step for end in found.ends if end.kind is EndKind.SILENCE}


def test_every_case_that_is_shown_falls_into_its_gap_when_it_is_decided(gaps: tuple[Gap, ...]) -> None:
    for gap in gaps:
        assert gap.scenario is not None or not gap.analyses, gap.says
        if gap.kind == "silence" and gap.scenario:
            found = replayed(gap)
            silent = {end.what for end in found.ends if end.kind is EndKind.SILENCE}
            silent |= {each.says for each in found.program.crossings if each.name in found.held}
            assert gap.says in silent


def test_a_presidency_can_be_vacant_with_no_one_in_line(gaps: tuple[Gap, ...]) -> None:
    found = one(gaps, "line exhausted", "presidential_vacancy.acting")
    assert "105" in found.provisions
    assert found.severity == "high"
    judged = replayed(found)
    assert not judged.breaches
    assert "delegation" in judged.awaited
    assert judged.outcome is None


@pytest.mark.parametrize(
    "place", ["constitutional_law.first_vote", "constitutional_law.second_vote", "law.repeat_vote"]
)
def test_a_house_of_fewer_than_95_can_adopt_no_constitutional_law_and_override_nothing(
    gaps: tuple[Gap, ...], place: str
) -> None:
    found = next(each for each in gaps if each.kind == "too few members" and each.says.startswith("95 "))
    assert f"az-1995/{place}" in found.places
    assert found.editions == ("1995", "2002", "2009", "2016")
    judged = replayed(found)
    assert not judged.breaches
    votes = [act["in_favour"] for act in found.scenario["acts"] if "in_favour" in act] if found.scenario else []
    assert votes[-1] == 94


def test_an_impeachment_is_impossible_with_fewer_than_95() -> None:
    pytest.importorskip("z3")
    found = next(each for each in found_gaps(["az-1995/impeachment"]).gaps if each.kind == "too few members")
    assert found.says.startswith("95 ")
    assert found.places == ("az-1995/impeachment.dismissal_vote",)


def test_56_days_of_presidential_silence_lead_nowhere(gaps: tuple[Gap, ...]) -> None:
    found = one(gaps, "period runs out", "law.decision")
    assert found.declared
    assert found.catalogued == ("G47",)
    assert "110.I" in found.provisions
    judged = replayed(found)
    assert halted(judged) == {"decision"}
    assert not judged.record.values["decision.1.done"]


def test_the_approval_of_martial_law_has_no_period_under_the_reading_that_has_none(gaps: tuple[Gap, ...]) -> None:
    found = one(gaps, "no period", "martial_law.approval", "presidents_business=no_period")
    assert found.severity == "high"
    assert replayed(found).awaited == ("approval",)
    assert not [each for each in gaps if each.kind == "no period" and each.places == found.places and not each.readings]


def test_no_clock_runs_after_a_prime_minister_alone_has_left(gaps: tuple[Gap, ...]) -> None:
    found = one(gaps, "no period", "prime_minister_appointment.cause")
    assert found.catalogued == ("G46",)
    assert found.scenario is not None
    assert found.scenario["given"]["cabinet_stays"] is True
    assert halted(replayed(found)) == {"cause"}


def test_a_second_round_can_end_in_a_tie(gaps: tuple[Gap, ...]) -> None:
    found = one(gaps, "tie", "presidential_election.second_round")
    judged = replayed(found)
    assert judged.record.values["second_round.1.tied"]
    assert halted(judged) == {"second_round"}


def test_nobody_is_named_between_the_election_and_the_oath(gaps: tuple[Gap, ...]) -> None:
    found = one(gaps, "nobody between", "presidential_vacancy.election")
    judged = replayed(found)
    assert "oath" not in {here.step for here in judged.placed.at}
    assert {end.what for end in judged.ends if end.kind is EndKind.OUTCOME} == {"nobody_acts"}


def test_president_and_house_can_prolong_the_search_for_a_prime_minister_for_ever(gaps: tuple[Gap, ...]) -> None:
    found = one(gaps, "endless course", "prime_minister_appointment.proposal")
    assert "both the President and the Milli Majlis" in found.says
    judged = replayed(found)
    assert not judged.breaches
    assert any(end.kind is EndKind.CAP for end in judged.ends)


def test_the_gravest_gaps_come_first(gaps: tuple[Gap, ...]) -> None:
    order = ["high", "medium", "low", ""]
    found = [order.index(each.severity) for each in gaps]
    assert found == sorted(found)


@pytest.fixture
def velmar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the invented country, to plant holes in."""
    pytest.importorskip("z3")
    shutil.copytree(VELMAR, tmp_path / "content", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    monkeypatch.setenv(VARIABLE, str(tmp_path / "content"))
    forget()
    yield tmp_path / "content"
    monkeypatch.undo()
    forget()


def plant(content: Path, file: str, old: str, new: str) -> None:
    path = content / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    forget()


def at(place: str) -> dict[tuple[str, ...], Gap]:
    """The gaps at one step of a bill, by the analyses that found them."""
    return {each.analyses: each for each in found_gaps(["velmar/bill"]).gaps if each.places == (f"velmar/{place}",)}


def test_a_period_that_is_made_to_lead_nowhere_is_found_with_a_case(velmar: Path) -> None:
    assert ("period runs out",) not in at("bill.seal")
    plant(
        velmar, "procedures/velmar/bill.yaml", "    missed: enacted", '    missed: {silent: "A bill without a seal."}'
    )
    found = at("bill.seal")[("period runs out",)]
    assert halted(replayed(found)) == {"seal"}


def test_a_period_that_is_taken_away_is_found_though_no_file_declares_it(velmar: Path) -> None:
    assert ("no period",) not in at("bill.seal")
    plant(velmar, "procedures/velmar/bill.yaml", "    governed_by: [15.II]\n", "")
    found = at("bill.seal")[("no period",)]
    assert not found.declared
    assert replayed(found).awaited == ("seal",)


def test_a_procedure_without_a_hole_has_no_gap(isle: Isle) -> None:
    pytest.importorskip("z3")
    isle.procedure(
        """
        - {step: motion, done: ballot}
        - {step: ballot, governed_by: [1.I, 1.II], passed: won, failed: lost, late: lost, missed: lost}
        """
    )
    assert found_gaps(["isle/trial"]).gaps == ()
