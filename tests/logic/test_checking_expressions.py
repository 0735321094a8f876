"""Binding of names: what each stands for, the nearest known one for an unknown, and types that fit."""

from __future__ import annotations

import pytest

from majlis.errors import InputError
from majlis.logic.check import Choice, Count, Kind, Meaning, Type, Typed, bind, bind_term
from majlis.logic.parse import parse
from majlis.logic.tree import (
    And,
    Arithmetic,
    AtLeast,
    Compare,
    Condition,
    Holds,
    Known,
    Name,
    Not,
    Number,
    OneOf,
    Or,
    Word,
)
from majlis.logic.truth import Value, truth
from majlis.nearest import remedy

REFUSALS = tuple(Holds(f"failed.consent.{number}") for number in (1, 2, 3))
BIG, SMALL = Holds("elections"), Not(Holds("elections"))


class Invented:
    """A scope with one name of each kind."""

    known: dict[str, Meaning] = {
        "vote.in_favour": Typed("vote.1.in_favour", Type(Kind.INTEGER)),
        "vote.against": Typed("vote.1.against", Type(Kind.INTEGER)),
        "changed": Typed("changed", Type(Kind.BOOLEAN)),
        "vote.date": Typed("vote.1.date", Type(Kind.DAY)),
        "took_office": Typed("took_office", Type(Kind.DAY)),
        "introduction.by": Typed("introduction.1.by", Type(Kind.WORD, frozenset(["deputy", "president"]))),
        "note": Typed("note", Type(Kind.WORD)),
        "consent.late": Or((Holds("late.consent.1"), Holds("late.consent.2"))),
        "consent.failures": Count(REFUSALS),
        "first.required": Choice(((83, BIG), (63, SMALL))),
    }

    def lookup(self, path: str) -> Meaning:
        if path not in self.known:
            raise InputError(f"unknown name {path!r}", remedy=remedy(path, self.known))
        return self.known[path]

    def met(self, cite: str) -> Condition:
        if cite != "96.I":
            raise InputError(f"nothing tests {cite}", remedy=remedy(cite, ["96.I"]))
        return Holds("holds.96.I@introduction.1")


def bound(text: str) -> Condition:
    return bind(parse(text), Invented())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("changed", Holds("changed")),
        ("not changed", Not(Holds("changed"))),
        ("known(changed)", Known("changed")),
        ("known(vote.in_favour)", Known("vote.1.in_favour")),
        ("vote.in_favour > vote.against", Compare(">", Name("vote.1.in_favour"), Name("vote.1.against"))),
        ("2 * vote.in_favour > 125", Compare(">", Arithmetic("*", Number(2), Name("vote.1.in_favour")), Number(125))),
        ("vote.date >= took_office", Compare(">=", Name("vote.1.date"), Name("took_office"))),
        ('vote.date < "2003-08-01"', Compare("<", Name("vote.1.date"), Number(731428, "2003-08-01"))),
        ('introduction.by == "deputy"', Compare("==", Name("introduction.1.by"), Word("deputy"))),
        ('introduction.by in ["deputy", "president"]', OneOf("introduction.1.by", frozenset(["deputy", "president"]))),
        ('note == "anything at all"', Compare("==", Name("note"), Word("anything at all"))),
        ("consent.late and changed", And((Or((Holds("late.consent.1"), Holds("late.consent.2"))), Holds("changed")))),
        ("not not changed", Holds("changed")),
        ('met("96.I")', Holds("holds.96.I@introduction.1")),
        ("changed and not changed", And((Holds("changed"), Not(Holds("changed"))))),
        ("changed or consent.late", Or((Holds("changed"), Holds("late.consent.1"), Holds("late.consent.2")))),
    ],
)
def test_names_are_bound_to_the_record(text: str, found: Condition) -> None:
    assert bound(text) == found


@pytest.mark.parametrize("sign", ["==", "!=", "<", "<=", ">", ">="])
@pytest.mark.parametrize("number", range(-1, 5))
@pytest.mark.parametrize("holding", range(4))
def test_a_count_compares_as_the_number_of_conditions_that_hold(sign: str, number: int, holding: int) -> None:
    record: dict[str, Value] = {part.path: place < holding for place, part in enumerate(REFUSALS)}
    part = bind(Compare(sign, Name("consent.failures"), Number(number)), Invented())
    assert truth(part, record) is truth(Compare(sign, Number(holding), Number(number)), {})


