"""A draft is read beside the law in force: what it changes, and what is wrong with it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from drafted_isle import AMENDMENT, SECOND, SECOND_II, Drafting
from invented_law import ARTICLE_1, CONSTITUTION, MOVING

from majlis.errors import InputError
from majlis.law.draft import opened_draft
from majlis.law.library import law
from majlis.law.places import content, content_at, own_content
from majlis.procedure.library import procedure
from majlis.questions.compare.drafts import compare_draft, draft_sides

if TYPE_CHECKING:
    from drafted_isle import AMENDMENT, SECOND, SECOND_II, Drafting
from invented_law import Isle


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


def test_a_draft_that_drops_what_procedures_name_is_refused_with_each_file_and_line(
    drafting: Drafting, amendable: Isle
) -> None:
    amendable.procedure(
        "- {step: motion, done: ballot}\n- {step: ballot, governed_by: [1.I], passed: won, failed: lost}"
    )
    drafting.rule(article="1")
    with pytest.raises(InputError) as found:
        drafting.compared()
    said = str(found.value)
    lines = (amendable.folder / "procedures/isle/moving.yaml").read_text(encoding="utf-8").splitlines()
    place = 1 + next(number for number, line in enumerate(lines) if "governed_by" in line)
    assert said.startswith(f"procedures/isle/moving.yaml:{place}, steps[1].governed_by[0]: names 1.I, which the draft")
    assert "; so do procedures/isle/trial.yaml:" in said
    assert "Put copies of these procedures into the draft, in procedures/, and take 1.I out of their steps" in said


def test_a_procedure_in_a_draft_that_names_what_the_draft_drops_is_refused_by_its_own_name(drafting: Drafting) -> None:
    drafting.write("1.yaml", "\n".join(line for line in ARTICLE_1.splitlines() if "1.II" not in line))
    own = drafting.write("procedures/isle/moving.yaml", MOVING)
    with pytest.raises(InputError, match=rf"^{re.escape(str(own))}:\d+.*: names 1\.II, which the draft drops"):
        drafting.compared()


def test_what_a_draft_drops_from_rules_and_procedures_alike_is_dropped(drafting: Drafting) -> None:
    drafting.write("1.yaml", "\n".join(line for line in ARTICLE_1.splitlines() if "1.II" not in line))
    drafting.write("procedures/isle/moving.yaml", MOVING.replace("[1.I, 1.II]", "[1.I]"))
    assert drafting.compared().road.dropped == ("isle/1.II",)


def test_a_draft_with_an_edition_of_its_own_amends_what_it_drops_and_whatever_it_says_of_that(
    drafting: Drafting,
) -> None:
    day = "first_day: {earliest: 2000-01-01, latest: 2000-01-01, source: none}"
    frame = (CONSTITUTION + AMENDMENT).replace(
        "    bodies:", f'      - {{edition: "2000", title: as drafted, {day}}}\n    bodies:'
    )
    drafting.write("constitution.yaml", frame)
    drafting.rule(f'{SECOND}, editions: {{"2000": {{says: Fish is dear.}}}}, not_amended: {{"2000": no change}}')
    found = drafting.compared()
    assert (found.road.altered, found.road.dropped) == (("isle/2",), ("isle/2.II",))
