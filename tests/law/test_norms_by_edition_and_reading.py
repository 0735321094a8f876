"""One norm, its state in an edition under chosen readings: each override and each limit in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from majlis.errors import InputError
from majlis.law.library import Law, law

if TYPE_CHECKING:
    from invented_law import Isle

    from majlis.law.norm import Norm
    from majlis.law.provision import Provision

HEAD = 'cite: "2", kind: threshold, says: Six., of: ballot.in_favour, at_least: 6'


def norm(isle: Isle, more: str = "") -> Norm:
    isle.rule(f"{HEAD}, {more}" if more else HEAD)
    return law("isle").norm("2")


def votes(provision: Provision | None) -> int | None:
    assert provision is not None
    return provision.majority[0].votes


def test_a_norm_without_more_is_the_same_in_every_edition(isle: Isle) -> None:
    found = norm(isle)
    assert [votes(found.at(edition, {})) for edition in ("1900", "1950")] == [6, 6]


def test_a_later_edition_overrides_the_keys_that_it_names_and_no_others(isle: Isle) -> None:
    found = norm(isle, 'editions: {"1950": {at_least: 7, says: Seven.}}')
    old, new = found.at("1900", {}), found.at("1950", {})
    assert (votes(old), votes(new)) == (6, 7)
    assert old and new
    assert (old.says, new.says, new.of) == ("Six.", "Seven.", "ballot.in_favour")


def test_an_edition_that_names_nothing_keeps_what_the_one_before_had(isle: Isle) -> None:
    found = norm(isle, 'editions: {"1900": {at_least: 8}}')
    assert [votes(found.at(edition, {})) for edition in ("1900", "1950")] == [8, 8]


def test_a_norm_begins_with_an_edition(isle: Isle) -> None:
    found = norm(isle, 'from: "1950"')
    assert found.at("1900", {}) is None
    assert votes(found.at("1950", {})) == 6


def test_a_norm_ends_with_an_edition_that_has_it_no_more(isle: Isle) -> None:
    found = norm(isle, 'until: "1950"')
    assert votes(found.at("1900", {})) == 6
    assert found.at("1950", {}) is None


READINGS = "readings: {majority: {asks: 'How many?', six: {default: true, source: plain}, nine: {source: odd, set: {at_least: 9}}}}"


def test_a_reading_overrides_the_keys_that_it_names(isle: Isle) -> None:
    found = norm(isle, READINGS)
    assert votes(found.at("1900", {})) == 6
    assert votes(found.at("1900", {"majority": "six"})) == 6
    assert votes(found.at("1900", {"majority": "nine"})) == 9


def test_a_default_reading_may_override_too_and_gives_way_to_a_chosen_one(isle: Isle) -> None:
    found = norm(
        isle,
        "readings: {majority: {seven: {default: true, source: plain, set: {at_least: 7}}, nine: {source: odd, set: {says: Odd.}}}}",
    )
    assert votes(found.at("1900", {})) == 7
    assert votes(found.at("1900", {"majority": "nine"})) == 6


def test_a_reading_goes_over_an_edition(isle: Isle) -> None:
    found = norm(isle, f'editions: {{"1950": {{at_least: 7}}}}, {READINGS}')
    assert [votes(found.at("1950", choices)) for choices in ({}, {"majority": "nine"})] == [7, 9]


def test_choices_of_other_questions_change_nothing(isle: Isle) -> None:
    found = norm(isle, READINGS)
    assert found.at("1900", {"counting": "same_day", "majority": "nine"}) == found.at("1900", {"majority": "nine"})


def test_a_reading_may_begin_and_end_with_an_edition(isle: Isle) -> None:
    text = 'readings: {majority: {six: {default: true, source: plain}, nine: {source: odd, from: "1950", set: {at_least: 9}}, ten: {source: old, until: "1950", set: {at_least: 10}}}}'
    found = norm(isle, text)
    assert [votes(found.at("1900", {"majority": each})) for each in ("six", "nine", "ten")] == [6, 6, 10]
    assert [votes(found.at("1950", {"majority": each})) for each in ("six", "nine", "ten")] == [6, 9, 6]
    assert set(found.questions("1900")["majority"]) == {"six", "ten"}
    assert set(found.questions("1950")["majority"]) == {"six", "nine"}


@pytest.mark.parametrize(("edition", "due"), [("1900", 9), ("1950", 6)])
def test_a_reading_may_leave_out_an_edition(isle: Isle, edition: str, due: int) -> None:
    text = 'readings: {majority: {six: {default: true, source: plain}, nine: {source: odd, but_not: ["1950"], set: {at_least: 9}}}}'
    assert votes(norm(isle, text).at(edition, {"majority": "nine"})) == due


def test_a_question_with_nothing_but_its_default_is_none(isle: Isle) -> None:
    found = norm(
        isle,
        'readings: {majority: {six: {default: true, source: plain}, nine: {source: odd, from: "1950", set: {at_least: 9}}}}',
    )
    assert found.questions("1900") == {}


def test_what_an_edition_is_not_known_to_say_is_said(isle: Isle) -> None:
    found = norm(isle, 'editions: {"1900": {not_known: The page is lost.}, "1950": {not_known: ""}}')
    states = [found.at(edition, {}) for edition in ("1900", "1950")]
    assert [state.not_known for state in states if state] == ["The page is lost.", ""]


def test_the_state_of_a_norm_is_made_once(isle: Isle) -> None:
    found = norm(isle, READINGS)
    assert found.at("1900", {"majority": "nine"}) is found.at("1900", {"majority": "nine", "counting": "same_day"})


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ('editions: {"1950": {at_lest: 7}}', r"2\.yaml:4, .*at_lest.*Did you mean at_least\?"),
        ('editions: {"1950": {at_least: seven}}', r"2\.yaml:4, .*'seven' is not a whole number"),
        ('editions: {"1950": {at_least: {share: 2/0, of: ballot.present}}}', r"2\.yaml:4, .*is no share"),
        ('editions: {"1950": {at_least: {share: 2/3}}}', r"2\.yaml:4, .*a majority is either"),
        ('editions: {"1950": {at_least: {votes: 3, share: 2/3, of: x}}}', r"2\.yaml:4, .*a majority is either"),
        ('editions: {"1950": {kind: custom}}', r"2\.yaml:4, .*kind"),
    ],
)
def test_an_override_that_does_not_fit_is_located(isle: Isle, more: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        norm(isle, more).at("1950", {})


@pytest.mark.parametrize("more", ['from: "1949"', 'until: "1949"', 'editions: {"1949": {at_least: 7}}'])
def test_an_edition_that_there_is_not_is_an_error_of_the_file(isle: Isle, more: str) -> None:
    with pytest.raises(InputError, match=r"2\.yaml:4, .*1949"):
        norm(isle, more).at("1950", {})


def test_a_reading_of_an_edition_that_there_is_not_is_an_error_of_the_file(isle: Isle) -> None:
    with pytest.raises(InputError, match=r"2\.yaml:4, .*1949"):
        norm(isle, 'readings: {majority: {nine: {source: odd, from: "1949", set: {at_least: 9}}}}').at(
            "1950", {"majority": "nine"}
        )


FILES = {
    "a rule without a sentence": (
        "rules/isle/2.yaml",
        'article: "2"\ntitle: X\nprovisions:\n  - {cite: "2", kind: effect}\n',
        r"2\.yaml:4, .*'says' is missing",
    ),
    "a kind that there is not": (
        "rules/isle/2.yaml",
        'article: "2"\ntitle: X\nprovisions:\n  - {cite: "2", kind: rule, says: X.}\n',
        r"2\.yaml:4, .*kind",
    ),
    "a norm in the wrong article": (
        "rules/isle/2.yaml",
        'article: "2"\ntitle: X\nprovisions:\n  - {cite: 3.I, kind: effect, says: X.}\n',
        r"2\.yaml:4, .*3\.I does not belong in Article 2",
    ),
    "a norm that stands twice": (
        "rules/isle/2.yaml",
        'article: "2"\ntitle: X\nprovisions:\n  - {cite: 2.I, kind: effect, says: X.}\n  - {cite: 2.I, kind: effect, says: Y.}\n',
        r"2\.yaml:5, .*2\.I stands twice",
    ),
    "an article under another name": (
        "rules/isle/2.yaml",
        'article: "3"\ntitle: X\nprovisions:\n  - {cite: "3", kind: effect, says: X.}\n',
        r"2\.yaml",
    ),
    "an empty article": ("rules/isle/2.yaml", "", r"2\.yaml: is empty"),
    "an article with an unknown key": (
        "rules/isle/2.yaml",
        'article: "2"\ntitel: X\nprovisions: []\n',
        r"2\.yaml:2, titel: unknown key 'titel'\. Did you mean title\?",
    ),
}


@pytest.mark.parametrize(("name", "text", "message"), FILES.values(), ids=FILES)
def test_a_fault_in_a_rule_file_is_located(isle: Isle, name: str, text: str, message: str) -> None:
    isle.write(name, text)
    with pytest.raises(InputError, match=message) as caught:
        law("isle").norms()
    assert caught.value.remedy


def test_an_act_like_an_unknown_one_is_located(isle: Isle) -> None:
    isle.write("rules/isle/vocabulary.yaml", "acts:\n  motion: {says: X.}\n  recount: {says: Y., like: balot}\n")
    with pytest.raises(InputError, match=r"vocabulary\.yaml:3, acts\.recount\.like: unknown act 'balot'"):
        _ = law("isle").vocabulary


def test_acts_that_are_like_each_other_in_a_circle_are_refused(isle: Isle) -> None:
    isle.write("rules/isle/vocabulary.yaml", "acts:\n  one: {says: X., like: two}\n  two: {says: Y., like: one}\n")
    with pytest.raises(InputError, match=r"vocabulary\.yaml"):
        law("isle").vocabulary.act("one")


def test_an_act_like_another_has_its_fields_and_sums(isle: Isle) -> None:
    recount = law("isle").vocabulary.act("recount")
    assert set(recount.fields) == {"in_favour", "against", "present"}
    assert len(recount.sums) == 1
    assert recount.says == "The Council counts again."


def test_the_seats_of_a_body_stand_in_its_provision(isle: Isle) -> None:
    assert law("isle").seats("council") == 11
    with pytest.raises(InputError, match="the seats of monarch are not stated"):
        law("isle").seats("monarch")


def test_an_unknown_constitution_is_refused_with_the_nearest(isle: Isle) -> None:
    assert isle.folder.is_dir()
    with pytest.raises(InputError, match=r"unknown constitution 'isel'\. Did you mean isle\?"):
        law("isel")


def test_articles_come_in_the_order_of_their_numbers(isle: Isle) -> None:
    for number in (10, 2, 100):
        isle.rule(f'cite: "{number}", kind: effect, says: X.', article=str(number))
    assert law("isle").articles() == ["1", "2", "10", "100"]
    assert [each.cite for each in law("isle").norms()] == ["1", "1.I", "1.II", "2", "10", "100"]


def test_only_the_articles_that_are_asked_for_are_read(isle: Isle) -> None:
    isle.write("rules/isle/9.yaml", "{{{ broken")
    assert law("isle").norm("1.I").cite == "1.I"
    with pytest.raises(InputError, match=r"9\.yaml"):
        law("isle").norm("9")


@pytest.mark.parametrize("name", ["constitution", "vocabulary", "77", "../isle/1"])
def test_what_is_no_article_is_refused(isle: Isle, name: str) -> None:
    assert isle.folder.is_dir()
    with pytest.raises(InputError, match="has no rules for Article"):
        law("isle").article(name)


@pytest.mark.parametrize(
    ("day", "edition", "early"),
    [
        ((1899, 12, 31), None, None),
        ((1900, 1, 1), "1900", "1900"),
        ((1950, 2, 28), "1900", "1900"),
        ((1950, 3, 1), "1900", "1950"),
        ((1950, 3, 9), "1900", "1950"),
        ((1950, 3, 10), "1950", "1950"),
        ((2024, 1, 1), "1950", "1950"),
    ],
)
def test_a_day_has_its_edition_and_one_in_the_window_counts_to_the_earlier_by_default(
    isle: Isle, day: tuple[int, int, int], edition: str | None, early: str | None
) -> None:
    from datetime import date

    assert isle.folder.is_dir()
    frame, number = law("isle").constitution, date(*day).toordinal()
    assert frame.edition_on(number) == edition
    assert frame.edition_on(number, doubtful_already=frozenset(["1950"])) == early
    assert bool(frame.doubtful({number})) == (edition != early)


def test_offices_come_and_go_with_editions(isle: Isle) -> None:
    assert isle.folder.is_dir()
    frame = law("isle").constitution
    there = {
        name: [edition for edition in frame.names if frame.has(office, edition)]
        for name, office in frame.offices.items()
    }
    assert there == {"monarch": ["1900", "1950"], "herald": ["1950"], "warden": ["1900"]}


def test_content_is_looked_for_where_the_variable_says(isle: Isle, monkeypatch: pytest.MonkeyPatch) -> None:
    from invented_law import forget

    from majlis.law.places import VARIABLE, content

    assert content() == isle.folder
    monkeypatch.setenv(VARIABLE, str(isle.folder / "nowhere"))
    forget()
    with pytest.raises(InputError, match=rf"no folder with rules and procedures at .*nowhere.*{VARIABLE}"):
        content()


def test_a_law_is_read_once(isle: Isle) -> None:
    assert isle.folder.is_dir()
    assert law("isle") is law("isle")
    assert isinstance(law("isle"), Law)
    assert law("isle").norm("1.I") is law("isle").norm("1.I")
