"""What README.md and the pages of docs/ show is what happens."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = ["README.md", *sorted(page.relative_to(ROOT).as_posix() for page in (ROOT / "docs").rglob("*.md"))]
SHOWING = [page for page in PAGES if "\n```console" in (ROOT / page).read_text(encoding="utf-8")]
PYTHON = [page for page in PAGES if "\n```python" in (ROOT / page).read_text(encoding="utf-8")]
pytestmark = pytest.mark.skipif(not (ROOT / "docs").is_dir(), reason="the docs are in a checkout only")


def _refresh() -> ModuleType:
    spec = importlib.util.spec_from_file_location("refresh", ROOT / "docs" / "refresh.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", SHOWING)
def test_every_output_that_is_shown_is_what_its_command_prints(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    refresh, text = _refresh(), (ROOT / page).read_text(encoding="utf-8")
    assert ROOT / page in refresh.pages()
    assert refresh.comparable(refresh.refreshed(text)) == refresh.comparable(text), "run: python docs/refresh.py"


@pytest.mark.parametrize("page", PYTHON)
def test_the_python_that_is_shown_prints_what_it_says(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    code = re.search(r"```python\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
    assert code
    exec(compile(code[1], page, "exec"), {})
    said = re.search(r"# (.+)$", code[1], re.MULTILINE)
    assert said
    assert capsys.readouterr().out.strip() == said[1]


def test_every_file_that_the_readme_links_to_exists() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
