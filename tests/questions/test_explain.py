"""A provision across its editions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from majlis.errors import InputError
from majlis.law.library import constitutions, law
from majlis.questions.explain import Explained, explain
from majlis.questions.listing import list_provisions
from majlis.questions.stated import State
from majlis.render.explained import explained_page
from majlis.render.page import Line

if TYPE_CHECKING:
    from invented_law import Isle

    from majlis.law.norm import Norm


def one(cite: str, edition: str | None = None) -> Explained:
    """The norm of exactly that citation."""
    return next(each for each in explain(cite, edition=edition) if each.cite == cite)


def lines(cite: str) -> list[str]:
    """The lines of the page, each as one text."""
    blocks = explained_page(explain(cite)).blocks
    return ["".join(part.text for part in block.parts) for block in blocks if isinstance(block, Line)]


def sources(cite: str) -> list[str]:
    """The lines of the page that say what the provision rests on."""
    return [line for line in lines(cite) if line.startswith("Source")]


def test_editions_with_equal_law_stand_together() -> None:
    found = one("94.II")
    assert [state.editions for state in found.states] == [("1995", "2002", "2009", "2016")]


def test_a_change_says_what_was_before() -> None:
    found = one("101.I")
    assert [state.editions for state in found.states] == [("1995", "2002", "2009"), ("2016",)]
    assert found.states[1].changes == ("length was 5 years",)


def test_added_actors_are_named() -> None:
    found = one("96.I")
    assert [state.changes for state in found.states] == [
        (),
        ("added: procurators office",),
        ("added: citizens",),
    ]


def test_a_provision_that_an_edition_has_not_leaves_it_out() -> None:
    found = one("96.I:signatures")
    assert [state.editions for state in found.states] == [("2009", "2016")]


def test_readings_come_with_their_sources_and_the_default_is_marked() -> None:
    found = one("110.II")
    assert [(each.reading, each.default) for each in found.readings] == [
        ("required", True),
        ("obtained", False),
    ]
    assert all(each.source for each in found.readings)


def test_a_reading_that_an_edition_has_not_is_left_out_there() -> None:
    asked = {each.question for each in one("128.V", edition="2002").readings}
    assert "english" not in asked
    found = one("128.V")
    assert {each.editions for each in found.readings if each.question == "english"} == {("2009", "2016")}
    assert any(line.startswith("Open to reading in 2009 and 2016: Does the English") for line in lines("128.V"))


def test_a_question_that_another_provision_words_is_asked_in_its_words(isle: Isle) -> None:
    which = "one: {default: true, source: X}, other: {source: Y, set: {note: Z.}}"
    isle.rule(
        f'cite: 2.I, kind: effect, says: First., readings: {{fate: {{asks: "Which?", {which}}}}}',
        f"cite: 2.II, kind: effect, says: Second., readings: {{fate: {{{which}}}}}",
    )
    assert {each.asks for each in one("2.II").readings} == {"Which?"}


def test_the_default_of_a_shared_question_is_shown_where_the_provision_does_not_state_it() -> None:
    found = one("110.I")
    assert [(each.reading, each.default) for each in found.readings if each.question == "counting"] == [
        ("day_after", True),
        ("same_day", False),
    ]


def test_uses_say_how_and_bring_the_silences_of_the_step() -> None:
    found = one("110.I")
    use = next(each for each in found.uses if (each.procedure, each.step) == ("az-1995/law", "decision"))
    assert use.how == "governs"
    assert len(use.silences) == 2
    assert {each.how for each in one("93.I").uses} == {"says who acts in"}
    assert {each.how for each in one("105").uses} >= {"names the line of"}
    assert {each.how for each in one("107.I").uses} == {"decides"}


@pytest.mark.parametrize("name", [f"{name}/{article}" for name in constitutions() for article in law(name).articles()])
def test_every_article_can_be_explained(name: str) -> None:
    assert all(each.states and each.where.endswith(tuple("0123456789")) for each in explain(name))


def test_every_provision_is_listed_in_each_edition_that_has_it() -> None:
    listed = {(row.provision, edition) for row in list_provisions() for edition in row.editions}
    stated = {
        (f"{name}/{norm.cite}", edition)
        for name in constitutions()
        for norm in law(name).norms()
        for edition in law(name).editions
        if norm.at(edition, {})
    }
    assert listed == stated


def test_an_unknown_citation_names_the_nearest() -> None:
    with pytest.raises(InputError, match=r"Did you mean"):
        explain("110.IX")


SOURCES = {
    "one text": ("texts: [copy]", ["Source: Stated in Article 2 of a copy by the Herald. The wording is not doubted."]),
    "texts of one kind, in the order of the constitution": (
        "texts: [gazette, deed]",
        ["Source: Stated in Article 2 of the printed texts of 1900 and 1950. The wording is not doubted."],
    ),
    "texts of several kinds": (
        "texts: [deed, gazette, copy]",
        [
            "Source: Stated in Article 2 of the printed texts of 1900 and 1950 and of a copy by the Herald."
            " The wording is not doubted."
        ],
    ),
    "reports alone": (
        "texts: [hearsay], doubt: Nobody has seen it",
        ["Source: Known from what islanders tell. The wording is doubted: Nobody has seen it."],
    ),
    "a text and reports": (
        "texts: [deed, hearsay]",
        [
            "Source: Stated in Article 2 of the printed text of 1900. Also known from what islanders tell."
            " The wording is not doubted."
        ],
    ),
    "another paragraph, with a detail": (
        "texts: [deed], paragraph: 2.II, source: it is smudged, doubt: One word is torn out.",
        [
            "Source: Stated in 2.II of the printed text of 1900. It is smudged."
            " The wording is doubted: One word is torn out."
        ],
    ),
    "editions that rest on other texts, the detail said once": (
        'texts: [hearsay], source: It rhymes., doubt: Nobody has seen it., editions: {"1950": {texts: [gazette], doubt: ""}}',
        [
            "Source in 1900: Known from what islanders tell. It rhymes. The wording is doubted: Nobody has seen it.",
            "Source in 1950: Stated in Article 2 of the printed text of 1950. The wording is not doubted.",
        ],
    ),
    "a wording that is not known": (
        "texts: [deed], not_known: The ink has run.",
        ["Source: What is known of it comes from Article 2 of the printed text of 1900."],
    ),
    "no text, but a detail": ("source: It is custom.", ["Source: It is custom."]),
    "nothing at all": ("note: Silent on all.", []),
}


@pytest.mark.parametrize(("keys", "expected"), SOURCES.values(), ids=SOURCES)
def test_a_provision_names_its_texts_its_paragraph_and_its_doubts(isle: Isle, keys: str, expected: list[str]) -> None:
    isle.rule(f'cite: "2", kind: effect, says: It is so., {keys}')
    assert sources("2") == expected


def test_the_word_of_a_further_norm_is_no_part_of_its_paragraph(isle: Isle) -> None:
    isle.rule("cite: 2.IV:who, kind: effect, says: It is so., texts: [deed]")
    assert sources("2") == ["Source: Stated in 2.IV of the printed text of 1900. The wording is not doubted."]


def test_other_texts_and_doubts_are_no_other_law(isle: Isle) -> None:
    isle.rule(
        'cite: "2", kind: effect, says: It is so., texts: [deed], note: A., editions: {"1950": {texts: [copy], note: B.}}'
    )
    found = one("2")
    (state,) = found.states
    assert (state.editions, state.changes, state.note) == (("1900", "1950"), (), "A. B.")
    assert [(each.editions, each.texts) for each in state.grounds] == [(("1900",), ("deed",)), (("1950",), ("copy",))]


def test_the_answer_as_data_has_texts_paragraph_and_doubt() -> None:
    found = one("101.IV")
    state = found.as_dict()["states"][0]
    assert set(state) == set(State.__dataclass_fields__)
    assert [set(each) for each in state["grounds"]] == [{"editions", "texts", "paragraph", "source", "doubt"}] * 2
    assert state["grounds"][1]["texts"] == ("en2002", "en2009")
    assert (state["grounds"][0]["paragraph"], bool(state["grounds"][0]["doubt"])) == ("101.IV", True)


def test_a_wording_that_becomes_known_is_a_change() -> None:
    states = one("149.II").states
    assert [state.changes for state in states] == [(), ("its wording is known from here on",)]


def test_a_line_of_succession_that_changed_is_given_in_words() -> None:
    states = one("105").states
    assert states[1].changes == ("line was speaker, then prime minister",)


@pytest.mark.parametrize("norm", [norm for name in constitutions() for norm in law(name).norms()], ids=lambda n: n.cite)
def test_every_provision_says_on_its_page_where_it_is_stated_and_whether_that_is_doubted(norm: Norm) -> None:
    states = [state for found in explain(f"{norm.constitution}/{norm.cite}") for state in found.states]
    for state in states:
        assert tuple(edition for each in state.grounds for edition in each.editions) == state.editions
    for line in sources(f"{norm.constitution}/{norm.cite}"):
        assert re.search(r": (Stated in|Known from|What is known of it comes from) ", line)
        assert "The wording is" in line or any(state.not_known for state in states)
        assert ".." not in line


def test_the_default_of_a_shared_question_is_marked_where_the_provision_states_it_with_its_source(isle: Isle) -> None:
    isle.write(
        "rules/isle/2.yaml",
        """
        article: "2"
        title: Invented
        provisions:
          - cite: "2"
            kind: deadline
            says: It votes within five days.
            after: motion
            within: 5 days
            readings: {counting: {day_after: {source: The plain sense}, same_day: {source: A speech, set: {counting: same_day}}}}
        """,
    )
    (found,) = explain("2", constitution="isle")
    assert [(each.reading, each.default) for each in found.readings] == [("day_after", True), ("same_day", False)]


def test_a_step_that_was_only_taken_over_from_another_procedure_and_never_comes_is_no_use() -> None:
    assert {use.procedure for use in one("107.II").uses} == {"az-1995/decree", "az-1995/impeachment"}
    assert "az-1995/amnesty" in {use.procedure for use in one("96.VII").uses}
