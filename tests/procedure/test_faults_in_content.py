"""A fault in a rule or procedure file is one clear error with file, line and remedy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from majlis.errors import InputError, LawError
from majlis.law.library import law
from majlis.procedure.library import procedure, procedures

if TYPE_CHECKING:
    from invented_law import Isle

GRAVE = '{grave: {type: boolean, asks: "Grave?"}}'


def fault(isle: Isle, name: str = "trial", edition: str = "1950") -> str:
    """The message of the error that lowering raises."""
    with pytest.raises(InputError) as caught:
        isle.lower(name, edition)
    assert caught.value.remedy, "an error says what to do"
    return str(caught.value)


STEPS = {
    "a deadline without late": (
        "- {step: motion, done: ballot}\n- {step: ballot, governed_by: [1.I, 1.II], passed: won, failed: lost, missed: lost}",
        r"trial\.yaml:6, .*step ballot has a deadline \(1\.II\) but does not say what follows when it is late or missed",
    ),
    "a deadline without missed": (
        "- {step: motion, done: ballot}\n- {step: ballot, governed_by: [1.I, 1.II], passed: won, failed: lost, late: lost}",
        r"trial\.yaml:6, .*does not say what follows when it is late or missed",
    ),
    "a vote that nothing governs": (
        "- {step: motion, done: ballot}\n- {step: ballot, passed: won, failed: lost}",
        r"trial\.yaml:6, .*step ballot may pass or fail, but in some case nothing decides it \(edition 1950\).*Add `ungoverned:`",
    ),
    "a step that leads nowhere": (
        "- {step: motion, done: balot}\n- {step: ballot, governed_by: [1.I], passed: won, failed: lost}",
        r"trial\.yaml:5, .*step motion leads to 'balot', which is neither step nor outcome\. Did you mean ballot\?",
    ),
    "next outside a line of succession": (
        "- {step: motion, done: next}",
        r"trial\.yaml:5, .*leads to 'next'",
    ),
    "two tracks that meet": (
        "- {step: motion, done: {both: [ballot, seal]}}\n- {step: ballot, governed_by: [1.I], passed: protest, failed: lost}\n"
        "- {step: seal, done: protest}\n- {step: protest, done: won}",
        r"trial\.yaml:8, .*step protest lies on two tracks\. Give each track",
    ),
    "a step named twice": (
        "- {step: motion, done: won}\n- {step: motion, done: lost}",
        r"trial\.yaml.*'motion' is named twice",
    ),
    "a step named as an outcome": (
        "- {step: motion, done: won}\n- {step: won, act: seal, done: lost}",
        r"trial\.yaml.*'won' is named twice",
    ),
    "goes on where nothing came late": (
        "- {step: motion, done: {silent: Oh., then: goes on}}",
        r"trial\.yaml:5, .*`then: goes on` needs an act that came late",
    ),
    "a step of two shapes": (
        "- {step: motion, done: won, acts: {seal: won}}",
        r"trial\.yaml:5, .*needs exactly one of done:",
    ),
    "a step of no shape": ("- {step: motion, governed_by: [1.I]}", r"trial\.yaml:5, .*needs exactly one of done:"),
    "passed without failed": (
        "- {step: ballot, governed_by: [1.I], passed: won}",
        r"trial\.yaml:5, .*but not when failed",
    ),
    "a line without exhausted": (
        '- {step: motion, each: "1", left: {in_office: won}}',
        r"trial\.yaml:5, .*needs left: and exhausted:",
    ),
    "a line that ends without saying what follows": (
        '- {step: motion, each: "1", until: [seal], left: {in_office: won}, exhausted: lost}',
        r"trial\.yaml:5, .*needs until: and left: \{ended",
    ),
    "a line that ends with an act that nobody knows": (
        '- {step: motion, each: "1", until: [feast], left: {in_office: won, ended: lost}, exhausted: lost}',
        r"trial\.yaml:5.*awaits 'feast'",
    ),
    "a step named as Python reserves it": (
        "- {step: return, done: won}",
        r"trial\.yaml:5, .*'return' is no name for a step",
    ),
    "a step with a name of two words": (
        "- {step: two words, done: won}",
        r"trial\.yaml:5, .*'two words' is no name for a step",
    ),
    "a target of two kinds": (
        "- {step: motion, done: {to: won, silent: Oh.}}",
        r"trial\.yaml:5, .*exactly one of either",
    ),
    "then after a choice": (
        "- {step: motion, done: {either: [won, lost], then: lost}}",
        r"trial\.yaml:5, .*only a silence has `then:`",
    ),
    "an outcome that goes on to no step": (
        "- {step: motion, done: {to: won, then: goes on}}",
        r"trial\.yaml:5, .*only a silence has `then:`",
    ),
    "a step that is gone past": (
        "- {step: motion, done: {to: ballot, then: won}}\n- {step: ballot, done: won}",
        r"trial\.yaml:5, .*leads to the step ballot and has `then:`",
    ),
    "an outcome from which the record goes on to another": (
        "- {step: motion, done: {to: won, then: lost}}",
        r"trial\.yaml:5, .*step motion has a `then:` that leads to no step\. Name the step",
    ),
    "a silence from which the record goes on to an outcome": (
        "- {step: motion, done: {silent: Oh., then: won}}",
        r"trial\.yaml:5, .*`then:` that leads to no step",
    ),
    "an outcome from which the record goes on to a silence": (
        "- {step: motion, done: {to: won, then: {silent: Oh.}}}",
        r"trial\.yaml:5, .*`then:` that leads to no step",
    ),
    "a step beyond which the record goes on to another": (
        "- {step: motion, done: {to: won, then: {to: ballot, then: motion}}}\n- {step: ballot, done: won}",
        r"trial\.yaml:5, .*`then:` that leads to no step",
    ),
    "an outcome that is waited for": (
        "- {step: motion, done: {either: [ballot, won]}}\n- {step: ballot, done: lost}",
        r"trial\.yaml:5, .*step motion waits for won, which awaits no act",
    ),
    "a test that is waited for": (
        "- {step: motion, done: {silent: Oh., then: {either: [ballot, sorting]}}}\n- {step: ballot, done: lost}\n"
        "- {step: sorting, tests: [1.I], passed: won, failed: lost}",
        r"trial\.yaml:5, .*step motion waits for sorting, which awaits no act",
    ),
    "an outcome that is left to a law": (
        "- {step: motion, done: {to: won, left_to: Code}}",
        r"trial\.yaml:5, .*only a silence has `left_to:`",
    ),
    "an empty target": ("- {step: motion, done: {}}", r"trial\.yaml:5, .*a target is a name"),
    "an unknown key": (
        "- {step: motion, done: won, governd_by: [1.I]}",
        r"trial\.yaml:5, .*governd_by.*Did you mean governed_by\?",
    ),
    "an unknown provision": (
        "- {step: motion, governed_by: [1.III], done: won}",
        r"trial\.yaml:5, .*isle has no provision 1\.III",
    ),
    "an article without rules": (
        "- {step: motion, governed_by: [7.I], done: won}",
        r"trial\.yaml:5, .*isle has no rules for Article 7",
    ),
    "an unknown act": ("- {step: jump, done: won}", r"trial\.yaml:5, .*jump"),
}


@pytest.mark.parametrize(("steps", "message"), STEPS.values(), ids=STEPS)
def test_a_fault_in_a_procedure_is_located(isle: Isle, steps: str, message: str) -> None:
    isle.procedure(steps)
    assert re.search(message, fault(isle))


def test_a_file_that_is_not_called_as_its_procedure_is_refused(isle: Isle) -> None:
    isle.write(
        "procedures/isle/trial.yaml",
        "procedure: trail\ntitle: Trial\nsteps: [{step: motion, done: won}]\noutcomes: {won: Won.}\n",
    )
    assert re.search(
        r"trial\.yaml:1, procedure: this file states the procedure 'trail'\. Name the file after", fault(isle)
    )


def test_an_unknown_act_alongside_is_located(isle: Isle) -> None:
    isle.procedure("- {step: motion, done: won}", more="alongside:\n  - {step: jump}\n")
    assert re.search(r"trial\.yaml:5, .*jump", fault(isle))


def test_an_unknown_line_of_succession_is_located(isle: Isle) -> None:
    isle.procedure('- {step: acting, each: "7", act: notice, left: {in_office: won}, exhausted: lost}')
    assert re.search(r"trial\.yaml:5, .*Article 7", fault(isle))


RULES = {
    "an unknown name": (
        "kind: precondition, says: X., requires: motion.gravy",
        r"unknown name 'motion\.gravy'\. Did you mean motion\.grave\?",
    ),
    "an unknown fact": ("kind: precondition, says: X., requires: graev", r"unknown name 'graev'"),
    "an unknown role": ("kind: precondition, says: X., requires: first.done", r"unknown name 'first\.done'"),
    "an unknown guard": (
        "kind: precondition, says: X., applies: motion.gravy, requires: motion.grave",
        r"unknown name 'motion\.gravy'",
    ),
    "a wrong type": ("kind: precondition, says: X., requires: motion.by == 3", r"compares a word with a integer"),
    "an impossible word": ('kind: precondition, says: X., requires: motion.by == "monarc"', r"Did you mean monarch\?"),
    "no expression": ('kind: precondition, says: X., requires: "motion.grave and"', r"is not an expression"),
    "a call": ('kind: precondition, says: X., requires: "exit()"', r"is a call"),
    "a provision that is not tested before": (
        'kind: precondition, says: X., requires: met("1.I")',
        r"nothing before this step tests 1\.I",
    ),
    "a threshold of nothing": ("kind: threshold, says: X., at_least: 3", r"a threshold needs `of:`"),
    "a threshold without a number": (
        "kind: threshold, says: X., of: motion.done",
        r"a threshold needs `of:` and `at_least:`",
    ),
    "a threshold that counts a word": (
        "kind: threshold, says: X., of: motion.by, at_least: 3",
        r"motion\.by is a word, not a whole number",
    ),
    "a share of an unknown base": (
        "kind: threshold, says: X., of: ballot.in_favour, at_least: {share: 1/2, of: ballot.presnt}",
        r"unknown name 'ballot\.presnt'",
    ),
    "a deadline without a trigger": ("kind: deadline, says: X., within: 3 days", r"a deadline needs `after:`"),
    "a deadline without a length": (
        "kind: deadline, says: X., after: motion",
        r"a deadline needs `after:` and one of within",
    ),
    "a deadline of two lengths": (
        "kind: deadline, says: X., after: motion, within: 3 days, wait: 3 days",
        r"needs `after:` and one of within",
    ),
    "a length that is none": (
        "kind: deadline, says: X., after: motion, within: soon",
        r"'soon' is not a length of time",
    ),
    "a weekday that is none": (
        'kind: deadline, says: X., after: motion, "on": last Sunday',
        r"'last Sunday' is no rule for a day",
    ),
    "an unknown counting": (
        "kind: deadline, says: X., after: motion, within: 3 days, counting: day_aftr",
        r"unknown counting 'day_aftr'\. Did you mean day_after\?",
    ),
    "an unknown trigger": (
        "kind: deadline, says: X., after: motoin, within: 3 days",
        r"unknown step or role 'motoin'\. Did you mean motion\?",
    ),
    "a trigger that is no date": ("kind: deadline, says: X., after: grave, within: 3 days", r"grave is no date"),
    "a competence of nobody": (
        "kind: competence, says: X., of: motion.by, actors: []",
        r"a competence needs `of:` and `actors:`",
    ),
    "a competence of an unknown actor": (
        "kind: competence, says: X., of: motion.by, actors: [monarc]",
        r"unknown actor 'monarc'\. Did you mean monarch\?",
    ),
    "a majority that was not due": (
        "kind: precondition, says: X., requires: motion.required == 3",
        r"motion\.required: no single majority in votes",
    ),
    "known of what is derived": (
        "kind: precondition, says: X., requires: known(ballot.passed)",
        r"ballot\.passed is derived",
    ),
}


@pytest.mark.parametrize(("rule", "message"), RULES.values(), ids=RULES)
def test_a_fault_in_a_rule_is_located_where_the_rule_stands(isle: Isle, rule: str, message: str) -> None:
    isle.rule("cite: 2.I, kind: effect, says: First.", f"cite: 2.II, {rule}")
    isle.procedure(
        "- {step: motion, governed_by: [2.II], done: won, late: lost, missed: lost}\n- {step: ballot, done: won}",
        facts=GRAVE,
    )
    assert re.search(r"2\.yaml:5, .*2\.II.*" + message, fault(isle))


UNDECLARED = {
    "by the provision": (
        "texts: [dead]",
        r"2\.yaml:4, .*2\.I: the constitution declares no text 'dead'\. Did you mean deed\?",
    ),
    "in an edition": (
        'texts: [deed], editions: {"1950": {texts: [gazete]}}',
        r"2\.yaml:4, .*'gazete'\. Did you mean gazette\?",
    ),
    "by a reading": (
        'texts: [deed], readings: {which: {asks: "Which?", one: {default: true, source: X}, other: {source: Y, set: {texts: [scroll]}}}}',
        r"2\.yaml:4, .*'scroll'\. Known: copy, deed, gazette, hearsay",
    ),
}


@pytest.mark.parametrize(("keys", "message"), UNDECLARED.values(), ids=UNDECLARED)
def test_a_text_that_the_constitution_does_not_declare_is_located(isle: Isle, keys: str, message: str) -> None:
    isle.rule(f"cite: 2.I, kind: effect, says: First., {keys}")
    with pytest.raises(LawError) as caught:
        law("isle").article("2")
    assert re.search(message, str(caught.value))


def test_texts_that_are_no_list_are_refused(isle: Isle) -> None:
    isle.rule('cite: 2.I, kind: effect, says: First., editions: {"1950": {texts: deed}}')
    with pytest.raises(InputError, match=r"2\.yaml:4, .*texts"):
        law("isle").norm("2.I").at("1950", {})


def test_a_rule_that_fits_at_one_step_and_not_at_another_says_so(isle: Isle) -> None:
    isle.procedure("- {step: seal, governed_by: [1.I], done: won}")
    assert "1.I" in fault(isle)


def test_a_provision_that_governs_one_step_twice_is_an_error_of_the_content(isle: Isle) -> None:
    isle.procedure(
        "- {step: motion, done: ballot}\n- {step: ballot, governed_by: [1.I, 1.I], passed: won, failed: lost}"
    )
    assert "1.I" in fault(isle)


def test_a_fault_that_only_an_older_edition_has_is_found_there(isle: Isle) -> None:
    isle.rule('cite: "2", kind: threshold, says: Since 1950., from: "1950", of: ballot.in_favour, at_least: 9')
    isle.procedure('- {step: motion, done: ballot}\n- {step: ballot, governed_by: ["2"], passed: won, failed: lost}')
    assert isle.lower(edition="1950")
    assert re.search(r"in some case nothing decides it \(edition 1900\)", fault(isle, edition="1900"))


def test_an_unknown_procedure_is_refused_with_the_nearest(isle: Isle) -> None:
    assert procedures() == ("isle/moving",)
    with pytest.raises(InputError, match=r"unknown procedure 'isle/movin'\. Did you mean isle/moving\?"):
        procedure("isle/movin")
    with pytest.raises(InputError, match=r"unknown procedure '\.\./moving'"):
        procedure("../moving")
    assert isle.lower("moving").procedure == "isle/moving"


def test_a_reading_of_a_step_puts_its_keys_in_place(isle: Isle) -> None:
    isle.procedure("""
        - step: motion
          done: won
          readings:
            fate: {asks: "Which?", mild: {default: true, source: plain}, harsh: {source: odd, set: {done: lost}}}
    """)
    assert "end.won" in isle.holding(record={"motion.1.done": True})
    assert "end.lost" in isle.holding(record={"motion.1.done": True}, fate="harsh")


def test_a_reading_of_a_step_that_does_not_fit_is_located(isle: Isle) -> None:
    isle.procedure("""
        - step: motion
          done: won
          readings:
            fate: {asks: "Which?", mild: {default: true, source: plain}, harsh: {source: odd, set: {acts: {seal: won}}}}
    """)
    with pytest.raises(InputError, match=r"trial\.yaml:5.*needs exactly one of done:"):
        isle.lower(fate="harsh")


def test_a_reading_of_a_step_that_leads_nowhere_is_refused(isle: Isle) -> None:
    isle.procedure("""
        - step: motion
          done: won
          readings:
            fate: {asks: "Which?", mild: {default: true, source: plain}, harsh: {source: odd, set: {done: nowhere}}}
    """)
    with pytest.raises(LawError, match="nowhere"):
        isle.lower(fate="harsh")
