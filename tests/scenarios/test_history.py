"""Every dated event that was collected beside the text is a case, or listed with the reason why it is none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from majlis.documents.reader import read
from majlis.law.places import content

# The events that were collected from sources on the constitutional history since 1921, by the numbers
# that they have there: the year, and a running number (some were dropped before the list was closed).
EVENTS = frozenset(
    re.findall(
        r"\S+",
        """
        H1921-1 H1921-2 H1921-3 H1991-1 H1991-2 H1993-1 H1994-1 H1995-1 H1996-2 H1998-0 H1998-2 H1999-1 H2000-1
        H2000-2 H2002-1 H2003-0 H2003-1 H2003-4 H2003-6 H2004-2 H2008-1 H2008-2 H2009-1 H2010-1 H2015-1 H2016-1
        H2018-2 H2020-2 H2020-5 H2024-3 H2024-4
        """,
    )
)
NUMBERED = re.compile(r"H[0-9]{4}-[0-9]+")
CASES = sorted((content() / "scenarios").glob("*/history/*.yaml"))
LIST = Path(__file__).resolve().parents[2] / "docs" / "reference" / "history-not-decided.md"
each_case = pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
in_a_checkout = pytest.mark.skipif(not LIST.parent.is_dir(), reason="the docs are in a checkout only")


def told() -> set[str]:
    """The events that are cases."""
    return {path.stem.partition("_")[0] for path in CASES if NUMBERED.match(path.stem)}


def listed() -> dict[str, tuple[str, str]]:
    """The events that are no cases: what happened, and why that is not decided."""
    rows = re.findall(r"^\| (H[0-9-]+) \| (.+?) \| (.+?) \|$", LIST.read_text(encoding="utf-8"), re.MULTILINE)
    return {event: (what, why) for event, what, why in rows}


@in_a_checkout
def test_every_event_is_a_case_or_listed_with_its_reason_and_never_both() -> None:
    assert told() | set(listed()) == EVENTS
    assert told() & set(listed()) == set()


@in_a_checkout
def test_every_reason_is_a_sentence() -> None:
    for event, (what, why) in listed().items():
        assert what[0].isupper(), event
        assert why[0].isupper(), event
        assert why.endswith("."), event


@each_case
def test_a_case_of_history_names_its_sources_and_its_verdict(path: Path) -> None:
    case = read(path).data
    assert case.get("source"), "a case of history names the sources of the event"
    assert case.get("expect"), "a case of history says what is expected"
    assert case.get("title"), "a case of history states its claim"


@each_case
def test_a_case_of_history_pins_no_edition(path: Path) -> None:
    """The edition follows from the dates, as it did in history."""
    assert "edition" not in read(path).data
