"""Claims about all cases: what is planted in an invented law is found, each time with a case that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from majlis.errors import InputError
from majlis.procedure.library import procedure
from majlis.questions.decide import decide
from majlis.questions.proof import conflicts, search
from majlis.questions.proof.claim import Claim, Fate, Kind
from majlis.questions.proof.examine import examine
from majlis.questions.proof.prove import Proofs, prove
from majlis.scenario.model import Scenario

if TYPE_CHECKING:
    from invented_law import Isle

    from majlis.questions.verdict import Verdict

GRAVE = '{grave: {type: boolean, asks: "Grave?"}}'
CARRIED = "{won: It is won., lost: It is lost.}"


def proofs_of(isle: Isle) -> Proofs:
    """Every claim about the isle, in this process."""
    isle.write("scenarios/isle/none.yaml", "procedure: isle/moving\nas_of: 1950-06-01\n")
    return prove()


def told(found: Proofs, kind: Kind, fate: Fate) -> set[str]:
    return {claim.about for claim in found.claims if claim.kind is kind and claim.fate is fate}


def refuted(found: Proofs, kind: Kind) -> list[Claim]:
    return [claim for claim in found.of(Fate.REFUTED) if claim.kind is kind]


def decided(claim: Claim) -> Verdict:
    assert claim.witness is not None, f"{claim.says} is refuted without a case"
    return decide(Scenario.model_validate(claim.witness), engine="meaning")


def breached(found: Verdict) -> set[str]:
    return {each.provision.partition("/")[2] for each in found.findings if each.result == "breached"}


def test_a_law_without_faults_has_every_claim_proved(isle: Isle) -> None:
    found = proofs_of(isle)
    assert found.holds
    assert {claim.fate for claim in found.claims} == {Fate.PROVED}
    assert told(found, Kind.KEPT, Fate.PROVED) == {"1.I", "1.II"} == told(found, Kind.BROKEN, Fate.PROVED)
    assert told(found, Kind.ENDS, Fate.PROVED) == {"carried", "fallen"}


@pytest.mark.parametrize("tone", ["mild", "harsh"])
def test_a_planted_contradiction_is_found_with_a_case_in_which_no_act_is_right(isle: Isle, tone: str) -> None:
    isle.rule(
        "cite: 2.I, kind: prohibition, says: It is said mildly., requires: motion.tone == 'mild'",
        f"cite: 2.II, kind: prohibition, says: A grave thing is put so., applies: grave, requires: motion.tone == '{tone}'",
    )
    isle.procedure("- {step: motion, governed_by: [2.I, 2.II], done: won}", facts=GRAVE, outcomes="won")
    found = refuted(proofs_of(isle), Kind.CONFLICT)
    assert len(found) == (tone == "harsh"), "if the two ask for different tones"
    for claim in found:
        assert (claim.provisions, claim.editions) == (("2.I", "2.II"), ("1900", "1950"))
        assert breached(decided(claim)) & {"2.I", "2.II"}


def test_a_duty_that_is_barred_by_what_came_before_is_no_conflict(isle: Isle) -> None:
    """Who may not act at all does not have to choose between two duties."""
    isle.rule(
        "cite: 2.I, kind: precondition, says: Not where it is grave., requires: not grave",
        "cite: 2.II, kind: prohibition, says: It is said mildly., requires: motion.tone == 'mild'",
    )
    isle.procedure("- {step: motion, governed_by: [2.I, 2.II], done: won}", facts=GRAVE, outcomes="won")
    assert refuted(proofs_of(isle), Kind.CONFLICT) == []


def test_a_duty_that_binds_only_who_breaks_another_is_no_conflict(isle: Isle) -> None:
    isle.rule(
        "cite: 2.I, kind: prohibition, says: It is not said harshly., requires: motion.tone != 'harsh'",
        "cite: 2.II, kind: prohibition, says: What is said harshly is grave., applies: motion.tone == 'harsh', requires: motion.grave",
    )
    isle.procedure("- {step: motion, governed_by: [2.I, 2.II], done: won}", outcomes="won")
    assert refuted(proofs_of(isle), Kind.CONFLICT) == []


@pytest.mark.parametrize(("wait", "apart"), [(4, False), (5, False), (6, True)])
def test_a_wait_and_a_deadline_conflict_where_the_one_ends_after_the_other(
    isle: Isle,
    wait: int,
    apart: bool,  # noqa: FBT001 - the answer
) -> None:
    isle.rule(
        f"cite: 2.I, kind: interval, says: It waits., after: motion, wait: {wait} days, counting: same_day",
        "cite: 2.II, kind: deadline, says: It votes soon., after: motion, within: 5 days, counting: same_day",
    )
    isle.procedure(
        """
        - {step: motion, done: ballot}
        - {step: ballot, governed_by: [1.I, 2.I, 2.II], passed: won, failed: lost, late: lost, missed: lost}
        """
    )
    windows = refuted(proofs_of(isle), Kind.WINDOW)
    assert bool(windows) == apart
    assert all(claim.provisions == ("2.I", "2.II") and claim.witness for claim in windows)


def test_duties_on_two_figures_of_one_sum_conflict_where_both_do_not_fit(isle: Isle) -> None:
    isle.rule(
        "cite: 2.I, kind: prohibition, says: Six are in favour., requires: ballot.in_favour >= 6",
        "cite: 2.II, kind: prohibition, says: Six are against., requires: ballot.against >= 6",
    )
    isle.write("rules/isle/vocabulary.yaml", (isle.folder / "rules/isle/vocabulary.yaml").read_text(encoding="utf-8").replace(
        "present: {type: count,", "present: {type: count, at_most: {seats_of: council},"))  # fmt: skip
    isle.procedure("- {step: ballot, governed_by: [2.I, 2.II], done: won}", outcomes="won")
    (claim,) = refuted(proofs_of(isle), Kind.CONFLICT)
    assert breached(decided(claim)) & {"2.I", "2.II"}


def test_duties_that_conflict_only_when_acts_share_a_day_are_found(isle: Isle) -> None:
    isle.rule(
        "cite: 2.I, kind: prohibition, says: It is said mildly., requires: protest.tone == 'mild'",
        "cite: 2.II, kind: prohibition, says: It is said so., applies: motion.date == protest.date, requires: protest.tone == 'harsh'",
    )
    isle.write("rules/isle/vocabulary.yaml", (isle.folder / "rules/isle/vocabulary.yaml").read_text(encoding="utf-8").replace(
        "protest: {says: The Monarch protests.}", "protest: {says: The Monarch protests., fields: {tone: {type: [mild, harsh], asks: 'How?'}}}"))  # fmt: skip
    isle.procedure(
        "- {step: motion, done: protest}\n- {step: protest, governed_by: [2.I, 2.II], done: won}", outcomes="won"
    )
    assert [claim.provisions for claim in refuted(proofs_of(isle), Kind.CONFLICT)] == [("2.I", "2.II")]


@pytest.mark.parametrize("candidates", [4, 5, 7])
def test_a_norm_that_only_many_candidates_break_is_not_said_to_be_unbreakable(isle: Isle, candidates: int) -> None:
    isle.rule(f"cite: 2.I, kind: prohibition, says: Few stand., requires: poll.number < {candidates}")
    isle.procedure("- {step: poll, governed_by: [2.I], done: won}", outcomes="won")
    found = proofs_of(isle)
    assert "2.I" not in {claim.about for claim in refuted(found, Kind.BROKEN)}
    assert ("2.I" in told(found, Kind.BROKEN, Fate.PROVED)) == (candidates == 4), "shown cases have few candidates"


def test_what_is_given_up_is_never_said_to_be_proved(isle: Isle, monkeypatch: pytest.MonkeyPatch) -> None:
    isle.rule("cite: 2.I, kind: prohibition, says: It is said mildly., requires: motion.tone == 'mild'")
    isle.procedure("- {step: motion, governed_by: [2.I], done: won}", outcomes="won")
    monkeypatch.setattr(search, "replayed", lambda *_: (None, "nothing comes out"))
    found = examine("isle/trial")
    assert {found.can["1950", kind, "2.I"].can for kind in ("kept", "broken")} == {None}
    assert {found.can["1950", kind, "2.I"].why for kind in ("kept", "broken")} == {"nothing comes out"}


def test_a_conflict_that_is_not_decided_is_told_as_such(isle: Isle, monkeypatch: pytest.MonkeyPatch) -> None:
    isle.rule(
        "cite: 2.I, kind: prohibition, says: It is said mildly., requires: motion.tone == 'mild'",
        "cite: 2.II, kind: prohibition, says: A grave thing is put so., applies: grave, requires: motion.tone == 'mild'",
    )
    isle.procedure("- {step: motion, governed_by: [2.I, 2.II], done: won}", facts=GRAVE, outcomes="won")
    monkeypatch.setattr(conflicts, "MOST_ACTS", 0)
    fates = {claim.fate for claim in examine("isle/trial").claims if claim.kind is Kind.CONFLICT}
    assert fates == {Fate.OPEN}


def test_a_step_that_one_edition_does_not_reach_is_told_apart(isle: Isle) -> None:
    isle.rule(
        "cite: 2.I, kind: eligibility, says: So., requires: motion.grave, editions: {'1950': {requires: 'motion.grave or not motion.grave'}}"
    )
    isle.procedure("- {step: motion, governed_by: [2.I], passed: won, failed: seal}\n- {step: seal, done: lost}")
    found = prove(["isle/trial"]).claims
    seal = {(claim.fate, claim.editions) for claim in found if (claim.kind, claim.about) == (Kind.REACHED, "seal")}
    assert seal == {(Fate.PROVED, ("1900",)), (Fate.KNOWN, ("1950",))}


def test_a_procedure_named_twice_is_examined_once(isle: Isle) -> None:
    once, twice = (prove(names).claims for names in (["isle/moving"], ["isle/moving", "isle/moving"]))
    assert [(claim.says, claim.fate) for claim in once] == [(claim.says, claim.fate) for claim in twice]


def test_a_norm_that_nobody_can_break_is_found(isle: Isle) -> None:
    isle.rule('cite: 2.I, kind: prohibition, says: Either way., requires: \'motion.tone in ["mild", "harsh"]\'')
    isle.procedure("- {step: motion, governed_by: [2.I], done: won}", outcomes="won")
    found = proofs_of(isle)
    assert {claim.about for claim in refuted(found, Kind.BROKEN)} == {"2.I"}
    assert "2.I" in told(found, Kind.KEPT, Fate.PROVED)


def test_a_norm_that_nobody_can_keep_is_found(isle: Isle) -> None:
    isle.rule('cite: 2.I, kind: prohibition, says: Neither., requires: \'motion.tone not in ["mild", "harsh"]\'')
    isle.procedure("- {step: motion, governed_by: [2.I], done: won}", outcomes="won")
    assert {claim.about for claim in refuted(proofs_of(isle), Kind.KEPT)} == {"2.I"}


def test_a_duty_that_another_makes_idle_is_found_and_the_wider_one_is_not(isle: Isle) -> None:
    isle.rule(
        "cite: 2.I, kind: competence, says: The Monarch or the Herald moves., of: motion.by, actors: [monarch, herald]",
        "cite: 2.II, kind: competence, says: The Monarch moves., of: motion.by, actors: [monarch]",
    )
    isle.procedure("- {step: motion, governed_by: [2.I, 2.II], done: won}", outcomes="won")
    assert {claim.about for claim in refuted(proofs_of(isle), Kind.REDUNDANT)} == {"2.I, 2.II"}


def test_a_duty_that_stands_alone_elsewhere_is_not_idle(isle: Isle) -> None:
    isle.rule(
        "cite: 2.I, kind: competence, says: The Monarch or the Herald moves., of: motion.by, actors: [monarch, herald]",
        "cite: 2.II, kind: competence, says: The Monarch moves., of: motion.by, actors: [monarch]",
    )
    isle.procedure("- {step: motion, governed_by: [2.I, 2.II], done: won}", outcomes="won")
    isle.procedure("- {step: motion, governed_by: [2.I], done: won}", outcomes="won", name="other")
    assert refuted(proofs_of(isle), Kind.REDUNDANT) == []


def test_a_step_to_which_nothing_leads_is_found(isle: Isle) -> None:
    isle.rule('cite: 2.I, kind: eligibility, says: Either way., requires: \'motion.tone in ["mild", "harsh"]\'')
    isle.procedure(
        """
        - {step: motion, governed_by: [2.I], passed: won, failed: seal}
        - {step: seal, done: lost}
        """
    )
    found = proofs_of(isle)
    assert {claim.about for claim in refuted(found, Kind.REACHED)} == {"seal"}
    assert {claim.about for claim in refuted(found, Kind.ENDS)} == {"lost"}


def test_a_planted_hole_is_found_with_a_case_that_stands_nowhere(isle: Isle) -> None:
    """A share of a figure that an act need not show: where it is known that nothing is known, nothing follows."""
    isle.rule("cite: 2.I, kind: eligibility, says: What is not known., requires: '', not_known: Nobody wrote it down.")
    isle.procedure("- {step: motion, governed_by: [2.I], passed: won, failed: lost}")
    holes = [claim for claim in proofs_of(isle).claims if claim.kind is Kind.ONE_END and claim.fate is Fate.KNOWN]
    assert [claim.provisions for claim in holes] == [("2.I",)], "it is told apart: the wording is not known"


def test_a_loop_that_nobody_has_to_end_is_found_with_its_course(isle: Isle) -> None:
    isle.procedure(
        """
        - {step: motion, done: ballot}
        - {step: ballot, governed_by: [1.I], passed: won, failed: motion}
        """,
        outcomes="won",
    )
    (claim,) = refuted(proofs_of(isle), Kind.CAP)
    verdict = decided(claim)
    assert (claim.about, verdict.exit, verdict.status) == ("motion", 3, "undetermined")
    assert breached(verdict) == set()


def test_more_votes_that_turn_a_later_vote_are_found_with_two_cases(isle: Isle) -> None:
    isle.write("rules/isle/vocabulary.yaml", (isle.folder / "rules/isle/vocabulary.yaml").read_text(encoding="utf-8").replace(
        "in_favour: {type: count,", "in_favour: {type: count, position: in_favour,"))  # fmt: skip
    isle.rule(
        "cite: 2.I, kind: threshold, says: It hangs on the first., of: recount.in_favour, at_least: [{votes: 9, when: 'ballot.in_favour >= 8'}, {votes: 6, when: 'ballot.in_favour < 8'}]"
    )
    isle.procedure(
        """
        - {step: ballot, governed_by: [1.I], passed: recount, failed: lost}
        - {step: recount, governed_by: [2.I], passed: won, failed: lost}
        """
    )
    claims = refuted(proofs_of(isle), Kind.VOTES)
    assert {claim.about for claim in claims} == {"ballot.1 recount.1"}
    more, fewer = claims[0].witness, claims[0].beside
    assert more is not None and fewer is not None
    votes = [next(act["in_favour"] for act in each["acts"] if act["act"] == "ballot") for each in (fewer, more)]
    assert votes[0] < 8 <= votes[1]
    ends = [decide(Scenario.model_validate(each), engine="meaning").outcome for each in (fewer, more)]
    assert ends == ["won", "lost"]


def test_what_the_list_knows_is_told_apart_and_a_stale_entry_is_a_fault(isle: Isle) -> None:
    isle.rule('cite: 2.I, kind: prohibition, says: Either way., requires: \'motion.tone in ["mild", "harsh"]\'')
    isle.procedure("- {step: motion, governed_by: [2.I], done: won}", outcomes="won")
    isle.write(
        "rules/isle/claims.yaml",
        """
        claims: isle
        known:
          - {kind: broken, about: "2.I", because: The list of tones is closed.}
          - {kind: kept, about: "2.I", because: No longer so.}
        """,
    )
    found = proofs_of(isle)
    assert found.of(Fate.REFUTED) == ()
    assert {(claim.about, claim.why) for claim in found.of(Fate.KNOWN)} == {("2.I", "The list of tones is closed.")}
    (fault,) = found.faults
    assert "claims.yaml:4" in fault.where and "kept: 2.I" in fault.what
    assert not found.holds


def test_each_reading_is_looked_at_and_named(isle: Isle) -> None:
    isle.rule(
        'cite: 2.I, kind: prohibition, says: Either way., requires: \'motion.tone in ["mild", "harsh"]\', '
        "readings: {tones: {asks: 'Which?', both: {default: true, source: the words}, one: {source: a guess, set: {requires: \"motion.tone == 'mild'\"}}}}"
    )
    isle.procedure("- {step: motion, governed_by: [2.I], done: won}", outcomes="won")
    found = proofs_of(isle)
    assert "2.I" in told(found, Kind.BROKEN, Fate.PROVED), "under the other reading it can be broken"
    readings = {claim.readings for claim in found.claims if claim.kind is Kind.ONE_END}
    assert readings == {(), ("tones=one",)}


def test_a_procedure_can_be_examined_by_itself(isle: Isle) -> None:
    isle.procedure("- {step: motion, done: won}", outcomes="won")
    found = prove(["isle/trial"])
    assert {claim.procedure for claim in found.claims} == {"isle/trial"}
    assert not {claim.kind for claim in found.claims} & {Kind.KEPT, Kind.BROKEN, Kind.REDUNDANT}
    with pytest.raises(InputError, match="unknown procedure"):
        prove(["isle/nothing"])


@pytest.mark.parametrize("name", ["az-1995/law", "az-1995/presidential_vacancy", "az-1921/committee_meeting"])
def test_every_case_that_shows_something_is_decided_as_it_was_judged(name: str) -> None:
    shown = [each.witness for each in examine(name).can.values() if each.can]
    assert shown
    for witness in shown[::7]:
        assert witness is not None
        verdict = decide(Scenario.model_validate(witness), engine="meaning")
        assert verdict.editions == (witness["edition"],)


def test_under_the_reading_obtained_more_first_votes_make_the_repeated_vote_fail() -> None:
    claims = [claim for claim in examine("az-1995/law").claims if claim.kind is Kind.VOTES]
    against = [claim for claim in claims if claim.fate is Fate.REFUTED]
    assert {claim.readings for claim in against} == {("override_majority=obtained",)}
    assert {edition for claim in against for edition in claim.editions} == set(procedure("az-1995/law").law.editions)
