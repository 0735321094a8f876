"""The documentation site builds without a warning, leads nowhere dead, and fetches nothing from elsewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from majlis.law.library import constitutions, law
from majlis.procedure.library import procedures
from majlis.render.site.links import article_path, procedure_path

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [
    pytest.mark.skipif(not (ROOT / "mkdocs.yml").is_file(), reason="the docs are in a checkout only"),
    pytest.mark.skipif(not find_spec("material"), reason="mkdocs-material is not installed (the extra `docs`)"),
]
MARK = re.compile(r"\{ #|&amp;#\d")  # an anchor or an escaped character that is seen as text
FETCHED = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src", "video": "src"}


class Page(HTMLParser):
    """The links, the names that can be linked to, and what a browser fetches for a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.names: set[str] = set()
        self.fetched: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.names |= {found[name] for name in ("id", "name") if name in found}
        if tag == "a" and "href" in found:
            self.links.add(found["href"])
        if FETCHED.get(tag) in found:
            self.fetched.add(found[FETCHED[tag]])


def test_the_site_builds_strictly_leads_nowhere_dead_and_fetches_nothing_from_elsewhere(tmp_path: Path) -> None:
    """One test, since the build is what takes time."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stdout + done.stderr
    pages = {path: Page(path) for path in tmp_path.rglob("*.html")}
    assert missing(tmp_path) == []
    assert sorted(dead(tmp_path, pages)) == []
    assert [each for page in pages.values() for each in page.fetched if urlsplit(each).netloc] == []
    assert [path.name for path in pages if MARK.search(path.read_text(encoding="utf-8"))] == []


def missing(built: Path) -> list[str]:
    """Articles and procedures that have no page."""
    expected = [article_path(name, article) for name in constitutions() for article in law(name).articles()]
    expected += [procedure_path(name) for name in procedures()]
    return [path for path in expected if not (built / path.replace(".md", ".html")).is_file()]


def dead(built: Path, pages: dict[Path, Page]) -> Iterator[str]:
    """Links to a page, or to a place on a page, that is not there."""
    for path, page in pages.items():
        for link in page.links if path.name != "404.html" else ():
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            goal = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            goal = goal / "index.html" if goal.is_dir() else goal
            named = goal not in pages or unquote(parts.fragment) in pages[goal].names
            if not goal.is_file() or (parts.fragment and not named):
                yield f"{path.relative_to(built)}: {link}"
