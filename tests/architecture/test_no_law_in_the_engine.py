"""The engine holds no law: no number, no name, no article."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import majlis
from majlis.documents.reader import read
from majlis.law.library import constitutions, law
from majlis.law.places import content

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(majlis.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))
# The catalogue and the coverage name clauses and provisions and state no number themselves.
SURVEY = ("catalogue.yaml", "coverage.yaml")
RULES = sorted(path for path in (content() / "rules").rglob("*.yaml") if path.name not in SURVEY)

# Whole numbers below this occur in any program, as the second of a pair or the first round of a loop,
# and in any law, as three days, two votes or the 10th of a month. That none of them is a norm is for the reader.
SMALL = 11
# Whole numbers that occur in rules as well, and why the source has them.
CALENDAR = {
    12: "months of a year",
    24: "hours of a day",
    60: "minutes of an hour",
}
# Keys of a rule file whose text is for people: what stands there is no value.
PROSE = {
    "says",
    "source",
    "texts",
    "paragraph",
    "doubt",
    "note",
    "title",
    "asks",
    "not_known",
    "earliest",
    "latest",
    "first_day",
    "last_day",
    "article",
    "cite",
    "edition",
}
_NUMBER = re.compile(r"(?<![\w.:-])\d+(?![\w.:-])")
# Folders of a constitution, and words by which this one would be known.
COUNTRY = re.compile(r"azerbaijan|azerbaijani|\bbaku\b|\baz[-_]?1995\b|\bmilli\b|nakhchivan", re.IGNORECASE)
CITATION = re.compile(r"\b\d{2,3}\.[IVX]+\b|\bArticle \d+\b")


def values(node: Any, key: str = "") -> Iterator[str]:
    """Every scalar of a rule file that is a value and not prose; names of keys are none."""
    if isinstance(node, dict):
        for name, inner in node.items():
            if name not in PROSE:
                yield from values(inner, name)
    elif isinstance(node, list):
        for inner in node:
            yield from values(inner, key)
    elif node is not None:
        yield node


def numbers_of_the_law() -> set[int]:
    """Every whole number in the values of the rule files: votes, seats, lengths, both sides of shares."""
    found = {
        int(text)
        for path in RULES
        for value in values(read(path).data)
        for text in _NUMBER.findall(value.replace("/", " "))
    }
    return {number for number in found if number >= SMALL}


def literals(path: Path) -> Iterator[tuple[int, int]]:
    """Every whole number that a module writes, with its line; those within texts to be read are none."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, int) and not isinstance(node.value, bool):
            yield node.value, node.lineno


def docstrings(tree: ast.AST) -> set[int]:
    """The identities of the nodes that are docstrings."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                found.add(id(first.value))
    return found


def texts(path: Path) -> Iterator[tuple[str, int]]:
    """Every text that a module writes, apart from its docstrings; and every name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.value, node.lineno
        elif isinstance(node, ast.Name):
            yield node.id, node.lineno
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name, node.lineno


def test_the_rules_have_numbers_to_look_for() -> None:
    assert {63, 83, 95, 125, 56, 14, 20, 40_000} <= numbers_of_the_law()


def test_no_number_of_the_law_is_written_in_the_source() -> None:
    wanted = numbers_of_the_law() - set(CALENDAR)
    found = [
        f"{path.relative_to(SOURCE)}:{line}: {number}"
        for path in MODULES
        for number, line in literals(path)
        if number in wanted
    ]
    assert found == []


def test_every_calendar_constant_that_is_let_through_is_in_use() -> None:
    assert set(CALENDAR) <= {number for path in MODULES for number, _ in literals(path)}


def test_no_country_is_named_in_the_source() -> None:
    found = [
        f"{path.relative_to(SOURCE)}:{line}: {text}"
        for path in MODULES
        for text, line in texts(path)
        if COUNTRY.search(text)
    ]
    # A zone in an error and a procedure in the schema are shown as examples.
    assert [each for each in found if not re.search(r"such as 'Asia/Baku'|for instance", each)] == []


def test_no_article_is_cited_in_the_source() -> None:
    found = [
        f"{path.relative_to(SOURCE)}:{line}: {text}"
        for path in MODULES
        for text, line in texts(path)
        if CITATION.search(text)
    ]
    # One example in a refusal shows how a list of matters is written.
    assert [each for each in found if "matter in [" not in each] == []


def test_no_body_office_act_or_step_is_named_in_the_source() -> None:
    """Names that only a file of content may know; words of everyday English that the engine needs itself are let through."""
    everyday = {
        "proposal",
        "round",
        "vote",
        "return",
        "decision",
        "publication",
        "election",
        "form",
        "field",
        "acting",
        "death",
        "in_favour",
        "signature",
    }
    known: set[str] = set()
    for name in constitutions():
        frame = law(name).constitution
        known |= {each for each in (*frame.bodies, *frame.offices, *frame.matters, *law(name).vocabulary.acts)}
    known = {each for each in known if len(each) > 3} - everyday
    found = [
        f"{path.relative_to(SOURCE)}:{line}: {text}" for path in MODULES for text, line in texts(path) if text in known
    ]
    assert found == []
