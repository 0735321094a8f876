"""Modules stay short enough to be read at one go."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import majlis

ROOT = Path(majlis.__file__).parent
TESTS = Path(__file__).parent.parent
LONGEST = 400
VAGUE = re.compile(r"^(utils?|helpers?|manager|core|common|misc|base)$")


@pytest.mark.parametrize("folder", [ROOT, TESTS], ids=["source", "tests"])
def test_no_file_has_over_400_lines(folder: Path) -> None:
    long = {
        path.name: count
        for path in folder.rglob("*.py")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    }
    assert long == {}


@pytest.mark.parametrize("folder", [ROOT, TESTS], ids=["source", "tests"])
def test_no_module_has_a_name_that_says_nothing(folder: Path) -> None:
    assert [path for path in folder.rglob("*") if VAGUE.match(path.stem)] == []


def test_no_two_test_modules_have_one_name() -> None:
    names = [path.name for path in TESTS.rglob("test_*.py")]
    assert sorted(set(names)) == sorted(names)
