"""`majlis timeline`: what it takes, what it says, and how it refuses."""

from __future__ import annotations

import pytest
from timeline_command import BEGUN, CASES, IN_TIME, LAW, OVERDUE, UNDATED, data, limit, refused, run, words

# Plans


def test_a_plan_says_which_steps_have_dates_and_which_are_relative() -> None:
    text = words(*BEGUN, "--matter", "94.I.3")
    assert "As of 20 May 2009; edition 2009; given matter 94.I.3." in text
    assert "by 20 July 2009 (96.IV)" in text
    assert "within 14 days of the vote (97.I); not yet running." in text
    assert "The day of the vote, which is not counted, + 14 days." in text


def test_a_step_that_is_done_gives_dates_to_what_was_relative() -> None:
    # 1 June not counted: 15 June is the fourteenth day after.
    text = words(*BEGUN, "--matter", "94.I.3", "--done", "vote=2009-06-01,in_favour=90")
    assert "by 15 June 2009 (97.I)" in text
    assert "1 June not counted; 14 days; due 15 June 2009." in text


def test_a_vote_that_fails_leads_nowhere() -> None:
    answer = data(*BEGUN, "--matter", "94.I.3", "--given", "changed=no", "--done", "vote=2009-06-01,in_favour=82")
    standing = {step["name"]: step["standing"] for step in answer["steps"]}
    assert standing["presentation"] == "no_longer", "94.II asks for 83 votes"


def test_hours_run_from_the_time_of_the_day_that_is_given() -> None:
    done = ["--done", "urgency=2009-05-21,by=president", "--done", "vote=2009-06-01T14:30,in_favour=90"]
    hours = limit(data(*BEGUN, "--matter", "94.I.3", "--done", "introduction=2009-05-20,by=president", *done), "97.II")
    assert (hours["latest"], hours["time"]) == ("2009-06-02", "14:30")


def test_without_a_day_there_are_formulas_and_no_dates() -> None:
    for args in ((LAW,), (LAW, "--from", "unknown")):
        answer = data(*args)
        assert answer["as_of"] == ""
        dates = [
            each[key] for step in answer["steps"] for each in step["limits"] for key in ("earliest", "latest", "begun")
        ]
        assert dates
        assert set(dates) == {None}
        assert "+ 56 days" in limit(answer, "110.I")["counting"]
        assert "No day is given" in words(*args)


def test_one_of_several_acts_is_named_by_the_act() -> None:
    before = ["--done", "vote=2009-06-01", "--done", "presentation=2009-06-10"]
    answer = data(*BEGUN, *before, "--done", "return=2009-07-01")
    assert [step["act"] for step in answer["steps"] if step["name"] == "decision"] == ["return"]
    assert "Name the act: signature, return" in refused(*BEGUN, *before, "--done", "decision=2009-07-01")


def test_a_fact_that_starts_a_period_is_given_like_a_step() -> None:
    # A month from 19 October ends on 19 November.
    answer = data("az-1995/prime_minister_appointment", "--done", "took_office=2013-10-19")
    assert limit(answer, "118.II:office")["latest"] == "2013-11-19"
    begun = data("az-1995/prime_minister_appointment", "--from", "2013-10-19")
    assert "it may also begin with" in begun["notes"][0]
    assert {**begun, "notes": []} == answer