@pytest.mark.parametrize(
    ("sign", "number", "found"), [("==", 83, BIG), ("==", 63, SMALL), (">", 63, BIG), ("<", 83, SMALL)]
)
def test_a_choice_of_numbers_compares_as_the_one_that_is_due(sign: str, number: int, found: Condition) -> None:
    assert bind(Compare(sign, Name("first.required"), Number(number)), Invented()) == found


def test_an_at_least_is_bound_part_by_part() -> None:
    tree = AtLeast(2, (Holds("changed"), Not(Holds("changed")), Known("note")))
    assert bind(tree, Invented()) == tree


UNFIT = {
    "an unknown name": ("vote.in_favor > 3", "unknown name 'vote.in_favor'", "Did you mean vote.in_favour?"),
    "an unknown boolean": ("chnged", "unknown name 'chnged'", "Did you mean changed?"),
    "an unknown provision": ('met("96.II")', "nothing tests 96.II", "96.I"),
    "a number as a condition": ("vote.in_favour", "vote.in_favour is a integer, not yes or no", "Compare it"),
    "a day as a condition": ("vote.date", "is a date, not yes or no", "Compare it"),
    "a count as a condition": ("consent.failures", "is a number, not yes or no", "Compare it with a number"),
    "a choice as a condition": ("first.required", "is a number, not yes or no", "Compare it with a number"),
    "a boolean in a comparison": ("changed == 1", "changed is yes or no", "Name it alone"),
    "a boolean in a sum": ("changed + 1 > 1", "changed is yes or no", "Name it alone"),
    "a word in a sum": ("note + 1 > 1", "note is a word, not a whole number", "Name a count"),
    "a day in a product": ("2 * vote.date > 1", "vote.date is a date, not a whole number", "Name a count"),
    "a number and a word": ('vote.in_favour == "x"', "compares a integer with a word", "like with like"),
    "a day and a number": ("vote.date > 5", "compares a date with a integer", "like with like"),
    "a day that there is not": ('vote.date > "2003-02-29"', '"2003-02-29" is no day', "2001-12-31"),
    "a word for a day": ('vote.date > "August"', '"August" is no day', "2001-12-31"),
    "words in order": ('introduction.by < "deputy"', "puts words in order", "only equal or not"),
    "a word that cannot be": ('introduction.by == "deputi"', '"deputi" is not possible', "Did you mean deputy?"),
    "a word that cannot be, on the left": (
        '"deputi" == introduction.by',
        '"deputi" is not possible',
        "Did you mean deputy?",
    ),
    "a list with a word that cannot be": (
        'introduction.by in ["deputy", "presidnt"]',
        '"presidnt" is not possible',
        "president",
    ),
    "a list of words for a number": ('vote.in_favour in ["x"]', "compares a integer with a word", "like with like"),
    "a list of words for a condition": ('consent.late in ["x"]', "is no plain value", "Compare it directly"),
    "a count compared with a name": ("consent.failures > vote.in_favour", "needs a whole number on its right", ">= 3"),
    "a count on the right": ("3 < consent.failures", "is no plain value", "whole number"),
    "a choice in a sum": ("first.required + 1 > 3", "is no plain value", "whole number"),
    "a condition in a comparison": ("consent.late == 1", "is no plain value", "whole number"),
    "known of what is derived": ("known(consent.late)", "is derived", "Only facts and act fields"),
    "known of an unknown name": ("known(chnged)", "unknown name", "changed"),
}


@pytest.mark.parametrize(("text", "what", "advice"), UNFIT.values(), ids=UNFIT)
def test_what_does_not_fit_is_refused_with_the_reason(text: str, what: str, advice: str) -> None:
    with pytest.raises(InputError) as caught:
        bound(text)
    assert what in caught.value.what
    assert advice in caught.value.remedy


def test_what_a_threshold_counts_is_a_number() -> None:
    assert bind_term(Name("vote.in_favour"), Invented()) == Name("vote.1.in_favour")
    with pytest.raises(InputError, match="note is a word, not a whole number"):
        bind_term(Name("note"), Invented())
