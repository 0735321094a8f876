"""Articles 113 and 147 to 151 and transitional clauses 1, 4, 5 and 8: rank, publication and backward force of acts.

Every case is worked out by hand from the text.
"""

from __future__ import annotations

from typing import Any

import pytest

from majlis import Scenario, Verdict, decide


def verdict(procedure: str, acts: list[dict[str, Any]], **more: Any) -> Verdict:
    return decide(Scenario(procedure=f"az-1995/{procedure}", acts=acts, **more), engine="meaning")


def breached(found: Verdict) -> set[str]:
    return {each.provision.partition("/")[2] for each in found.findings if each.result == "breached"}


# 147 to 151: which of two acts goes before the other.

ORDER = ["constitution", "referendum_act", "law", "decree", "cabinet_decree", "central_act"]
MAY_NOT = {
    ("constitution", "law"): "149.III",
    ("constitution", "decree"): "149.IV",
    ("law", "decree"): "149.IV",
    ("constitution", "cabinet_decree"): "149.V",
    ("law", "cabinet_decree"): "149.V",
    ("decree", "cabinet_decree"): "149.V",
    ("constitution", "central_act"): "149.VI",
    ("law", "central_act"): "149.VI",
    ("decree", "central_act"): "149.VI",
    ("cabinet_decree", "central_act"): "149.VI",
}


def disagree(act: str, against: str, **more: Any) -> Verdict:
    return verdict(
        "conflict_of_norms", [], given={"act_to_apply": act, "other_act": against}, as_of="2012-05-01", **more
    )


@pytest.mark.parametrize("against", ORDER)
@pytest.mark.parametrize("act", ORDER)
def test_of_two_acts_of_the_list_the_earlier_goes_before_the_later(act: str, against: str) -> None:
    found = disagree(act, against)
    if act == against:
        assert found.status == "undetermined"
    else:
        assert found.outcome == ("goes_before" if ORDER.index(act) < ORDER.index(against) else "gives_way")
    higher, lower = sorted((act, against), key=ORDER.index)
    assert breached(found) == ({MAY_NOT[higher, lower]} if (higher, lower) in MAY_NOT else set())


@pytest.mark.parametrize("other", ORDER)
def test_a_treaty_goes_before_all_but_the_constitution_and_acts_of_referendum(other: str) -> None:
    expected = {"constitution": ("gives_way", "goes_before"), "referendum_act": (None, None)}
    treaty, back = expected.get(other, ("goes_before", "gives_way"))
    assert disagree("treaty", other).outcome == treaty
    assert disagree(other, "treaty").outcome == back


@pytest.mark.parametrize("unlisted", ["order", "milli_majlis_decree"])
@pytest.mark.parametrize("other", ORDER)
def test_of_an_act_outside_the_list_only_the_constitution_is_said_to_go_before_it(unlisted: str, other: str) -> None:
    assert disagree(unlisted, other).outcome == ("gives_way" if other == "constitution" else None)
    assert disagree(other, unlisted).outcome == ("goes_before" if other == "constitution" else None)


@pytest.mark.parametrize("other", ["law", "decree", "cabinet_decree", "central_act"])
def test_if_the_list_only_names_the_acts_an_act_of_referendum_has_no_rank(other: str) -> None:
    names = {"readings": ("order_of_the_list=names",)}
    assert disagree("referendum_act", other).outcome == "goes_before"
    assert disagree("referendum_act", other, **names).status == "undetermined"
    assert disagree(other, "referendum_act", **names).status == "undetermined"
    assert disagree("constitution", "referendum_act", **names).outcome == "goes_before"


# 113.II, 149.II to VI and VIII: the day of publication, the day that an act names.

BEFORE, DAY, AFTER = "-03-04", "-03-05", "-03-06"
WITHOUT_A_DAY = {"names_day": False}


def applied(year: int, day: str, published: str | None, *, forced: bool = False, **given: Any) -> Verdict:
    acts: list[dict[str, Any]] = [{"act": "enforcement", "date": f"{year}{day}", "forced": forced}]
    if published:
        acts.append({"act": "publication", "date": f"{year}{published}"})
    ordered = sorted(acts, key=lambda act: (act["date"], act["act"] == "enforcement"))
    return verdict("publication_of_an_act", ordered, given=given)


