"""Content of two folders in one process: neither is taken for the other, in whichever order they are read."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest
from invented_law import ARTICLE_1, act, found_isle

from majlis.errors import InputError
from majlis.law.library import constitutions, law, shown
from majlis.law.places import content, content_at, forget, own_content
from majlis.procedure.library import procedure, procedures, procedures_of
from majlis.questions.cases import judged_cases
from majlis.questions.decide import Decider
from majlis.questions.mattering import mattering
from majlis.questions.need import need
from majlis.questions.readings import explore
from majlis.questions.timeline import timeline
from majlis.questions.uses import uses
from majlis.scenario.case import bind_case
from majlis.scenario.model import Scenario

if TYPE_CHECKING:
    from pathlib import Path

    from invented_law import Isle

    from majlis.scenario.case import Case

MOTION = act("motion", "1960-01-01")
SHORTER = """
    procedure: shorter
    title: Moving something quickly
    like: moving
    steps:
      - {step: motion, done: ballot}
"""


@pytest.fixture
def other(isle: Isle, tmp_path: Path) -> Isle:
    """A second isle beside the first one: it asks for more votes, in less time, and has a procedure more."""
    made = found_isle(tmp_path / "elsewhere")
    strict = ARTICLE_1.replace("six votes", "nine votes").replace("at_least: 6", "at_least: 9")
    made.write("rules/isle/1.yaml", strict.replace("5 days", "2 days"))
    made.write("procedures/isle/shorter.yaml", SHORTER)
    assert isle.folder != made.folder
    return made


def moved(votes: int) -> Case:
    """A motion with a ballot, bound to the content in use."""
    acts = [MOTION, act("ballot", "1960-01-02", in_favour=votes)]
    return bind_case(Scenario.model_validate({"procedure": "isle/moving", "acts": acts}))


def ends(*cases: Case) -> list[str | None]:
    return [Decider("meaning").decide(case).outcome for case in cases]


@pytest.mark.parametrize("first", ["own", "other"])
def test_the_same_case_ends_by_the_law_of_the_folder_in_use_whichever_is_read_first(other: Isle, first: str) -> None:
    def by_the_other() -> list[str | None]:
        with content_at(other.folder):
            return ends(moved(7))

    for _ in range(2):  # what is kept from the first round must not leak into the second
        if first == "own":
            assert (ends(moved(7)), by_the_other()) == (["carried"], ["fallen"])
        else:
            assert (by_the_other(), ends(moved(7))) == (["fallen"], ["carried"])


def test_a_case_keeps_its_law_when_the_folder_is_left(other: Isle) -> None:
    with content_at(other.folder):
        strict = moved(7)
    mild = moved(7)
    assert ends(strict, mild, strict) == ["fallen", "carried", "fallen"]
    with content_at(other.folder):
        assert ends(mild, strict) == ["carried", "fallen"]


def test_laws_and_procedures_of_both_live_side_by_side(other: Isle) -> None:
    mine = law("isle"), procedure("isle/moving")
    with content_at(other.folder):
        theirs = law("isle"), procedure("isle/moving")
        assert (law("isle"), procedure("isle/moving")) == theirs
    assert (law("isle"), procedure("isle/moving")) == mine
    assert mine[0] is not theirs[0]
    assert (mine[1].law, theirs[1].law) == (mine[0], theirs[0])
    said = [each.norm("1.I").at("1950", {}).says for each in (mine[0], theirs[0])]  # type: ignore[union-attr] # both have it
    assert said == ["It decides with six votes.", "It decides with nine votes."]
    assert (mine[0].root, theirs[0].root) == (own_content(), other.folder)


def test_an_article_that_is_read_late_comes_from_the_folder_of_its_law(other: Isle) -> None:
    with content_at(other.folder):
        theirs = law("isle")
    mine = law("isle")
    assert [norm.entry.within for each in (mine, theirs) for norm in each.norms() if norm.entry.within] == [
        "5 days", "2 days",
    ]  # fmt: skip


def test_what_is_asked_of_a_law_or_a_procedure_is_answered_from_its_own_folder(other: Isle) -> None:
    with content_at(other.folder):
        theirs, short = law("isle"), procedure("isle/shorter")
    mine = law("isle")
    assert mattering(short).steps == ("motion", "ballot")
    assert [each.name for each in procedures_of(mine)] == ["isle/moving"]
    assert [each.name for each in procedures_of(theirs)] == ["isle/moving", "isle/shorter"]
    assert {use.procedure for use in uses(mine, "1.I")} == {"isle/moving"}
    assert {use.procedure for use in uses(theirs, "1.I")} == {"isle/moving", "isle/shorter"}


def test_what_is_asked_by_name_is_answered_from_the_folder_in_use(other: Isle) -> None:
    def asked() -> tuple[Any, ...]:
        ballot = next(step for step in need("isle/moving").steps if step.step == "ballot")
        majority = next(rule.majorities for rule in ballot.rules if rule.majorities)
        return constitutions(), procedures(), majority[0].votes

    mine = asked()
    with content_at(other.folder):
        theirs = asked()
        assert theirs == (("isle",), ("isle/moving", "isle/shorter"), 9)
    assert mine == asked() == (("isle",), ("isle/moving",), 6)


def test_a_timeline_and_other_readings_of_a_case_stay_with_its_law(other: Isle) -> None:
    with content_at(other.folder):
        strict = bind_case(Scenario.model_validate({"procedure": "isle/moving", "acts": [MOTION]}))
    late = timeline(strict, as_of="1960-01-04")
    assert [limit.latest for step in late.steps for limit in step.limits if limit.latest] == ["1960-01-03"]
    base = Decider("meaning").judge(strict)
    assert explore(strict, Decider("meaning").engine, base).turning == ()


def test_example_cases_are_those_of_the_folder_in_use(other: Isle, isle: Isle) -> None:
    case = "procedure: isle/moving\ntitle: A motion.\nacts:\n  - {act: motion, date: 1960-01-01}\n"
    other.write("scenarios/isle/moving/one.yaml", case)
    assert judged_cases() == ()
    with content_at(other.folder):
        assert [each.file for each in judged_cases()] == ["scenarios/isle/moving/one.yaml"]
        assert shown(other.folder / "rules/isle/1.yaml") == "rules/isle/1.yaml"
        assert shown(isle.folder / "rules/isle/1.yaml") == "rules/isle/1.yaml"


def test_one_thread_does_not_change_the_folder_of_another(other: Isle) -> None:
    seen: list[Path] = []
    with content_at(other.folder):
        thread = Thread(target=lambda: seen.append(content()))
        thread.start()
        thread.join()
        assert content() == other.folder
    assert seen == [own_content()]


def test_the_folder_in_use_is_the_former_one_again_after_an_error(other: Isle) -> None:
    with pytest.raises(InputError, match="unknown procedure"), content_at(other.folder):
        procedure("isle/longer")
    assert content() == own_content()
    with (
        pytest.raises(InputError, match=r"no folder with rules and procedures at .*nowhere"),
        content_at(other.folder / "nowhere"),
    ):
        pass
    assert content() == own_content()


def test_what_was_read_from_one_folder_can_be_forgotten_alone(other: Isle) -> None:
    mine = law("isle")
    with content_at(other.folder):
        theirs = law("isle")
        (other.folder / "rules/isle/1.yaml").write_text(
            ARTICLE_1.replace("\n    ", "\n").lstrip("\n").replace("six votes", "one vote"), encoding="utf-8"
        )
        assert law("isle") is theirs
        forget(other.folder)
        assert law("isle").norm("1.I").entry.says == "It decides with one vote."
    assert law("isle") is mine
