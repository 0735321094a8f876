"""The words by which roll calls say how a member voted. This table is the only place that knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.documents.document import one_line
from majlis.errors import InputError
from majlis.voting.majority import Position

if TYPE_CHECKING:
    from majlis.errors import Where

WORDS: dict[Position, tuple[str, ...]] = {
    Position.IN_FAVOUR: ("in favour", "in favor", "for", "yes", "yea", "aye", "lehinə"),
    Position.AGAINST: ("against", "no", "nay", "əleyhinə"),
    Position.ABSTAINING: ("abstaining", "abstain", "abstained", "abstention", "bitərəf"),
    # Of two who are paired neither votes, and nothing is said of where they are.
    Position.NOT_VOTING: ("not voting", "did not vote", "present", "paired", "səsvermədə iştirak etmədi"),
    Position.ABSENT: ("absent", "excused"),
}
_POSITIONS = {word: position for position, words in WORDS.items() for word in words}
_DOT_ABOVE = "\u0307"  # what the small form of the Turkic capital letter I with a dot leaves behind


def plain(text: str) -> str:
    """A word as it is compared: small letters, single blanks for blanks, lines and hyphens between its parts."""
    parts = text.casefold().replace(_DOT_ABOVE, "").replace("_", " ").replace("-", " ").split()
    return " ".join(parts)


def same_name(name: str) -> str:
    """A name as it is compared: without regard to capitals, and to how much blank is between its words."""
    return " ".join(name.casefold().replace(_DOT_ABOVE, "").split())


def position(word: str, where: Where) -> Position:
    """The position that a word stands for. Raises InputError that lists all known words for any other one."""
    found = _POSITIONS.get(plain(word))
    if found is None:
        known = "; ".join(f"{', '.join(words)} ({each.value})" for each, words in WORDS.items())
        what = f"{one_line(word)!r} is no known word for a vote" if word.strip() else "says nothing of the vote"
        raise InputError(what, where=where, remedy=f"Known: {known}")
    return found