@pytest.mark.parametrize(("day", "binds"), [(BEFORE, False), (DAY, True), (AFTER, True)])
@pytest.mark.parametrize("kind", ["referendum_act", "law", "decree", "order", "cabinet_decree"])
@pytest.mark.parametrize("year", [2005, 2012, 2018])
def test_an_act_binds_from_the_day_of_its_publication(year: int, kind: str, day: str, *, binds: bool) -> None:
    found = applied(year, day, DAY, kind=kind, **WITHOUT_A_DAY)
    assert found.outcome == ("binds" if binds else "does_not_bind")
    assert breached(found) == set()


@pytest.mark.parametrize("published", [None, DAY])
def test_publication_matters_for_an_act_of_a_central_body_since_2009(published: str | None) -> None:
    assert applied(2008, AFTER, published, kind="central_act", **WITHOUT_A_DAY).status == "undetermined"
    found = applied(2010, AFTER, published, kind="central_act", **WITHOUT_A_DAY)
    assert found.outcome == ("binds" if published else "does_not_bind")


@pytest.mark.parametrize("day", [BEFORE, DAY, AFTER])
@pytest.mark.parametrize("kind", ["referendum_act", "law", "decree", "cabinet_decree", "central_act"])
@pytest.mark.parametrize("year", [2005, 2010, 2018])
def test_since_2009_nobody_is_made_to_follow_an_act_before_its_publication(year: int, kind: str, day: str) -> None:
    broken = {"149.VIII:forced"} if year > 2009 and day == BEFORE else set()
    assert breached(applied(year, day, DAY, forced=True, kind=kind, **WITHOUT_A_DAY)) == broken
    assert breached(applied(year, day, DAY, forced=False, kind=kind, **WITHOUT_A_DAY)) == set()


@pytest.mark.parametrize(("general", "broken"), [(True, {"149.VIII:forced"}), (False, set())])
def test_of_orders_only_one_with_general_rules_has_to_be_published_to_be_forced(
    *, general: bool, broken: set[str]
) -> None:
    found = applied(2012, AFTER, None, forced=True, kind="order", names_day=True, own_day=f"2012{DAY}", general=general)
    assert breached(found) == broken


@pytest.mark.parametrize(("day", "outcome"), [(BEFORE, None), (DAY, "binds"), (AFTER, "binds")])
@pytest.mark.parametrize("kind", ["referendum_act", "central_act"])
def test_the_text_is_silent_on_a_later_day_that_an_act_of_referendum_or_of_a_central_body_names(
    kind: str, day: str, outcome: str | None
) -> None:
    found = applied(2012, day, "-03-01", kind=kind, names_day=True, own_day=f"2012{DAY}")
    assert (found.outcome, found.exit) == (outcome, 0 if outcome else 3)


@pytest.mark.parametrize(("day", "binds"), [(BEFORE, False), (DAY, True), (AFTER, True)])
@pytest.mark.parametrize("kind", ["decree", "order"])
def test_a_published_decree_or_order_is_in_force_from_the_day_that_it_names(
    kind: str, day: str, *, binds: bool
) -> None:
    found = applied(2012, day, "-03-01", kind=kind, names_day=True, own_day=f"2012{DAY}")
    assert found.outcome == ("binds" if binds else "does_not_bind")


@pytest.mark.parametrize(("year", "outcome"), [(2008, "binds"), (2010, "does_not_bind")])
def test_a_decree_with_a_day_of_its_own_could_bind_unpublished_until_2009_by_one_reading(
    year: int, outcome: str
) -> None:
    acts = [{"act": "enforcement", "date": f"{year}{AFTER}", "forced": False}]
    given = {"kind": "decree", "names_day": True, "own_day": f"{year}{DAY}"}
    assert verdict("publication_of_an_act", acts, given=given).outcome == "does_not_bind"
    readings = ("day_before_publication=named_day",) if year < 2009 else ()
    assert verdict("publication_of_an_act", acts, given=given, readings=readings).outcome == outcome