def test_the_rounds_of_a_step_are_told_apart_by_a_number() -> None:
    done = [
        "--done",
        "proposal=2013-10-22",
        "--done",
        "vote=2013-10-25,in_favour=50",
        "--done",
        "proposal 2=2013-10-28",
    ]
    answer = data("az-1995/prime_minister_appointment", *done)
    assert [step["done"] for step in answer["steps"] if step["step"] == "proposal"][:2] == ["2013-10-22", "2013-10-28"]


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--done", "voet=2009-06-01"], "Did you mean vote?"),
        (["--done", "citizens_draft=2009-06-01"], "nobody acts at citizens_draft"),
        (["--done", "vote"], "not of the form NAME=VALUE"),
        (["--done", "vote="], "not of the form NAME=VALUE"),
        (["--done", "=2009-06-01"], "not of the form NAME=VALUE"),
        (["--done", "vote=2009-06-01,"], "not of the form NAME=VALUE"),
        (["--done", "vote=2009-06-01", "--done", "vote=2009-06-02"], "write 'vote 2=DATE'"),
        (["--done", "vote=2009-06-01,date=2009-07-01"], "vote is given its date twice"),
        (["--done", "vote=2009-06-01,in_favour=126"], "exceeds the 125 seats"),
        (["--done", "vote=2009-06-01,in_favour=ninety"], "not a whole number"),
        (["--done", "vote=2009-06-01,votes=90"], "no field 'votes'"),
        (["--done", "vote=2009-06-01,step=voting"], "no step 'voting'"),
        (["--done", "vote=2009-06-01,act=signature"], "vote is given its act twice"),
        (["--done", "vote=2009-06-01,time=99:99"], "no time of day"),
        (["--done", "vote=2009-06-31"], "is no day"),
        (["--done", "introduction=2009-05-21"], "it begins on 2009-05-20"),
        (["--given", "nothing=1"], "knows no fact 'nothing'"),
        (["--given", "changed=maybe"], "neither yes nor no"),
        (["--given", "changed"], "not of the form NAME=VALUE"),
        (["--given", "matter=94.I.3", "--matter", "94.I.4"], "matter"),
        (["--matter", "94.I.99"], "Did you mean"),
        (["--edition", "2008"], "Did you mean 2009?"),
        (["--edition", "all"], "unknown edition 'all'"),
        (["--readings", "nonsense"], "unknown reading 'nonsense'"),
        (["--readings", "rest_days=nonsense"], "Known: next_working_day, runs_out"),
        (["--readings", "counting=same_day,counting=day_after"], "counting"),
    ],
)
def test_what_does_not_fit_a_plan_is_refused_by_name(args: list[str], says: str) -> None:
    assert says in refused(*BEGUN, *args)


BAD_DAYS = [
    "2009-02-30",
    "99999-01-01",
    "2009-13-01",
    "",
    "20090520",
    "2009-W21-3",
    "2009-05-20T25:00",
    "tomorrow",
    "-",
]


@pytest.mark.parametrize("bad", BAD_DAYS)
def test_a_day_that_there_is_not_is_refused_wherever_it_is_given(bad: str) -> None:
    for args in (
        (LAW, "--from", bad),
        (*BEGUN, "--as-of", bad),
        (LAW, "--backwards", "--by", bad),
        (str(OVERDUE), "--as-of", bad),
    ):
        assert "day" in refused(*args) or "date" in refused(*args), args
    if bad:
        assert "is no day" in refused(*BEGUN, "--done", f"vote={bad}")


@pytest.mark.parametrize("args", [(LAW, "--as-of", "unknown"), (str(OVERDUE), "--as-of", "unknown")])
def test_the_day_of_judgement_is_known(args: tuple[str, ...]) -> None:
    assert "unknown" in refused(*args)


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ((LAW, "--from", "1990-01-01"), "not in force before 1995-11-27"),
        ((LAW, "--as-of", "1990-01-01"), "not in force before 1995-11-27"),
        (("az-1921/committee_meeting", "--from", "2009-05-20"), "in force"),
        ((LAW, "--from", "9999-12-20"), "leaves the calendar"),
        (("az-1995/presidential_election", "--done", "term_began=9994-10-10"), "leaves the calendar"),
        ((LAW, "--backwards", "--by", "0001-01-02", "--edition", "2009"), "leaves the calendar"),
        ((LAW, "--backwards", "--by", "1990-01-01"), "not in force"),
    ],
)
def test_days_out_of_reach_are_refused(args: tuple[str, ...], says: str) -> None:
    assert says in refused(*args)


def test_an_edition_that_is_named_counts_by_itself_whatever_the_dates() -> None:
    answer = data(LAW, "--from", "1990-01-01", "--edition", "1995")
    assert answer["editions"] == ["1995"]
    assert limit(answer, "96.IV")["latest"] == "1990-03-01"


def test_a_reading_moves_the_dates_and_is_named() -> None:
    answer = data(*BEGUN, "--readings", "counting=same_day")
    assert limit(answer, "96.IV")["latest"] == "2009-07-19"
    assert answer["chosen"] == {"counting": "same_day"}


def test_a_reading_moves_a_last_day_that_is_a_day_of_rest() -> None:
    # 20 days from 4 October 2010 end on Sunday, 24 October: under the reading on Monday, the 25th.
    args = (LAW, "--from", "2010-10-04", "--done", "urgency=2010-10-04")
    assert limit(data(*args), "96.V")["latest"] == "2010-10-24"
    assert limit(data(*args, "--readings", "rest_days=next_working_day"), "96.V")["latest"] == "2010-10-25"


def test_time_that_has_passed_makes_a_period_overdue_and_the_exit_status_one() -> None:
    args = ("az-1995/prime_minister_appointment", "--done", "took_office=2013-10-19", "--given", "cabinet_stays=no")
    assert run(*args, "--as-of", "2013-11-19").exit_code == 0
    late = run(*args, "--as-of", "2013-11-20")
    assert late.exit_code == 1
    assert "overdue by 1 day" in " ".join(late.stdout.split())


