"""A draft is read beside the law in force: what it changes, which road it must take, and what is wrong with it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from invented_law import ARTICLE_1, CONSTITUTION, MOVING

from majlis.errors import InputError
from majlis.law.draft import opened_draft
from majlis.law.library import law
from majlis.law.places import content, content_at, own_content
from majlis.procedure.library import procedure
from majlis.questions.compare.drafts import DraftCompared, compare_draft, draft_sides
from majlis.render.drafted import draft_page
from majlis.render.printer import as_text

if TYPE_CHECKING:
    from invented_law import Isle

AMENDMENT = """
    amendment:
      undecided: 7.I
      change:
        title: a change
        by: [7.I]
        procedure: asking
        given: {aim: change}
        touching:
          holy: {articles: ["1"]}
          harsh: {articles: [2 to 4], if: it takes a right away}
      addition:
        title: an addition
        by: [7.II]
        procedure: adding
        given: {aim: addition}
        touching: {first: {articles: ["1", 5 to 6]}}
"""
ROADS = (
    "cite: 7.I, kind: effect, says: The text is changed by a poll., note: Silent on what a change is.",
    "cite: 7.II, kind: threshold, says: An addition needs eight votes., of: ballot.in_favour, at_least: 8",
    "cite: 7.III, kind: prohibition, says: Nobody asks the islanders to change Article 1., requires: not holy",
    "cite: 7.IV, kind: prohibition, says: Nobody asks them to take a right away., requires: not harsh, "
    "readings: {old_deed: {asks: Does the deed say so?, yes_it_does: {default: true, source: print}, "
    "no_it_does_not: {set: {requires: ''}, source: a blot}}}",
    "cite: 7.V, kind: prohibition, says: Nobody adds to Article 1 or 5., requires: not first",
)
SECOND = 'cite: "2", kind: effect, says: Fish is free.'
SECOND_II = "cite: 2.II, kind: effect, says: Nets are free."


@pytest.fixture
def amendable(isle: Isle) -> Isle:
    """The isle with a second article and with two roads for amendments."""
    isle.write("rules/isle/constitution.yaml", CONSTITUTION + AMENDMENT)
    isle.rule(SECOND, SECOND_II)
    isle.rule(*ROADS, article="7")
    facts = "aim: {{type: [change, addition], asks: What is it?}}, {0}: {{type: boolean, asks: Is it {0}?}}"
    asking = facts.format("holy") + ", harsh: {type: boolean, asks: Is it harsh?}"
    isle.procedure("- {step: poll, governed_by: [7.I, 7.III, 7.IV], done: won}", name="asking", facts=f"{{{asking}}}")
    isle.procedure(
        "- {step: ballot, governed_by: [7.II, 7.V], passed: won, failed: lost}",
        name="adding", facts=f"{{{facts.format('first')}}}",
    )  # fmt: skip
    return isle


class Drafting:
    """A folder in which a draft is written, file by file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("\n    ", "\n").lstrip("\n"), encoding="utf-8")
        return path

    def rule(self, *provisions: str, article: str = "2", place: str = "") -> Path:
        lines = "".join(f"  - {{{each}}}\n" for each in provisions)
        body = f'article: "{article}"\ntitle: Invented\nprovisions:\n{lines}'
        return self.write(
            f"{place}{article}.yaml", body if provisions else f'article: "{article}"\ntitle: I\nprovisions: []'
        )

    def compared(self) -> DraftCompared:
        return compare_draft(self.folder, "isle")

    def page(self) -> str:
        return " ".join(as_text(draft_page(self.compared())).split())


@pytest.fixture
def drafting(amendable: Isle, tmp_path: Path) -> Drafting:
    assert amendable.folder == tmp_path
    return Drafting(tmp_path / "draft")


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
def test_a_draft_that_only_adds_a_paragraph_is_an_addition(drafting: Drafting, cite: str) -> None:
    drafting.rule(SECOND, SECOND_II, f"cite: {cite}, kind: effect, says: Boats are free.")
    found = drafting.compared()
    assert (found.road.taken, found.road.added) == ("addition", (f"isle/{cite}",))
    assert [road.needs.procedure for road in found.road.roads] == ["isle/adding"]


