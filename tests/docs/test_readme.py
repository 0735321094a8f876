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
def test_every_output_and_picture_that_is_shown_is_what_its_command_gives(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    refresh, path = _refresh(), ROOT / page
    text = path.read_text(encoding="utf-8")
    assert path in refresh.pages()
    made, drawn = refresh.refreshed(text)
    assert refresh.comparable(made) == refresh.comparable(text), "run: python docs/refresh.py"
    kept = {name: (path.parent / name).read_text(encoding="utf-8") for name in drawn if (path.parent / name).is_file()}
    assert kept == drawn, "run: python docs/refresh.py"
    assert sorted(re.findall(r"!\[[^\]]+\]\(([^)]+\.svg)\)", text)) == sorted(drawn)


def test_every_picture_that_is_kept_is_shown_on_a_page_beside_it() -> None:
    kept = list((ROOT / "docs").rglob("*.svg"))
    assert kept
    shown = {path: [page.read_text(encoding="utf-8") for page in path.parent.glob("*.md")] for path in kept}
    assert [path.name for path, pages in shown.items() if not any(f"({path.name})" in page for page in pages)] == []


@pytest.mark.parametrize("page", PYTHON)
def test_the_python_that_is_shown_prints_what_it_says(
    page: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The blocks of a page are one program; a comment says what is printed, and files go into a folder of their own."""
    monkeypatch.chdir(tmp_path)
    code = "\n".join(re.findall(r"```python\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL))
    exec(compile(code, page, "exec"), {})
    said = re.findall(r"print\(.*\)  # (.+)$", code, re.MULTILINE)
    assert said
    assert capsys.readouterr().out.splitlines() == said


def test_every_file_that_the_readme_links_to_exists() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
