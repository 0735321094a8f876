"""The words of a picture of ballots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.render.votes.hemicycle_said import marks_words, standing_words
from majlis.render.words import number, sentence
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from majlis.render.votes.tally import Row, Tally


def votes_words(row: Row) -> str:
    """The votes of a row, or both ends of what they may be."""
    return number(row.lowest) if row.lowest == row.highest else f"{number(row.lowest)} to {number(row.highest)}"


def row_words(row: Row) -> str:
    """A row with its votes, and how these stand where its label does not say so and they are not votes for it."""
    said = standing_words(row.position)
    plain = row.position is Position.IN_FAVOUR or row.label.casefold() == said
    return f"{row.label}: {votes_words(row)}{'' if plain else f', {said}'}"


def description(found: Tally) -> str:
    """All that the picture shows, in sentences."""
    rows = "; ".join(map(row_words, found.rows))
    return " ".join(sentence(each) for each in (found.answer, f"Votes: {rows}", marks_words(found.count)) if each)