def test_a_draft_that_only_adds_an_article_is_an_addition_with_the_majority_of_the_rules(drafting: Drafting) -> None:
    drafting.rule('cite: "8", kind: effect, says: Boats are free.', article="8")
    found = drafting.compared()
    assert found.road.taken == "addition"
    (road,) = found.road.roads
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
    assert [(road.kind, road.barred) for road in drafting.compared().road.roads] == [("addition", False)]


def test_a_procedure_alone_leaves_the_road_open(drafting: Drafting) -> None:
    changed = MOVING.replace("{silent: Nothing is said of a ballot that never comes.}", "fallen")
    drafting.write("procedures/isle/moving.yaml", changed)
    found = drafting.compared()
    assert (found.road.taken, found.changed.provisions) == ("open", ())
    (only,) = found.changed.procedures
    assert [(step.step, step.keys, step.provisions) for step in only.steps] == [
        ("ballot", ("missed",), ("1.I", "1.II"))
    ]


def test_an_override_of_the_newest_edition_and_a_plain_change_come_to_the_same(drafting: Drafting) -> None:
    drafting.rule(SECOND.replace("free", "dear"), SECOND_II)
    plain = drafting.compared()
    drafting.rule(f'{SECOND}, editions: {{"1950": {{says: Fish is dear.}}}}', SECOND_II)
    assert drafting.compared().changed.provisions == plain.changed.provisions


def test_an_edit_that_a_later_edition_hides_is_told_to_have_no_effect(drafting: Drafting, amendable: Isle) -> None:
    override = 'editions: {"1950": {says: Fish is free again.}}'
    amendable.rule(f"{SECOND}, {override}", SECOND_II)
    path = drafting.rule(f"{SECOND.replace('free', 'dear')}, {override}", SECOND_II)
    found = drafting.compared()
    assert (found.without_effect, found.changed.provisions) == ((str(path),), ())
    assert "nothing of that shows in the edition of 1950" in drafting.page()


def test_a_draft_may_bring_an_edition_of_its_own(drafting: Drafting) -> None:
    frame = (CONSTITUTION + AMENDMENT).replace(
        "    bodies:",
        '      - {edition: "2000", title: as drafted, first_day: {earliest: 2000-01-01, latest: 2000-01-01, source: none}}\n'
        "    bodies:",
    )
    drafting.write("constitution.yaml", frame)
    drafting.rule(f'{SECOND}, editions: {{"2000": {{says: Fish is dear.}}}}', SECOND_II)
    found = drafting.compared()
    assert (found.edition, found.road.altered) == ("1950", ("isle/2",))


def test_matters_offices_and_acts_are_compared_as_well(drafting: Drafting) -> None:
    frame = (
        (CONSTITUTION + AMENDMENT)
        .replace("war}", "war and peace}")
        .replace("monarch: {title: the Monarch}", "bailiff: {title: B}")
    )
    drafting.write(
        "constitution.yaml",
        frame.replace("5.II: {title: all else}", "5.I.3: {title: tides}\n      5.II: {title: all else}"),
    )
    found = drafting.compared()
    assert [(each.provision, each.how) for each in found.changed.provisions] == [
        ("isle/5.I.2", "changed"), ("isle/5.I.3", "added"),
    ]  # fmt: skip
    assert [(each.name, each.how) for each in found.changed.frame] == [("bailiff", "added"), ("monarch", "dropped")]


def test_both_laws_are_at_hand_while_a_draft_is_open_and_its_copy_is_gone_afterwards(drafting: Drafting) -> None:
    path = drafting.rule(SECOND.replace("free", "dear"), SECOND_II)
    with draft_sides(drafting.folder, "isle") as sides:
        said = [side.law.norm("2").at(side.edition, {}) for side in (sides.before, sides.after)]
        assert [each.says for each in said if each] == ["Fish is free.", "Fish is dear."]
        assert sides.after.law.norm("2").where.file == str(path)
        assert sides.before.law.norm("2").where.file == str(own_content() / "rules/isle/2.yaml")
        assert sides.draft.content.is_dir()
        assert content() == own_content()
    assert not sides.draft.content.exists()
    assert law("isle") is sides.before.law


