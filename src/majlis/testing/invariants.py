"""What holds of every case of every procedure, at each moment of its course. Each finds what is wrong, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.documents.reader import read_text
from majlis.engines import engine as engine_named
from majlis.logic.tree import names
from majlis.procedure.program import EndKind
from majlis.questions.decide import Decider
from majlis.questions.findings import result_of
from majlis.scenario.as_file import as_file
from majlis.scenario.case import read_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.judgement import Judgement


def stands_in_two_ways(found: Judgement) -> Iterator[str]:
    """Tracks that have no outcome, silence or awaited step though nothing is missing, or that have several."""
    ends = {track: [end for end in found.ends if end.track == track] for track in found.tracks}
    yield from (
        f"the track {track} stands in {len(several)} ways" for track, several in ends.items() if len(several) > 1
    )
    unread = any(each.provision.deciding and each.provision.not_known for each in found.program.findings)
    left_open = [track for track, several in ends.items() if not several]
    if left_open and not found.missing and not unread:
        yield f"the tracks {', '.join(left_open)} stand nowhere, though no fact is missing"
    for end in found.ends:
        if end.kind is EndKind.AWAITS and not end.awaited:
            yield f"{end.name} awaits nothing"


def told_apart_by_engines(found: Judgement, engines: tuple[str, ...]) -> Iterator[str]:
    """What other engines hold of the same record, where that is not what the judgement found."""
    for name in engines:
        held = engine_named(name).holding(found.program, found.record.values)
        if held != found.held:
            yield f"the engine {name} differs in {', '.join(sorted(held ^ found.held))}"


def told_apart_by_its_file(found: Judgement) -> Iterator[str]:
    """A digest or an outcome that another reading of the same case, written as a file, does not have."""
    decider = Decider("meaning")
    again = decider.judge(read_case(read_text(as_file(found.case.scenario), "case.yaml")))
    if decider.plain(again).digest != decider.plain(found).digest or again.held != found.held:
        yield "the case that is written as a file is decided otherwise"


def kept(found: Judgement) -> dict[str, str]:
    """The findings about acts that were done at their step that are met, each with the edition that governs it.

    Left out is what is not only about what came before the act: tests of facts, which are made on the day of
    judgement, acts alongside, and what looks at the latest round of a loop, which may come after the act.
    """
    done = {here.name for here in found.placed.at}
    return {
        each.name: each.edition
        for each in found.program.findings
        if each.occurrence in done
        and f"reach.{each.occurrence}" in found.held
        and result_of(found, each) == "met"
        and not any("last" in name.split(".") for name in names(each.applies) | names(each.test))
    }


def undone(before: Judgement, after: Judgement) -> Iterator[str]:
    """What was met when an act was done and is so no longer, though the same edition governs it."""
    now = {each.name: each.edition for each in after.program.findings}
    for name, edition in kept(before).items():
        if now.get(name) == edition and f"{name}.met" not in after.held:
            yield f"{name} was met, and is no longer"


def reopened(before: Judgement, after: Judgement) -> Iterator[str]:
    """An end that a case had come to and has no longer, though only days have passed."""
    if before.status != "concluded" or before.editions != after.editions or not before.placed.at:
        return
    was, now = ({end.name for end in found.ends} for found in (before, after))
    if was != now:
        yield f"the case had ended ({', '.join(sorted(was))}), and has now {', '.join(sorted(now)) or 'no end'}"
