"""`check`: what is missing, dangling, unused or untried is a fault with its place; a sound content has none."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest
from invented_law import MOVING

from majlis.errors import InputError
from majlis.questions.check import Checked, check
from majlis.questions.exercise import judged_files

if TYPE_CHECKING:
    from invented_law import Isle

CATALOGUE = """
    catalogue: isle
    clauses:
      C1: {article: 1.I, kind: threshold, editions: ["1900", "1950"]}
      C2: {article: 1.II, kind: deadline, editions: ["1950"]}
      C3: {article: "9", kind: effect, editions: ["1900"]}
    gaps: {G1: high, G2: low}
"""
COVERAGE = """
    coverage: isle
    clauses:
      C1: {encoded: ["1", 1.I]}
      C2: {encoded: [1.II]}
      C3: {left_out: declaratory, says: Fish is good., because: Nobody decides it.}
    gaps:
      G1: {says: Late ballots., silences: [moving.ballot]}
      G2: {says: A small thing., left_out: statute, because: A decree of the Monarch says it.}
"""
KEPT = """
    title: Six votes carry it
    procedure: isle/moving
    as_of: 1960-01-10
    acts:
      - {act: motion, date: 1960-01-01}
      - {act: ballot, date: 1960-01-02, in_favour: 6}
"""


@pytest.fixture
def sound(isle: Isle) -> Isle:
    isle.write("rules/isle/catalogue.yaml", CATALOGUE)
    isle.write("rules/isle/coverage.yaml", COVERAGE)
    isle.write("scenarios/isle/moving/kept.yaml", KEPT)
    return isle


def faults() -> list[str]:
    return [str(each) for each in check().faults]


def only_fault() -> str:
    (found,) = faults()
    return found


def replaced(isle: Isle, file: str, old: str, new: str) -> None:
    text = {"catalogue": CATALOGUE, "coverage": COVERAGE}[file]
    assert old in text
    isle.write(f"rules/isle/{file}.yaml", text.replace(old, new))


def test_a_sound_content_has_no_fault(sound: Isle) -> None:
    found = check()
    assert found.faults == ()
    assert (found.count("encoded"), found.count("left out"), found.count("missing")) == (2, 1, 0)
    assert (found.procedures, found.provisions, found.scenarios) == (1, 3, 1)


def test_a_find_without_an_entry_is_a_fault_in_its_section(sound: Isle) -> None:
    replaced(sound, "coverage", "      C2: {encoded: [1.II]}\n", "")
    missing, unlisted = faults()
    assert missing.startswith("rules/isle/catalogue.yaml:4, clauses.C2: C2 is in the catalogue and not in the coverage")
    assert "no entry of the coverage names 1.II" in unlisted
    assert check().count("missing") == 1


def test_an_entry_for_nothing_that_was_found_is_a_fault(sound: Isle) -> None:
    replaced(sound, "coverage", "C3: {left_out", "C4: {left_out")
    missing, unknown = faults()
    assert "C3 is in the catalogue and not" in missing
    assert "C4 is not in the catalogue" in unknown


def test_a_provision_that_does_not_exist_is_a_fault(sound: Isle) -> None:
    replaced(sound, "coverage", '["1", 1.I]', '["1", 1.I, 1.III]')
    assert only_fault().startswith("rules/isle/coverage.yaml:3, clauses.C1.encoded: isle has no provision 1.III")


def test_a_provision_that_stands_for_nothing_found_is_a_fault(sound: Isle) -> None:
    replaced(sound, "coverage", '["1", 1.I]', "[1.I]")
    assert only_fault().startswith("rules/isle/1.yaml:4, provisions[0]: no entry of the coverage names 1.")


def test_a_provision_that_the_survey_missed_is_named_under_further(sound: Isle) -> None:
    replaced(sound, "coverage", 'C1: {encoded: ["1", 1.I]}', "C1: {encoded: [1.I]}")
    sound.write("rules/isle/coverage.yaml", COVERAGE.replace('["1", 1.I]', "[1.I]") + '    further: ["1"]\n')
    assert faults() == []


def test_a_provision_that_no_procedure_uses_is_a_fault(sound: Isle) -> None:
    sound.rule("cite: 2.I, kind: effect, says: Fish is free.")
    sound.write("rules/isle/coverage.yaml", COVERAGE + "    further: [2.I]\n")
    assert only_fault().startswith("rules/isle/2.yaml:4, provisions[0]: no procedure uses 2.I.")


def test_a_provision_that_no_scenario_exercises_is_a_fault(sound: Isle) -> None:
    sound.write("scenarios/isle/moving/kept.yaml", KEPT.replace("in_favour: 6", "against: 1"))
    assert "no scenario exercises 1.I." in only_fault()


def test_a_citation_in_a_sentence_that_leads_to_nothing_is_a_fault(sound: Isle) -> None:
    sound.write(
        "rules/isle/1.yaml",
        """
        article: "1"
        title: The Council
        provisions:
          - {cite: "1", kind: composition, says: The Council has 11 seats (see 7.IV)., seats: 11}
          - {cite: 1.I, kind: threshold, says: "It decides with six votes, as 1.II and 9.I know.", of: ballot.in_favour, at_least: 6}
          - {cite: 1.II, kind: deadline, says: It votes within five days of the motion., after: motion, within: 5 days}
        """,
    )
    assert [each.partition(" is cited")[0].rpartition(" ")[2] for each in faults()] == ["9.I", "7.IV"]
    replaced(sound, "catalogue", "    gaps:", "    mentioned: [7.IV, 9.I]\n    gaps:")
    assert faults() == []


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ("silences: [moving.motion]", "nothing is silent at moving.motion"),
        ("silences: [moving.dance]", "moving.dance is no step of a procedure"),
        ("silences: [dancing.ballot]", "dancing.ballot is no step of a procedure"),
        ('readings: ["1.I how"]', "1.I has no readings"),
        ('readings: ["1.V how"]', "1.V has no readings"),
        ('readings: ["moving.ballot how"]', "moving.ballot has no readings"),
        ("notes: [1.I]", "1.I has no note"),
    ],
)
def test_a_gap_that_lies_open_nowhere_is_a_fault(sound: Isle, entry: str, fault: str) -> None:
    replaced(sound, "coverage", "silences: [moving.ballot]", entry)
    assert any(fault in each for each in faults())


def test_a_grave_gap_is_a_silence_or_a_reading_and_not_only_noted(sound: Isle) -> None:
    replaced(sound, "coverage", "silences: [moving.ballot]", "encoded: [1.I]")
    assert "G1 is a gap of high severity without a silence and without a reading" in only_fault()


def test_a_small_gap_may_be_noted_only(sound: Isle) -> None:
    replaced(sound, "catalogue", "G1: high", "G1: low")
    replaced(sound, "coverage", "silences: [moving.ballot]", "encoded: [1.I]")
    assert faults() == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("says: Fish is good., because: Nobody decides it.", "says: Fish is good.", "says what it is"),
        ("left_out: declaratory", "left_out: tedious", "left_out"),
        ("{encoded: [1.II]}", "{says: Nothing.}", "says where it is taken up"),
        ("{encoded: [1.II]}", "{encoded: [1.II], left_out: statute, says: X., because: Y.}", "or left_out"),
    ],
)
def test_an_entry_without_a_fate_is_refused(sound: Isle, old: str, new: str, fault: str) -> None:
    replaced(sound, "coverage", old, new)
    with pytest.raises(InputError, match=fault) as found:
        check()
    assert "coverage.yaml:" in str(found.value)


def test_a_catalogue_without_a_coverage_is_refused(isle: Isle) -> None:
    isle.write("rules/isle/catalogue.yaml", CATALOGUE)
    with pytest.raises(InputError, match=r"coverage\.yaml"):
        check()


def test_a_file_about_another_constitution_is_a_fault(sound: Isle) -> None:
    replaced(sound, "coverage", "coverage: isle", "coverage: islet")
    assert "this file is about islet" in only_fault()


def test_a_constitution_without_a_survey_is_checked_without_coverage(isle: Isle) -> None:
    isle.write("scenarios/isle/moving/kept.yaml", KEPT)
    found: Checked = check()
    # The composition bounds the votes of the ballot, so that the case exercises it as well.
    assert (found.faults, found.covered) == ((), ())


def test_a_case_that_cannot_be_used_is_named_by_its_file(sound: Isle) -> None:
    sound.write("scenarios/isle/moving/old.yaml", KEPT.replace("1960", "1890"))
    for judging in (check, lambda: list(judged_files())):
        with pytest.raises(InputError, match=r"^scenarios/isle/moving/old\.yaml: "):
            judging()


def test_a_clause_of_an_edition_that_there_is_not_is_a_fault(sound: Isle) -> None:
    replaced(
        sound,
        "catalogue",
        'C2: {article: 1.II, kind: deadline, editions: ["1950"]}',
        "C2: {article: 1.II, kind: deadline, editions: [1850]}",
    )
    assert only_fault().startswith("rules/isle/catalogue.yaml:4, clauses.C2.editions[0]: unknown edition '1850'.")


def test_a_citation_in_the_coverage_that_leads_to_nothing_is_a_fault(sound: Isle) -> None:
    replaced(sound, "coverage", "Nobody decides it.", "Nobody decides it under 7.IV.")
    assert only_fault().startswith(
        "rules/isle/coverage.yaml:5, clauses.C3.because: 7.IV is cited and leads to nothing."
    )


def test_an_article_with_a_name_is_cited_as_one_with_a_number(sound: Isle) -> None:
    replaced(sound, "coverage", "Nobody decides it.", "Nobody decides it under closing.9.")
    assert faults() == []
    sound.rule("cite: closing.1, kind: effect, says: Fish is free.", article="closing")
    assert any("closing.9 is cited and leads to nothing" in each for each in faults())


UNTRIED = """
    article: "1"
    title: The Council
    provisions:
      - {cite: "1", kind: composition, says: The Council has 11 seats., seats: 11}
      - {cite: 1.I, kind: threshold, says: It decides with six votes., of: ballot.in_favour, at_least: 6}
      - cite: 1.II
        kind: deadline
        says: It votes within five days of the motion.
        after: motion
        within: 5 days