def test_the_copy_is_gone_after_an_error_too(drafting: Drafting) -> None:
    drafting.rule(SECOND)
    folders: list[Path] = []

    def fail() -> None:
        with opened_draft(drafting.folder, "isle") as draft, content_at(draft.content):
            folders.append(draft.content)
            procedure("isle/nothing")

    with pytest.raises(InputError, match="unknown procedure"):
        fail()
    assert [folder.exists() for folder in folders] == [False]


def test_rules_may_stand_in_the_folder_itself_or_where_they_stand_in_the_content(drafting: Drafting) -> None:
    drafting.rule(SECOND)
    drafting.write("procedures/isle/moving.yaml", MOVING)
    drafting.write("README.md", "Why.")
    drafting.write(".hidden/2.yaml", "no")
    drafting.rule(SECOND_II.replace("2.II", "3"), article="3", place="rules/isle/")
    assert [Path(each).name for each in drafting.compared().files] == ["2.yaml", "moving.yaml", "3.yaml"]


@pytest.mark.parametrize(
    "name", ["two.yml", "rules/atoll/2.yaml", "rules/2.yaml", "scenarios/isle/a.yaml", "rules/isle/a/2.yaml"]
)
def test_a_file_that_belongs_nowhere_is_refused_by_its_name(drafting: Drafting, name: str) -> None:
    path = drafting.write(name, 'article: "2"')
    with pytest.raises(
        InputError, match=rf"^{re.escape(str(path))}: does not belong into a draft of isle\. Rule files"
    ):
        drafting.compared()


def test_a_file_that_stands_twice_is_refused(drafting: Drafting) -> None:
    drafting.rule(SECOND)
    drafting.rule(SECOND, place="rules/isle/")
    with pytest.raises(InputError, match=r"stands in the draft twice, here and as .*draft/2\.yaml"):
        drafting.compared()


def test_an_empty_draft_is_refused(drafting: Drafting) -> None:
    drafting.write("notes.txt", "to do")
    with pytest.raises(InputError, match=r"draft: holds no rule file and no procedure of isle\. Copy"):
        drafting.compared()


def test_a_draft_of_an_unknown_constitution_or_in_no_folder_is_refused(drafting: Drafting) -> None:
    with pytest.raises(InputError, match=r"unknown constitution 'isla'. Did you mean isle"):
        compare_draft(drafting.folder, "isla")
    with pytest.raises(InputError, match="nowhere: there is no such folder"):
        compare_draft(drafting.folder / "nowhere", "isle")
    path = drafting.rule(SECOND)
    with pytest.raises(InputError, match=r"2\.yaml: is a file, not a folder"):
        compare_draft(path, "isle")


@pytest.mark.parametrize(
    ("provision", "line", "fault"),
    [
        ("cite: 2, kind: effect, sayz: Fish.", 4, "unknown key 'sayz'"),
        ("cite: 3, kind: effect, says: Fish.", 4, "3 does not belong in Article 2"),
        ("cite: 2, kind: effect, says: Fish., from: '1960'", 4, "there is no edition '1960'"),
    ],
)
def test_a_faulty_draft_is_refused_with_its_own_file_and_line(
    drafting: Drafting, provision: str, line: int, fault: str
) -> None:
    path = drafting.rule(provision)
    with pytest.raises(InputError, match=rf"^{re.escape(str(path))}:{line}.*{fault}"):
        drafting.compared()


def test_a_draft_whose_norm_does_not_fit_its_procedure_is_refused_with_its_own_file(drafting: Drafting) -> None:
    path = drafting.write("1.yaml", ARTICLE_1.replace("of: ballot.in_favour", "of: ballot.in_favor"))
    with pytest.raises(InputError, match=rf"{re.escape(str(path))}.*in_favor"):
        drafting.compared()


def test_a_draft_that_drops_what_a_procedure_needs_is_refused(drafting: Drafting) -> None:
    drafting.rule(article="1")
    with pytest.raises(InputError, match=r"moving\.yaml:.*isle has no provision 1\.I"):
        drafting.compared()


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
