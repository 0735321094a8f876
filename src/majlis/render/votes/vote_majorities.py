"""The majorities of a body side by side, each with what it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.render.page import BAD, GOOD, OPEN, STRONG, Page, Part
from majlis.render.votes.vote_bar import vote_bar
from majlis.render.words import cited, number

if TYPE_CHECKING:
    from majlis.questions.votes.other_majorities import OtherMajority
    from majlis.questions.votes.vote import WouldPass
    from majlis.render.votes.hemicycle import Hemicycle
    from majlis.render.votes.tally import Tally

_INDENT = 2


def majorities(page: Page, vote: WouldPass, picture: Hemicycle | Tally | None, width: int) -> None:
    """Add a bar of the vote, what each majority of the body is asked for, and whether this vote reaches it.

    The bar is no wider than so many columns.
    """
    if len(vote.majorities) < 2:
        if picture is not None and vote.required is not None:
            page.gap()
            vote_bar(page, picture, width, listed=False)
        return
    whose = f" of {vote.body}" if vote.body else ""
    page.heading(f"All majorities{whose}")
    if picture is not None:
        vote_bar(page, picture, width, listed=False)
    for each in vote.majorities:
        word, style = _held(each, vote.between or (None if vote.most is None else (0, vote.most)))
        page.line(Part(_needed(each), STRONG), ": ", Part(word, style), indent=_INDENT, hang=_INDENT)
        for use in _uses(each):
            page.line(use, indent=2 * _INDENT, hang=_INDENT)


def _needed(each: OtherMajority) -> str:
    if each.required is None:
        return each.share
    return f"{number(each.required)} ({each.share})" if each.share else number(each.required)


def _held(each: OtherMajority, between: tuple[int, int | None] | None) -> tuple[str, str]:
    """Whether the vote reaches a majority, and by how much, with the style of the words."""
    if each.margin is None:
        return _held_between(each, between)
    if each.margin < 0:
        return f"{number(-each.margin)} short", BAD
    return (f"reached, {number(each.margin)} to spare" if each.margin else "reached, exactly enough"), GOOD


def _held_between(each: OtherMajority, between: tuple[int, int | None] | None) -> tuple[str, str]:
    """The same where only bounds of the number are known."""
    if between is None or each.required is None:
        return "open", OPEN
    lowest, highest = between
    if lowest >= each.required:
        return "reached in any case", GOOD
    return ("out of reach", BAD) if highest is not None and highest < each.required else ("it depends", OPEN)


def _uses(each: OtherMajority) -> list[str]:
    """What it is asked for; uses in the same words are told once, with all their provisions."""
    named: dict[str, list[str]] = {}
    for use in each.uses:
        named.setdefault(use.about.rstrip("."), []).append(cited(use.provision))
    return [f"{about} ({', '.join(cites)})" for about, cites in named.items()]