"""


def test_what_does_not_load_in_an_edition_that_no_case_tries_is_a_fault(sound: Isle) -> None:
    sound.write("rules/isle/1.yaml", UNTRIED + '        editions: {"1950": {within: 5 fishes}}\n')
    sound.write("scenarios/isle/moving/kept.yaml", KEPT.replace("1960", "1910"))
    assert only_fault().startswith("rules/isle/1.yaml:6, provisions[2]: 1.II: '5 fishes' is not a length of time.")


def test_what_does_not_load_under_a_reading_that_no_case_takes_is_a_fault(sound: Isle) -> None:
    readings = "readings: {how: {asks: How?, plain: {default: true, source: X}, odd: {source: Y, set: {after: noon}}}}"
    sound.write("rules/isle/1.yaml", f"{UNTRIED}        {readings}\n")
    assert "1.II: " in only_fault()
    assert "noon" in only_fault()


def read_two_ways(isle: Isle, changed: str) -> None:
    two = f"readings: {{how: {{asks: How?, plain: {{default: true, source: X}}, odd: {{source: Y, set: {{{changed}}}}}}}}}"
    isle.write("procedures/isle/moving.yaml", MOVING.replace("step: motion,", f"step: motion, {two},"))


def test_a_step_that_is_silent_under_one_reading_is_silent(sound: Isle) -> None:
    replaced(sound, "coverage", "silences: [moving.ballot]", "silences: [moving.motion]")
    assert "nothing is silent at moving.motion" in only_fault()
    read_two_ways(sound, "done: {silent: Nobody says.}")
    assert faults() == []


def test_a_provision_that_is_used_under_one_reading_is_used(sound: Isle) -> None:
    sound.rule("cite: 2.I, kind: effect, says: Fish is free.")
    sound.write("rules/isle/coverage.yaml", COVERAGE + "    further: [2.I]\n")
    read_two_ways(sound, "governed_by: [2.I]")
    assert "no scenario exercises 2.I." in only_fault()


def test_a_note_of_one_edition_is_a_note(sound: Isle) -> None:
    sound.write(
        "rules/isle/1.yaml", UNTRIED + '        editions: {"1950": {note: It leaves open on which day of the week.}}\n'
    )
    replaced(sound, "coverage", "silences: [moving.ballot]", "silences: [moving.ballot], notes: [1.II]")
    assert faults() == []


def test_a_case_that_does_not_end_as_its_author_expects_is_a_fault(sound: Isle) -> None:
    expecting = textwrap.dedent(KEPT) + "expect: {outcome: fallen, exit: 0, depends_on: [nothing]}\n"
    sound.write("scenarios/isle/moving/kept.yaml", expecting)
    assert only_fault().startswith("scenarios/isle/moving/kept.yaml: outcome: expected fallen, found carried.")