@pytest.mark.parametrize("general", [True, False])
@pytest.mark.parametrize("kind", ["decree", "order"])
def test_general_rules_are_for_decrees_and_all_else_is_for_orders(kind: str, *, general: bool) -> None:
    acts = [
        {"act": "presidential_act", "date": "2012-03-01", "by": "president"},
        {"act": "publication", "date": "2012-03-05"},
        {"act": "enforcement", "date": "2012-03-05"},
    ]
    found = verdict("presidential_act", acts, given={"kind": kind, "general": general, **WITHOUT_A_DAY})
    assert found.result("113.I:form") == ("met" if (kind == "decree") == general else "breached")
    assert found.outcome == "binds"


# 149.VII: backward force.


@pytest.mark.parametrize(
    ("happened", "backwards"), [("2012-03-31", True), ("2012-04-01", False), ("2012-04-02", False)]
)
@pytest.mark.parametrize("does", ["betters", "lifts_liability", "lightens_liability", "other"])
def test_only_an_act_that_betters_works_backwards(does: str, happened: str, *, backwards: bool) -> None:
    given = {"does": does, "happened": happened, "took_effect": "2012-04-01"}
    found = verdict("retroactive_application", [{"act": "enforcement", "date": "2012-05-01"}], given=given)
    asked = verdict("retroactive_application", [], given=given, as_of="2012-05-01")
    if not backwards:
        assert found.outcome == asked.outcome == "works_forwards"
    else:
        assert found.outcome == asked.outcome == ("does_not_apply" if does == "other" else "works_backwards")
    assert breached(found) == ({"149.VII:applied"} if backwards and does == "other" else set())
    assert breached(asked) == set()


@pytest.mark.parametrize(
    ("day", "outcome"),
    [("2012-03-31", "does_not_apply"), ("2012-04-01", "works_backwards"), ("2012-04-02", "works_backwards")],
)
def test_an_act_reaches_back_only_from_the_day_on_which_it_takes_effect(day: str, outcome: str) -> None:
    given = {"does": "betters", "happened": "2012-03-01", "took_effect": "2012-04-01"}
    found = verdict("retroactive_application", [{"act": "enforcement", "date": day}], given=given)
    assert (found.outcome, breached(found)) == (outcome, set())


# Transitional clauses 1, 4, 5 and 8: the days between 12 and 27 November 1995.


@pytest.mark.parametrize(
    ("day", "in_force", "cabinet", "cabinet_by_entry"),
    [
        ("1995-11-11", False, False, False),
        ("1995-11-12", False, True, False),
        ("1995-11-26", False, True, False),
        ("1995-11-27", True, True, True),
        ("1995-11-28", True, True, True),
    ],
)
def test_the_constitution_is_in_force_from_its_publication_and_the_cabinet_has_powers_from_the_vote(
    day: str, *, in_force: bool, cabinet: bool, cabinet_by_entry: bool
) -> None:
    acts = [
        {"act": "referendum_accepted", "date": "1995-11-12"},
        {"act": "publication", "date": "1995-11-27"},
        {"act": "enforcement", "date": day},
        {"act": "cabinet_power", "date": day},
    ]
    found = verdict("constitution_in_force", acts, edition="1995")
    assert found.result("trans.1") == ("met" if in_force else "breached")
    assert found.result("trans.5") == ("met" if cabinet else "breached")
    by_entry = verdict("constitution_in_force", acts, edition="1995", readings=("adoption_of_the_constitution=entry",))
    assert by_entry.result("trans.5") == ("met" if cabinet_by_entry else "breached")


@pytest.mark.parametrize(("day", "outcome"), [("1995-11-26", "holds"), ("1995-11-27", "void"), ("1995-11-28", "void")])
def test_the_constitution_of_1978_is_void_from_the_day_of_the_entry_into_force(day: str, outcome: str) -> None:
    given = {"what": "constitution_of_1978", "in_force_since": "1995-11-27", "day": day}
    assert verdict("earlier_law", [], given=given, edition="1995", as_of="1996-01-01").outcome == outcome