# Cases


def test_the_exit_status_of_a_case_says_whether_periods_were_kept() -> None:
    assert run(str(IN_TIME)).exit_code == 0
    assert run(str(OVERDUE)).exit_code == 1
    assert run(str(OVERDUE), "--as-of", "2010-05-01").exit_code == 0
    assert run("-", text=UNDATED).exit_code == 3


def test_a_case_is_read_from_standard_input_as_from_its_file() -> None:
    piped = data("-", text=OVERDUE.read_text("utf-8"))
    assert piped == data(str(OVERDUE))
    assert piped["plan"] is False


def test_a_case_may_be_asked_about_by_another_edition_and_another_reading() -> None:
    assert data(str(OVERDUE), "--edition", "2016")["editions"] == ["2016"]
    assert limit(data(str(OVERDUE), "--readings", "counting=same_day"), "96.IV")["latest"] == "2010-04-30"


@pytest.mark.parametrize(
    ("args", "text", "says"),
    [
        (("missing.yaml",), None, "no such file"),
        (("az-1995/lwa",), None, "Did you mean az-1995/law?"),
        (("az-1995/lwa", "--from", "2009-05-20"), None, "Did you mean az-1995/law?"),
        ((str(CASES),), None, "is a directory"),
        (("-",), "", ""),
        (("-",), "procedure: [", ""),
        (("-",), "procedure: az-1995/lwa\nas_of: 2010-01-01\n", "az-1995/law"),
        (("-",), "procedure: az-1995/law\n", "as_of"),
        (("-",), "procedure: az-1995/law\nas_of: 2010-02-30\n", "2010-02-30"),
        (("-",), "procedure: az-1995/law\nas_of: 1990-01-01\n", "not in force"),
        (("-", "--edition", "2008"), "procedure: az-1995/law\nas_of: 2010-01-01\n", "2009"),
        (("-", "--from", "2010-01-01"), "procedure: az-1995/law\nas_of: 2010-01-01\n", "A case has it in its file"),
    ],
)
def test_a_case_that_cannot_be_used_is_refused(args: tuple[str, ...], text: str | None, says: str) -> None:
    assert says in refused(*args, text=text)


@pytest.mark.parametrize(
    "option",
    [("--from", "2010-01-01"), ("--done", "vote=2010-01-01"), ("--given", "changed=no"), ("--matter", "94.I.3")],
)
def test_what_is_for_procedures_is_refused_for_a_case(option: tuple[str, str]) -> None:
    assert f"{option[0]} is for procedures" in refused(str(OVERDUE), *option)


# Options that go together, and those that do not


@pytest.mark.parametrize(
    "args",
    [
        (LAW, "--backwards"),
        (LAW, "--by", "2009-07-01"),
        (LAW, "--to", "vote"),
        (LAW, "--via", "vote"),
        (LAW, "--backwards", "--by", "2009-07-01", "--from", "2009-01-01"),
        (LAW, "--backwards", "--by", "2009-07-01", "--done", "vote=2009-06-01"),
        (LAW, "--backwards", "--by", "2009-07-01", "--as-of", "2009-06-01"),
        (LAW, "--backwards", "--by", "2009-07-01", "--ics", "law.ics"),
        (LAW, "--backwards", "--by", "2009-07-01", "--to", "nowhere"),
        (LAW, "--backwards", "--by", "2009-07-01", "--via", "nowhere"),
        (LAW, "--backwards", "--by", "2009-07-01", "--matter", "94.I.99"),
        (str(OVERDUE), "--backwards", "--by", "2009-07-01"),
        (*BEGUN, "--json", "--csv", "-"),
        (*BEGUN, "--ics", "-", "--svg", "-"),
        (),
        (LAW, "another"),
        (*BEGUN, "--nonsense"),
    ],
)
def test_options_that_do_not_go_together_are_refused(args: tuple[str, ...]) -> None:
    assert refused(*args)


def test_counting_back_says_the_latest_days_step_by_step() -> None:
    text = words(LAW, "--backwards", "--by", "2009-07-01", "--matter", "94.I.3", "--edition", "2009")
    assert 'To reach "in force" by 1 July 2009, the introduction must come by 22 February 2009' in text
    assert "56 days back from 1 July 2009: 6 May 2009" in text
    over = words(LAW, "--backwards", "--by", "2009-07-01", "--via", "repeat_vote", "--to", "publication")
    assert "Repeat vote" in over
