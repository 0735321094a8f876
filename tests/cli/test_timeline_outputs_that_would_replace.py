"""`majlis timeline` writes no file over the case or over another output, and nothing at all where it refuses one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from timeline_command import BEGUN, IN_TIME, LAW, refused, run

KINDS = ("--csv", "--ics", "--svg")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("kind", KINDS)
def test_an_output_is_not_written_over_the_case(kind: str, tmp_path: Path) -> None:
    case = Path(shutil.copy(IN_TIME, tmp_path / "case.yaml"))
    before = contents(tmp_path)
    other = next(each for each in KINDS if each != kind)
    assert f"{kind} would replace what {case} names" in refused(str(case), kind, str(case))
    refused(str(case), other, str(tmp_path / "other.out"), kind, str(case))
    assert contents(tmp_path) == before


def test_a_case_is_the_same_file_by_its_relative_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(IN_TIME, tmp_path / "case.yaml")
    monkeypatch.chdir(tmp_path)
    before = contents(tmp_path)
    for subject, output in (("case.yaml", str(tmp_path / "case.yaml")), (str(tmp_path / "case.yaml"), "case.yaml")):
        assert "would replace" in refused(subject, "--csv", output)
    assert "would replace" in refused("case.yaml", "--csv", f".{os.sep}case.yaml")
    assert contents(tmp_path) == before


@pytest.mark.parametrize("pair", [("--ics", "--csv"), ("--csv", "--svg"), ("--ics", "--svg")], ids=" ".join)
def test_two_outputs_do_not_go_into_one_file(pair: tuple[str, str], tmp_path: Path) -> None:
    file = tmp_path / "law.out"
    says = refused(*BEGUN, pair[0], str(file), pair[1], str(file))
    assert f"{pair[1]} would replace what {pair[0]} names" in says
    assert not contents(tmp_path), "nothing is written"
    assert run(*BEGUN, pair[0], str(file), pair[1], str(tmp_path / "other.out")).exit_code == 0
    assert len(contents(tmp_path)) == 2


def test_a_name_goes_with_a_calendar_file_alone(tmp_path: Path) -> None:
    for args in ((), ("--csv", str(tmp_path / "law.csv")), ("--svg", "-")):
        assert "--name goes with --ics" in refused(*BEGUN, "--name", "mine", *args)
    assert not contents(tmp_path)
    assert run(*BEGUN, "--name", "mine", "--ics", str(tmp_path / "law.ics")).exit_code == 0


@pytest.mark.parametrize("more", [(), ("--csv", "law.csv"), ("--from", "2009-05-20")], ids=" ".join)
def test_a_subject_of_five_thousand_letters_is_refused_in_a_few_words(
    more: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for subject in ("a" * 5000, "a" * 5000 + ".yaml", f"{LAW}/" * 500):
        assert len(refused(subject, *more)) < 6000
    assert not contents(tmp_path)


@pytest.mark.parametrize("kind", KINDS)
def test_an_output_with_a_name_of_five_thousand_letters_is_refused(kind: str) -> None:
    assert "cannot be written" in refused(*BEGUN, kind, "a" * 5000)


def test_a_step_of_five_thousand_letters_is_refused() -> None:
    assert "no step, act or day" in refused(*BEGUN, "--done", f"{'a' * 5000}=2009-06-01")
