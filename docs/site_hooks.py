"""What the site is made of besides the pages in this folder: the pages that follow from the rule files."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from majlis.render.site.decisions import Decision, with_links
from majlis.render.site.tree import Site, site

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

DOCS = Path(__file__).resolve().parent
LAW, DECISIONS = "The law", "Decisions"


@cache
def _site() -> Site:
    pages = sorted((DOCS / "decisions").glob("*.md"))
    return site([Decision(f"decisions/{page.name}", page.read_text(encoding="utf-8")) for page in pages])


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Fill the parts of the navigation that are made, not written."""
    made = {LAW: _site().law, DECISIONS: _site().decisions}
    config.nav = [{name: made.get(name, part) for name, part in entry.items()} for entry in config.nav or []]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and charts."""
    for path, content in _site().files.items():
        files.append(File.generated(config, path, content=content))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - as called
    """Link what pages written by hand name as code to the page about it."""
    path = page.file.src_uri
    return markdown if path in _site().files else with_links(markdown, path, _site().cases)
