"""Planted changes: what differs between two editions in effect is found, and what only reads otherwise is proved the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from invented_law import ARTICLE_1, CONSTITUTION, MOVING, VOCABULARY

from majlis.engines import proof
from majlis.errors import InputError
from majlis.questions.compare.editions import EditionsCompared, compare_editions
from majlis.render.editions_compared import editions_page
from majlis.render.printer import as_text

if TYPE_CHECKING:
    from invented_law import Isle

    from majlis.questions.compare.differences import Effects, ProvisionEffect, Shown

ASKED = "{{bold: {{type: boolean, asks: Is it bold?}}, large: {{type: boolean, asks: Is it large?}}{0}}}"


def compared() -> EditionsCompared:
    return compare_editions("isle/1900", "isle/1950")


def effects() -> Effects:
    made = compared().effects
    assert made is not None
    return made


def of(cite: str) -> ProvisionEffect:
    return next(each for each in effects().provisions if each.provision == f"isle/{cite}")


def listed() -> dict[str, tuple[str, str]]:
    return {each.provision.partition("/")[2]: (each.text, each.effect) for each in effects().provisions}


def shown(cite: str) -> Shown:
    found = of(cite).shown
    assert found is not None
    return found


@pytest.fixture
def moving(isle: Isle) -> Isle:
    """The isle with its motion and its ballot, alike in both editions."""
    isle.write("rules/isle/constitution.yaml", CONSTITUTION)
    isle.write("rules/isle/vocabulary.yaml", VOCABULARY)
    isle.write("rules/isle/1.yaml", ARTICLE_1)
    isle.write("procedures/isle/moving.yaml", MOVING)
    return isle


def article(isle: Isle, *provisions: str) -> None:
    """Put provisions in the place of the threshold and of the deadline of the first article."""
    kept = ARTICLE_1.splitlines()[:5]
    isle.write("rules/isle/1.yaml", "\n".join([*kept, *(f"      - {{{each}}}" for each in provisions)]) + "\n")


VOTES = "cite: 1.I, kind: threshold, says: It decides with six votes., of: ballot.in_favour, at_least: 6"
DAYS = "cite: 1.II, kind: deadline, says: It votes in time., after: motion, within: 5 days"


def test_two_editions_that_are_alike_have_nothing_to_show(moving: Isle) -> None:
    assert listed() == {}
    assert effects().unchanged == 3
    assert "No provision has another effect." in as_text(editions_page(compared()))


@pytest.mark.parametrize(("now", "edge"), [(9, 8), (7, 6), (4, 4), (5, 5)])
def test_a_threshold_that_moves_is_shown_by_a_vote_at_its_edge(moving: Isle, now: int, edge: int) -> None:
    article(moving, f'{VOTES}, editions: {{"1950": {{at_least: {now}}}}}', DAYS)
    found = shown("1.I")
    (ballot,) = [act for act in found.scenario["acts"] if act["act"] == "ballot"]
    assert min(now, 6) <= ballot["in_favour"] < max(now, 6)
    assert (found.before.required, found.after.required) == (6, now)
    assert ({found.before.result, found.after.result}) == {"met", "failed"}
    assert ballot["in_favour"] == min(now, 6)
    assert f"“How many?” {min(now, 6)}" in found.sentence


def test_what_only_reads_otherwise_is_proved_to_be_the_same(moving: Isle) -> None:
    article(
        moving,
        f'{VOTES}, editions: {{"1950": {{says: Six elevenths of all seats., at_least: {{share: 6/11, of: {{seats_of: council}}}}}}}}',
        DAYS,
    )
    assert listed() == {"1.I": ("changed", "same")}
    page = as_text(editions_page(compared()))
    assert "Worded otherwise, and proved to be the same in effect" in page
    assert "1.I: Six elevenths of all seats." in page


def test_one_day_more_is_another_period_and_seven_days_are_a_week(moving: Isle) -> None:
    article(moving, VOTES, DAYS.replace("5 days", "7 days") + ', editions: {"1950": {within: 8 days}}')
    found = shown("1.II")
    assert found.sentence.startswith(("No ballot 8 days after motion", "Ballot 8 days after motion"))
    assert found.before.result == "breached"
    article(moving, VOTES, DAYS.replace("5 days", "7 days") + ', editions: {"1950": {within: 1 week}}')
    assert listed() == {"1.II": ("changed", "same")}


def test_a_month_and_thirty_days_differ_and_the_case_is_exact_by_the_calendar(moving: Isle) -> None:
    article(moving, VOTES, DAYS.replace("5 days", "30 days") + ', editions: {"1950": {within: 1 month}}')
    found = shown("1.II")
    assert found.before.due != found.after.due
    assert {found.before.result, found.after.result} & {"breached"}


def test_what_is_added_or_dropped_is_shown_where_it_is_broken(moving: Isle) -> None:
    new = 'cite: 2.I, kind: prohibition, says: Nothing bold., requires: not bold, from: "1950"'
    old = 'cite: 2.II, kind: prohibition, says: Nothing large., requires: not large, until: "1950"'
    moving.rule(new, old)
    moving.procedure("- {step: motion, governed_by: [2.I, 2.II], done: won}", facts=ASKED.format(""))
    assert listed() == {"2.I": ("added", "other"), "2.II": ("dropped", "other")}
    assert shown("2.I").sentence == "“Is it bold?” yes: no such provision under 1900, barred under 1950."
    assert shown("2.II").sentence == "“Is it large?” yes: barred under 1900, no such provision under 1950."
    assert [each.name for each in shown("2.I").matters] == ["bold"]


NOT_AMENDED = 'not_amended: {"1950": It is spent.}'


def test_what_nobody_amended_is_kept_apart_with_the_silence_that_hangs_on_it(moving: Isle) -> None:
    moving.rule(f'cite: 2.I, kind: eligibility, says: Large only., requires: large, until: "1950", {NOT_AMENDED}')
    moving.procedure(
        "- {step: gate, tests: [2.I], passed: motion, ungoverned: motion, failed: {silent: Who acts is not said., then: motion}}\n- {step: motion, done: won}",
        facts=ASKED.format(""),
    )
    assert of("2.I").not_amended == ("It is spent.",)
    assert [(each.step, each.how, each.not_amended) for each in effects().holes] == [("gate", "closed", ("2.I",))]
    assert compared().changed.articles == ()
    page = as_text(editions_page(compared()))
    assert "No change of the text" in page
    assert "Silences that are closed without a change of the text" in page
    assert "Dropped" not in page


def test_what_another_edition_amended_as_well_is_no_standing_text(moving: Isle) -> None:
    article(moving, f'{VOTES}, editions: {{"1950": {{at_least: 7}}}}, not_amended: {{"1900": It is spent.}}', DAYS)
    assert of("1.I").not_amended == ()


def test_an_unknown_edition_that_amended_nothing_is_refused(moving: Isle) -> None:
    article(moving, f'{VOTES}, not_amended: {{"1851": It is spent.}}', DAYS)
    with pytest.raises(InputError, match="there is no edition '1851'"):
        compared()


def test_what_may_not_be_done_yet_is_too_early(moving: Isle) -> None:
    wait = "cite: 1.II, kind: deadline, says: It waits., after: motion, wait: 5 days"
    article(moving, VOTES, wait + ', editions: {"1950": {wait: 8 days}}')
    assert "too early (not before " in shown("1.II").sentence
    assert "too late" not in shown("1.II").sentence


def test_a_provision_in_the_place_of_another_is_one_change(moving: Isle) -> None:
    old = VOTES.replace("1.I", "1.I:six") + ', until: "1950"'
    article(moving, old, VOTES.replace("6", "9") + ', from: "1950"', DAYS)
    moving.write(
        "procedures/isle/moving.yaml", MOVING.replace("1.I]", "1.I, 1.I:six]").replace("1.I,", "1.I, 1.I:six,")
    )
    assert listed() == {"1.I": ("changed", "other")}
    assert of("1.I").replaces == "isle/1.I:six"
    assert (shown("1.I").before.required, shown("1.I").after.required) == (6, 9)


def test_a_condition_that_says_the_same_in_other_terms_is_proved_to_be_the_same(moving: Isle) -> None:
    moving.rule(
        "cite: 2.I, kind: prohibition, says: One., requires: not (bold and large)",
        'cite: 2.II, kind: prohibition, says: Two., requires: not bold, editions: {"1950": {requires: not (bold or bold)}}',
    )
    moving.procedure("- {step: motion, governed_by: [2.I, 2.II], done: won}", facts=ASKED.format(""))
    assert listed() == {"2.II": ("changed", "same")}


def test_a_wording_that_is_not_known_leaves_it_not_decided_with_the_reason(moving: Isle) -> None:
    moving.rule(
        'cite: 2.I, kind: prohibition, says: X., requires: not bold, not_known: It is lost., editions: {"1950": {not_known: ""}}'
    )
    moving.procedure("- {step: motion, governed_by: [2.I], done: won}", facts=ASKED.format(""))
    assert listed() == {"2.I": ("same", "not decided")}
    assert of("2.I").why == "1900: It is lost."


def test_a_provision_that_nothing_is_judged_by_is_told_as_such(moving: Isle) -> None:
    moving.rule(
        'cite: 2.I, kind: effect, says: Fish is free., editions: {"1950": {says: Nets are free., length: 2 years}}'
    )
    assert listed() == {"2.I": ("changed", "unused")}


def test_readings_that_undo_a_difference_and_those_that_alone_make_one_are_told(moving: Isle) -> None:
    moving.rule(
        'cite: 2.I, kind: prohibition, says: X., requires: not bold, from: "1950", readings: {q: {asks: So?, '
        'a: {default: true, source: s}, b: {source: s, set: {requires: "not (bold and not bold)"}}}}',
        "cite: 2.II, kind: prohibition, says: Y., requires: not large, readings: {r: {asks: So?, "
        'a: {default: true, source: s}, b: {source: s, set: {requires: "not bold"}, from: "1950"}}}',
    )
    moving.procedure("- {step: motion, governed_by: [2.I, 2.II], done: won}", facts=ASKED.format(""))
    assert [(each.question, each.reading) for each in shown("2.I").not_under] == [("q", "b")]
    found = of("2.II")
    assert (found.effect, [(each.question, each.reading) for each in found.only_under]) == ("same", [("r", "b")])


def test_a_silence_that_a_new_period_opens_is_found_with_a_case(moving: Isle) -> None:
    article(moving, VOTES, f'{DAYS}, from: "1950"')
    opened = {(each.step, each.how, each.says) for each in effects().holes}
    assert opened == {
        ("ballot", "opened", "Nothing is said of a late ballot."),
        ("ballot", "opened", "Nothing is said of a ballot that never comes."),
    }
    assert all(each.shown for each in effects().holes)


def test_another_line_of_steps_is_shown_by_how_a_case_ends(moving: Isle) -> None:
    step = (
        "- {step: motion, done: won, readings: {q: {asks: So?, a: {source: s, default: true, "
        'from: "1950", set: {done: lost}}}}}'
    )
    moving.procedure(step, facts=ASKED.format(""))
    (found,) = effects().courses
    assert found.procedure == "isle/trial"
    assert found.shown is not None
    assert (found.shown.before.ends, found.shown.after.ends) == (
        ("ends with “It is won”",),
        ("ends with “It is lost”",),
    )


def test_without_the_solver_the_texts_are_compared_all_the_same(moving: Isle, monkeypatch: pytest.MonkeyPatch) -> None:
    article(moving, f'{VOTES}, editions: {{"1950": {{at_least: 7}}}}', DAYS)
    monkeypatch.setattr(proof, "find_spec", lambda _name: None)
    found = compared()
    assert found.effects is None
    page = " ".join(as_text(editions_page(found)).split())
    assert "Install it: pip install 'majlis[proof]'" in page
    assert "1.I is changed (threshold)" in page
