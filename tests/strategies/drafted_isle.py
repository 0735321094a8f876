"""The invented constitution with two roads for amendments, and a folder to draft them in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.compare.drafts import DraftCompared, compare_draft
from majlis.render.drafted import draft_page
from majlis.render.printer import as_text

if TYPE_CHECKING:
    from pathlib import Path

AMENDMENT = """
    amendment:
      undecided: 7.I
      practice: Nets came by a poll.
      change:
        title: a change
        by: [7.I]
        procedure: asking
        given: {aim: change}
        touching:
          holy: {articles: ["1"]}
          harsh: {articles: [2 to 4], if: it takes a right away}
      addition:
        title: an addition
        by: [7.II]
        procedure: adding
        given: {aim: addition}
        touching: {first: {articles: ["1", 5 to 6]}}
"""
ROADS = (
    "cite: 7.I, kind: effect, says: The text is changed by a poll., note: Silent on what a change is.",
    "cite: 7.II, kind: threshold, says: An addition needs eight votes., of: ballot.in_favour, at_least: 8",
    "cite: 7.III, kind: prohibition, says: Nobody asks the islanders to change Article 1., requires: not holy",
    "cite: 7.IV, kind: prohibition, says: Nobody asks them to take a right away., requires: not harsh, "
    "readings: {old_deed: {asks: Does the deed say so?, yes_it_does: {default: true, source: print}, "
    "no_it_does_not: {set: {requires: ''}, source: a blot}}}",
    "cite: 7.V, kind: prohibition, says: Nobody adds to Article 1 or 5., requires: not first",
)
SECOND = 'cite: "2", kind: effect, says: Fish is free.'
SECOND_II = "cite: 2.II, kind: effect, says: Nets are free."


class Drafting:
    """A folder in which a draft is written, file by file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace("\n    ", "\n").lstrip("\n"), encoding="utf-8")
        return path

    def rule(self, *provisions: str, article: str = "2", place: str = "") -> Path:
        lines = "".join(f"  - {{{each}}}\n" for each in provisions)
        body = f'article: "{article}"\ntitle: Invented\nprovisions:\n{lines}'
        return self.write(
            f"{place}{article}.yaml", body if provisions else f'article: "{article}"\ntitle: I\nprovisions: []'
        )

    def compared(self) -> DraftCompared:
        return compare_draft(self.folder, "isle")

    def page(self) -> str:
        return " ".join(as_text(draft_page(self.compared())).split())
