"""The pages on contested readings and design choices: their index, and what they name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from majlis.law.library import article_of, constitutions, law
from majlis.procedure.library import procedures
from majlis.render.site.links import Links, case_anchor, cases_path, procedure_path
from majlis.render.site.markdown import bullets, escaped, heading, page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

INDEX = "decisions/index.md"
_NAMED = re.compile(r"(?<!\[)`(?P<name>[^`\s]+)`(?!\])")
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_OPENING = (
    "Where the text can be read in more than one way, a page says what the readings are, what speaks for each, "
    "which one is taken, and what turns on it. If you think that another one is right: "
    "[how to dispute a reading](../how-to/dispute-a-reading.md)."
)
_DESIGN = 2  # pages on the design have numbers of so many digits at most


@dataclass(frozen=True)
class Decision:
    """A page with its path from the root of the docs."""

    path: str
    text: str

    @cached_property
    def title(self) -> str:
        """Its heading, which begins with its number."""
        found = _TITLE.search(self.text)
        return found[1] if found else self.path

    @cached_property
    def named(self) -> frozenset[str]:
        """Everything that it names as code."""
        return frozenset(found["name"] for found in _NAMED.finditer(self.text))

    def names_article(self, constitution: str, article: str) -> bool:
        """Does it name a provision of an article?"""
        return any(
            each.startswith(f"{constitution}/") and article_of(each.partition("/")[2]) == article for each in self.named
        )

    @property
    def on_law(self) -> bool:
        """Is it about a reading of the law, and not about the design?"""
        return len(str(self.number)) > _DESIGN

    @property
    def number(self) -> int:
        """The number in its file name."""
        digits = re.match(r"\d+", self.path.rpartition("/")[2])
        return int(digits[0]) if digits else 0


def decisions_index(decisions: Sequence[Decision]) -> str:
    """A page that lists them: readings of the law, then choices of design."""
    links = Links(constitutions()[0], INDEX)
    ordered = sorted(decisions, key=lambda each: each.number)
    return page(
        (
            heading(1, "Decisions"),
            _OPENING,
            heading(2, "Readings of the law", "readings"),
            bullets(links.to(each.path, escaped(each.title)) for each in ordered if each.on_law),
            heading(2, "Choices of design", "design"),
            bullets(links.to(each.path, escaped(each.title)) for each in ordered if not each.on_law),
        )
    )


def with_links(text: str, path: str, cases: Mapping[str, str]) -> str:
    """A page written by hand, with links for the provisions, procedures and cases that it names as code.

    `cases` has the procedure of each case by its file. Blocks of code are left alone.
    """
    parts = re.split(r"(^```.*?^```)", text, flags=re.MULTILINE | re.DOTALL)
    return "".join(
        part if place % 2 else _NAMED.sub(lambda found: _linked(found, path, cases), part)
        for place, part in enumerate(parts)
    )


def _linked(found: re.Match[str], path: str, cases: Mapping[str, str]) -> str:
    name = found["name"]
    if name in procedures():
        return Links(name.partition("/")[0], path).to(procedure_path(name), found[0])
    if name.endswith(".yaml"):
        file = _case_file(name, cases)
        return (
            Links(file.split("/")[1], path).to(cases_path(cases[file]), found[0], case_anchor(file))
            if file
            else found[0]
        )
    constitution, slash, cite = name.partition("/")
    if slash and constitution in constitutions() and article_of(cite) in law(constitution).articles():
        return Links(constitution, path).provision(cite, found[0])
    return found[0]


def _case_file(name: str, cases: Mapping[str, str]) -> str:
    """The file of a case that is named in full or by its end; empty where there is none, or more than one."""
    meant = [file for file in cases if file == name or file.endswith(f"/{name}")]
    return meant[0] if len(meant) == 1 else ""
