"""The road that a draft must take is found from what it changes, and what bars it from what it touches."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from drafted_isle import AMENDMENT, ROADS, SECOND, SECOND_II, Drafting
from invented_law import ARTICLE_1, CONSTITUTION, MOVING

from majlis.errors import InputError
from majlis.law.library import law
from majlis.questions.compare.changed import changed
from majlis.questions.compare.drafts import draft_sides
from majlis.questions.compare.road import Roads, roads
from majlis.render.drafted import in_turn

if TYPE_CHECKING:
    from invented_law import Isle


def test_a_draft_that_alters_a_provision_is_a_change(drafting: Drafting) -> None:
    drafting.rule(SECOND.replace("free", "dear"), SECOND_II)
    found = drafting.compared()
    assert (found.road.taken, found.road.altered, found.road.dropped) == ("change", ("isle/2",), ())
    assert [road.kind for road in found.road.roads] == ["change"]
    (only,) = found.changed.provisions
    assert (only.how, only.keys, only.before, only.after) == ("changed", ("says",), "Fish is free.", "Fish is dear.")
    assert "It is a change: it alters 2." in drafting.page()


def test_a_draft_that_drops_a_provision_is_a_change(drafting: Drafting) -> None:
    drafting.rule(SECOND)
    found = drafting.compared()
    assert (found.road.taken, found.road.dropped) == ("change", ("isle/2.II",))
    assert "It is a change: it drops 2.II." in drafting.page()


@pytest.mark.parametrize("cite", ["2.III", "2.II.1"])
def test_a_draft_that_only_adds_a_paragraph_may_go_as_an_addition_or_else_as_a_change(
    drafting: Drafting, cite: str
) -> None:
    drafting.rule(SECOND, SECOND_II, f"cite: {cite}, kind: effect, says: Boats are free.")
    found = drafting.compared()
    assert (found.road.taken, found.road.added) == ("addition", (f"isle/{cite}",))
    assert [road.needs.procedure for road in found.road.roads] == ["isle/adding", "isle/asking"]
    page = drafting.page()
    assert f"It may go as an addition: it adds {cite}, and alters and drops nothing." in page
    assert "Or by the other road, if it is taken for a change: A change (isle/asking):" in page
    assert "Silent on what a change is. Nets came by a poll." in page


def test_a_draft_that_only_adds_an_article_may_go_as_an_addition_with_the_majority_of_the_rules(
    drafting: Drafting,
) -> None:
    drafting.rule('cite: "8", kind: effect, says: Boats are free.', article="8")
    found = drafting.compared()
    assert found.road.taken == "addition"
    road = found.road.roads[0]
    asked = law("isle").norm("7.II").at("1950", {})
    assert asked is not None
    assert [due.votes for step in road.needs.steps for rule in step.rules for due in rule.majorities] == [
        each.votes for each in asked.majority
    ]


def test_a_norm_that_comes_into_a_paragraph_that_stands_leaves_the_road_open(drafting: Drafting) -> None:
    drafting.rule(SECOND, SECOND_II, "cite: '2.II:boats', kind: effect, says: Boats are free.")
    found = drafting.compared()
    assert (found.road.taken, found.road.within) == ("open", ("isle/2.II:boats",))
    assert [road.kind for road in found.road.roads] == ["change", "addition"]
    page = drafting.page()
    assert "It can be taken for a change or for an addition: it adds 2.II:boats to paragraphs that stand" in page
    assert "The text leaves it open (7.I). Silent on what a change is." in page


def test_what_a_change_only_adds_could_go_by_itself_the_other_road(drafting: Drafting) -> None:
    drafting.rule(SECOND.replace("free", "dear"), SECOND_II, "cite: 2.III, kind: effect, says: Boats are free.")
    found = drafting.compared()
    assert found.road.taken == "change"
    assert found.road.alone is not None
    assert found.road.alone.kind == "addition"
    assert "By itself 2.III could be an addition (7.II)" in drafting.page()


@pytest.mark.parametrize("key", ["source: a letter", "note: Silent on eels.", "doubt: A blot.", "texts: [copy]"])
def test_what_is_only_said_about_the_text_needs_no_road(drafting: Drafting, key: str) -> None:
    drafting.rule(f"{SECOND}, {key}", SECOND_II)
    found = drafting.compared()
    assert (found.road.taken, found.road.roads, found.changed.articles) == ("none", (), ())
    assert [(each.provision, each.about) for each in found.changed.provisions] == [("isle/2", (key.partition(":")[0],))]
    assert "None: it changes nothing that the text says." in drafting.page()


def test_another_reading_is_no_change_of_the_text(drafting: Drafting) -> None:
    reading = "readings: {eels: {asks: Eels?, fish: {default: true, source: a}, snakes: {source: b, set: {says: No.}}}}"
    drafting.rule(f"{SECOND}, {reading}", SECOND_II)
    found = drafting.compared()
    assert (found.road.taken, found.changed.provisions[0].about) == ("none", ("readings",))


def test_a_draft_that_is_the_text_in_force_changes_nothing(drafting: Drafting) -> None:
    drafting.rule(SECOND, SECOND_II)
    found = drafting.compared()
    assert (found.road.taken, found.changed.provisions, found.changed.procedures) == ("none", (), ())
    assert "No provision and no procedure differs." in drafting.page()


def test_a_change_of_a_protected_article_is_barred_by_the_provision_that_says_so(drafting: Drafting) -> None:
    drafting.write("1.yaml", ARTICLE_1.replace("six votes", "two votes").replace("at_least: 6", "at_least: 2"))
    (road,) = drafting.compared().road.roads
    assert road.barred
    assert [(bar.provision, bar.articles) for bar in road.bars] == [("isle/7.III", ("1",)), ("isle/7.IV", ())]
    page = drafting.page()
    assert "Barred, since it touches Article 1: Nobody asks the islanders to change Article 1 (7.III)." in page
    assert "Not in its way: 7.IV, which bars other articles only." in page


def test_a_bar_that_hangs_on_more_than_the_article_is_told_with_what_it_hangs_on(drafting: Drafting) -> None:
    drafting.rule(SECOND.replace("free", "dear"), SECOND_II)
    (road,) = drafting.compared().road.roads
    assert not road.barred
    assert [bar.provision for bar in road.bars if bar.articles] == ["isle/7.IV"]
    page = drafting.page()
    assert "Barred if it takes a right away, since it touches Article 2" in page
    assert "Not barred under the reading old_deed=no_it_does_not: a blot." in page


@pytest.mark.parametrize("article", ["1", "5-1", "6", "6-2"])
def test_what_comes_into_a_protected_place_is_barred_as_an_addition_and_the_other_road_shown(
    drafting: Drafting, article: str
) -> None:
    text = ARTICLE_1.replace(
        "\n      - {cite: 1.I,", "\n      - {cite: 1.III, kind: effect, says: Boats.}\n      - {cite: 1.I,"
    )
    if article == "1":
        drafting.write("1.yaml", text)
    else:
        drafting.rule(f"cite: {article}, kind: effect, says: Boats are free.", article=article)
    found = drafting.compared()
    assert found.road.taken == "addition"
    assert [(road.kind, road.barred) for road in found.road.roads] == [("addition", True), ("change", article == "1")]
    assert "Barred as an addition: whether it may be put into the text by the other road instead" in drafting.page()


@pytest.mark.parametrize("article", ["4-9", "8"])
def test_what_comes_before_or_behind_a_protected_place_is_not_barred(drafting: Drafting, article: str) -> None:
    drafting.rule(f"cite: {article}, kind: effect, says: Boats are free.", article=article)
    found = drafting.compared().road
    assert [(road.kind, road.barred) for road in found.roads] == [("addition", False), ("change", False)]


def test_a_procedure_alone_leaves_the_road_open(drafting: Drafting) -> None:
    changed = MOVING.replace("{silent: Nothing is said of a ballot that never comes.}", "fallen")
    drafting.write("procedures/isle/moving.yaml", changed)
    found = drafting.compared()
    assert (found.road.taken, found.changed.provisions) == ("open", ())
    (only,) = found.changed.procedures
    assert [(step.step, step.keys, step.provisions) for step in only.steps] == [
        ("ballot", ("missed",), ("1.I", "1.II"))
    ]


def test_a_constitution_that_does_not_say_how_it_is_amended_has_no_road(isle: Isle, tmp_path: Path) -> None:
    isle.rule(SECOND)
    drafting = Drafting(tmp_path / "draft")
    drafting.rule(SECOND.replace("free", "dear"))
    with pytest.raises(InputError, match=r"the rules of isle do not say how it is amended\. Add `amendment:`"):
        drafting.compared()


def test_a_range_of_articles_runs_upwards(isle: Isle) -> None:
    isle.write("rules/isle/constitution.yaml", (CONSTITUTION + AMENDMENT).replace("2 to 4", "4 to 2"))
    with pytest.raises(InputError, match=r"constitution\.yaml:\d+, amendment.*'4 to 2' is no range of articles"):
        _ = law("isle").constitution


def test_a_bar_that_goes_by_the_subject_is_left_to_the_reader_where_no_article_of_it_is_touched(
    drafting: Drafting, amendable: Isle
) -> None:
    by_subject = '{articles: ["1", 5 to 6], by_subject: it adds to the first article}'
    amendable.write(
        "rules/isle/constitution.yaml", (CONSTITUTION + AMENDMENT).replace('{articles: ["1", 5 to 6]}', by_subject)
    )
    drafting.rule('cite: "8", kind: effect, says: Boats are free.', article="8")
    adding, asking = drafting.compared().road.roads
    assert [(bar.provision, bar.articles, bar.by_subject) for bar in adding.bars] == [
        ("isle/7.V", (), "it adds to the first article")
    ]
    assert not adding.barred
    assert "first" not in adding.needs.given
    assert asking.needs.given["harsh"] == "no"
    page = drafting.page()
    judged = (
        "whether in substance it adds to the first article is for you to judge. Nobody adds to Article 1 or 5 (7.V)."
    )
    assert f"Barred or not: it touches none of the articles that 7.V speaks of; {judged}" in page
    assert "Not in its way: 7.V" not in page


def test_a_bar_by_the_subject_is_certain_where_its_articles_are_touched(drafting: Drafting, amendable: Isle) -> None:
    by_subject = '{articles: ["1"], by_subject: it changes the first article}'
    amendable.write(
        "rules/isle/constitution.yaml",
        (CONSTITUTION + AMENDMENT).replace('holy: {articles: ["1"]}', f"holy: {by_subject}"),
    )
    drafting.write("1.yaml", ARTICLE_1.replace("six votes", "two votes"))
    (road,) = drafting.compared().road.roads
    assert road.barred
    assert "Barred, since it touches Article 1" in drafting.page()


def test_that_what_bars_others_is_not_protected_itself_is_told_with_its_note(drafting: Drafting) -> None:
    noted = [
        each.replace("holy", "holy, note: It does not name itself.") if "7.III" in each else each for each in ROADS
    ]
    drafting.rule(*noted[:3], noted[3].replace("a right", "any right"), noted[4], article="7")
    (road,) = drafting.compared().road.roads
    assert [(bar.provision, bar.itself) for bar in road.bars] == [("isle/7.III", True), ("isle/7.IV", True)]
    assert "Not protected itself: it touches Article 7, and nothing bars that, though 7.III and 7.IV stand" in (
        drafting.page()
    )


def test_a_bar_that_protects_its_own_article_is_not_told_to_stand_unprotected(
    drafting: Drafting, amendable: Isle
) -> None:
    amendable.write("rules/isle/constitution.yaml", (CONSTITUTION + AMENDMENT).replace('["1"]}', '["1", "7"]}'))
    drafting.rule(*ROADS[:3], ROADS[3].replace("a right", "any right"), ROADS[4], article="7")
    (road,) = drafting.compared().road.roads
    assert [bar.itself for bar in road.bars] == [False, False]
    assert road.barred
    assert "Not protected itself" not in drafting.page()


def test_what_a_road_needs_to_come_into_force_is_told(drafting: Drafting, amendable: Isle) -> None:
    sealed = "cite: 7.VI, kind: effect, says: Without the seal it is void., note: Nobody overrides the Monarch."
    amendable.rule(*ROADS, sealed, article="7")
    amendable.write(
        "rules/isle/constitution.yaml",
        (CONSTITUTION + AMENDMENT).replace("by: [7.II]", "by: [7.II]\n        in_force: [7.VI]"),
    )
    drafting.rule('cite: "8", kind: effect, says: Boats are free.', article="8")
    adding, asking = drafting.compared().road.roads
    assert ([said.provision for said in adding.in_force], asking.in_force) == (["isle/7.VI"], ())
    assert "To come into force Without the seal it is void (7.VI). Nobody overrides the Monarch." in drafting.page()


def test_what_must_come_before_a_step_is_told_before_it(drafting: Drafting, amendable: Isle) -> None:
    needed = "cite: 7.VI, kind: precondition, says: The Monarch seals the question first., requires: seal.done"
    amendable.rule(*ROADS, needed, "cite: 7.VII, kind: effect, says: Who protests is heard.", article="7")
    facts = "aim: {type: [change, addition], asks: What is it?}, holy: {type: boolean, asks: Is it?}"
    amendable.procedure(
        "- {step: motion, done: poll}\n- {step: poll, governed_by: [7.III, 7.VI], done: won}",
        name="asking", facts=f"{{{facts}, harsh: {{type: boolean, asks: Is it harsh?}}}}",
        more="alongside: [{step: seal, governed_by: [7.I]}, {step: protest, governed_by: [7.VII]}]\n",
    )  # fmt: skip
    drafting.rule(SECOND.replace("free", "dear"), SECOND_II)
    (road,) = drafting.compared().road.roads
    assert road.ahead == {"seal": "poll"}
    turn = [each.step for each in in_turn(road)]
    assert turn == ["motion", "seal", "poll", "protest"]


@pytest.fixture(scope="module")
def new_article(tmp_path_factory: pytest.TempPathFactory) -> Roads:
    """The roads of a draft that adds an article to the real text, about neither rights nor the first chapter."""
    folder = tmp_path_factory.mktemp("draft")
    own = Drafting(folder / "new")
    own.rule('cite: "159", kind: effect, says: Boats are free.', article="159", place="rules/az-1995/")
    with draft_sides(own.folder, "az-1995") as sides:
        return roads(sides.before, changed(sides.before, sides.after))


def test_no_draft_is_told_to_be_clear_of_what_goes_by_the_subject(new_article: Roads) -> None:
    left = {bar.provision: bool(bar.by_subject) for road in new_article.roads for bar in road.bars}
    assert left == {"az-1995/158": True, "az-1995/155:articles": False, "az-1995/155:rights": True}


def test_an_addition_is_told_to_hang_on_the_signature_that_nobody_can_override(new_article: Roads) -> None:
    adding, asking = new_article.roads
    assert [said.provision for said in adding.in_force] == ["az-1995/156.IV", "az-1995/110.II:constitutional"]
    assert "override" in adding.in_force[-1].note
    assert asking.ahead == {"court_opinion": "calling"}
