"""What may come and when, by rules that are made for one question each; no real text asks all of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import majlis
from majlis import Planner
from majlis.questions.timed import Standing, Timeline
from majlis.questions.timeline import timeline_of

if TYPE_CHECKING:
    from invented_law import Isle

VOTE = """
    - {step: motion, done: ballot}
    - step: ballot
      governed_by: [GOVERNED]
      passed: won
      failed: lost
      late: {silent: Nothing is said., then: goes on}
      missed: {silent: Nothing is said.}
    """
SIX = "cite: 2, kind: threshold, says: Six., of: ballot.in_favour, at_least: 6"


def voting(
    isle: Isle, *rules: str, facts: str = "{grave: {type: boolean, asks: Is it grave?}}", more: str = ""
) -> None:
    """A motion and a ballot that is governed by some rules."""
    isle.rule(SIX, *rules)
    cites = ", ".join(rule.partition(",")[0].removeprefix("cite: ") for rule in rules)
    isle.procedure(VOTE.replace("GOVERNED", f"'2', {cites}"), facts=facts, more=more)


def planned(begins: str, **known: Any) -> Timeline:
    return majlis.timeline("isle/trial", begins=begins, engine="meaning", **known)


def within(cite: str, length: str, applies: str = "", after: str = "motion") -> str:
    condition = f", applies: '{applies}'" if applies else ""
    return f"cite: {cite}, kind: deadline, says: In time., after: {after}, within: {length}{condition}"


ALONGSIDE = "alongside: [{step: seal}]\n"


# The first day


def test_a_wait_that_may_hold_is_waited_for_though_another_that_may_hold_has_not_begun(isle: Isle) -> None:
    wait = "kind: interval, says: Not at once."
    voting(
        isle,
        f"cite: 2.I, {wait}, after: motion, wait: 5 days, applies: grave",
        f"cite: 2.II, {wait}, after: seal, wait: 3 days, applies: not grave",
        more=ALONGSIDE,
    )
    standings = [planned("1955-05-01", as_of=f"1955-05-0{day}").step("ballot").standing for day in (1, 5, 6, 7)]
    assert standings == [Standing.NOT_YET, Standing.NOT_YET, Standing.NOW, Standing.NOW]


# The last day


def test_one_of_two_periods_that_hold_between_them_bounds_a_step_by_the_longer(isle: Isle) -> None:
    voting(isle, within("2.I", "5 days", "grave"), within("2.II", "9 days", "not grave"))
    ballot = planned("1955-05-01").step("ballot")
    assert (ballot.latest, ballot.not_after) == (None, "1955-05-10")
    assert planned("1955-05-01", given={"grave": True}).step("ballot").not_after == "1955-05-06"


def test_a_period_that_may_not_hold_bounds_nothing_where_no_other_holds_then(isle: Isle) -> None:
    voting(isle, within("2.I", "5 days", "grave"))
    assert planned("1955-05-01").step("ballot").not_after is None


def test_an_edition_that_is_in_force_for_certain_is_no_longer_one_to_come(isle: Isle) -> None:
    """Its first day lies between 1 and 10 March 1950."""
    voting(isle, within("2.I", "5 days"))
    for begins, said in (("1950-02-23", 0), ("1950-02-24", 1), ("1950-03-09", 1), ("1950-03-10", 0)):
        assert len(planned(begins).step("ballot").notes) == said, begins


# Days of acts to come


def test_an_act_to_come_is_later_than_what_was_done_before_the_day_of_judgement(isle: Isle) -> None:
    voting(isle, within("2.I", "5 days", "seal.done and seal.date <= motion.date"), more=ALONGSIDE)
    same_day = planned("1955-05-01").limit("isle/2.I")
    assert same_day is not None
    assert same_day.applies, "it may still be sealed on the day of the motion"
    assert planned("1955-05-01", as_of="1955-05-02").limit("isle/2.I") is None, "and no longer on the day after"
    sealed = planned("1955-05-01", done={"seal": "1955-05-01"}).limit("isle/2.I")
    assert sealed is not None
    assert not sealed.applies


# What leads to a step


def leading(isle: Isle, failed: str, missed: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """After which steps a seal comes, and after which that are missed, by what follows a ballot."""
    isle.rule(SIX, within("2.I", "5 days"))
    isle.procedure(f"""
        - {{step: motion, done: ballot}}
        - {{step: ballot, governed_by: ["2", 2.I], passed: won, failed: {failed}, late: lost, missed: {missed}}}
        - {{step: seal, done: lost}}
        """)
    seal = planned("1955-05-01").step("seal")
    return seal.after, seal.if_missed


def test_a_step_follows_another_only_if_that_is_missed_where_no_other_way_leads_there(isle: Isle) -> None:
    assert leading(isle, failed="lost", missed="seal") == ((), ("ballot",))
    assert leading(isle, failed="seal", missed="lost") == (("ballot",), ())


def test_a_step_that_follows_a_ballot_either_way_is_not_said_to_wait_for_its_lapse(isle: Isle) -> None:
    assert leading(isle, failed="seal", missed="seal") == (("ballot",), ())


# Readings


def read_otherwise(isle: Isle) -> None:
    """A ballot at which a second period holds if the text is read in another way."""
    isle.rule(SIX, within("2.I", "5 days"), within("2.II", "9 days"))
    isle.procedure("""
        - {step: motion, done: ballot}
        - step: ballot
          governed_by: ["2", 2.I]
          passed: won
          failed: lost
          late: lost
          missed: lost
          readings:
            which:
              asks: Which?
              one: {default: true, source: X}
              both: {source: Y, set: {governed_by: ["2", 2.I, 2.II]}}
        """)


def test_a_step_is_tentative_for_a_period_that_another_reading_would_add(isle: Isle) -> None:
    read_otherwise(isle)
    case = isle.judged({"act": "motion", "date": "1955-05-01"}, as_of="1955-05-02")
    ballot = timeline_of(case).step("ballot")
    assert [(each.provision, each.other.latest) for each in ballot.further] == [("isle/2.II", "1955-05-10")]
    assert not any(limit.others for limit in ballot.limits)
    assert ballot.tentative
    assert not timeline_of(case, other_readings=False).step("ballot").tentative
    settled = isle.judged({"act": "motion", "date": "1955-05-01"}, as_of="1955-05-02", readings=("which=both",))
    assert {each.provision for each in timeline_of(settled).step("ballot").limits} == {"isle/2.I", "isle/2.II"}


# Plans for many days


def as_by_itself(*days: str) -> None:
    """A planner that is asked for some days, one after the other, says of each what a timeline says."""
    planner = Planner("isle/trial", engine="meaning")
    for day in days:
        assert planner.timeline(date.fromisoformat(day)) == planned(day), day


def test_a_planner_moves_the_days_that_another_reading_would_add(isle: Isle) -> None:
    read_otherwise(isle)
    as_by_itself("1955-05-01", "1960-02-20", "1961-12-30")


def test_a_planner_sees_that_a_rule_holds_only_for_motions_before_a_day(isle: Isle) -> None:
    voting(isle, within("2.I", "5 days", 'motion.date < "1955-06-01"'))
    as_by_itself("1955-05-01", "1955-05-31", "1955-06-01", "1960-02-20")
    as_by_itself("1960-02-20", "1955-05-31")
    assert planned("1955-05-31").limit("isle/2.I")
    assert planned("1955-06-01").limit("isle/2.I") is None


def test_a_planner_says_of_a_step_with_a_period_that_has_not_begun_that_it_is_tentative(isle: Isle) -> None:
    voting(isle, within("2.I", "5 days"), within("2.II", "3 days", after="seal"), more=ALONGSIDE)
    as_by_itself("1955-05-01", "1960-02-20")
    assert planned("1960-02-20").step("ballot").tentative


def test_a_planner_that_began_in_a_short_month_sees_an_edition_after_longer_ones(isle: Isle) -> None:
    """Three months are 89 days from 1 February 1941 and 90 from 1 December 1949; the next edition begins that day."""
    voting(isle, within("2.I", "3 months"))
    as_by_itself("1941-02-01", "1949-12-01", "1949-11-30")
    assert planned("1949-12-01").step("ballot").notes
    assert not planned("1949-11-30").step("ballot").notes
