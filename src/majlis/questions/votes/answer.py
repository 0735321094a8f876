"""The answer to "would this pass?", put together from what an engine finds about one step."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from majlis.law.vocabulary import SeatsOf
from majlis.logic.tree import names
from majlis.questions.counting import counting_steps, most_countable, seats_counted, share_in_words
from majlis.questions.either_way import MOST_COMPLETIONS
from majlis.questions.figures.other_readings import EVENTS
from majlis.questions.figures.settling import values_of
from majlis.questions.figures.under_readings import under_readings
from majlis.questions.findings import findings_at
from majlis.questions.leading import LeftOpen, left_open, next_steps
from majlis.questions.votes.chamber_vote import NOTHING_MORE, chamber_vote
from majlis.questions.votes.deciding import decided, finding_of
from majlis.questions.votes.effects import effects
from majlis.questions.votes.majorities import due
from majlis.questions.votes.other_majorities import other_majorities
from majlis.questions.votes.other_readings import other_readings
from majlis.questions.votes.stood import stood
from majlis.questions.votes.vote import OtherFacts, WouldPass
from majlis.voting.frontier import turning
from majlis.voting.majority import FOR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.procedure.program import Finding
    from majlis.questions.verdict import FindingResult
    from majlis.questions.votes.chamber_figures import Seated
    from majlis.questions.votes.chamber_vote import Wanted
    from majlis.questions.votes.posed import Posed


def answer(
    posed: Posed, *, first_fails: bool, seated: Seated | None = None, wanted: Wanted = NOTHING_MORE
) -> WouldPass:
    """Would it pass? `first_fails` says that the earlier vote would not have passed itself.

    `wanted` is what is asked of the chamber besides.
    """
    law, base, readings = posed.law, posed.base, tuple(other_readings(posed))
    norm, counting = base.decisive, posed.counting
    finding = finding_of(posed.found, norm) if norm else None
    seats, body = seats_counted(law.procedure, counting) if counting else (None, "")
    most, bounded_by = most_countable(posed.found, finding) if finding else (None, "")
    return WouldPass(
        law.procedure.name, posed.vote.step, law.edition, law.chosen_by, law.doubtful, posed.engine.name,
        dict(posed.facts), base.passes,
        norm.provision if norm else "", norm.says if norm else "",
        norm.required if norm else None, norm.actual if norm else None, norm.margin if norm else None,
        norm.counted if norm else "", _share(posed, finding), seats, body, most, bounded_by, _ungoverned(posed),
        base.findings, readings, tuple(_alternatives(posed)), base.lacking, first_fails,
        follows=_follows(posed), silences=_silences(posed), candidates=dict(posed.vote.candidates),
        other_steps=tuple(name for name in counting_steps(law) if name != posed.vote.step),
        broken=_broken(posed), doubts=_doubts(posed), not_known=posed.not_known,
        under=under_readings(law, readings, posed.word_under),
        chamber=chamber_vote(law, seated, counting, posed.due if norm else (), wanted) if seated and counting else None,
        **(_arithmetic(posed, counting, seated) if counting else {}),
    )  # fmt: skip


def _arithmetic(posed: Posed, finding: Finding, seated: Seated | None) -> dict[str, Any]:
    """What follows from the majority by arithmetic, where one is counted."""
    how = stood(posed.law, posed.found, finding)
    if seated and not seated.chamber.open:
        how = how.of_chamber(seated.chamber)
    seats, _ = seats_counted(posed.law.procedure, finding)
    known = posed.due if posed.base.decisive else ()
    majority = next((each for each in known if each.counted.holds == FOR), None)
    turned = posed.base.passes is not None and posed.due and how.covers(posed.due)
    return {
        "split": how.split,
        "untold": tuple(sorted(how.others)),
        "sitting_known": how.sitting_known,
        "effects": effects(majority, how, of_seats=seats is not None) if majority else (),
        "changes": turning(posed.due, how.split) if turned else (),
        "majorities": other_majorities(posed.law, finding, how),
    }


def _follows(posed: Posed) -> dict[str, tuple[str, ...]]:
    """The steps or outcomes that come next if the vote passes, and if it fails."""
    found = {event: next_steps(posed.law.program.course.steps, posed.vote.step, event) for event in EVENTS}
    return {event: names for event, names in found.items() if names}


def _silences(posed: Posed) -> tuple[LeftOpen, ...]:
    """What the text leaves open where the vote leads with these figures."""
    if posed.base.passes is None:
        return ()
    return left_open(posed.found, posed.vote.step, EVENTS[0] if posed.base.passes else EVENTS[1])


def _broken(posed: Posed) -> tuple[FindingResult, ...]:
    """The duties at the step that the figures themselves show to be broken."""
    told = {f"{posed.vote.step}.1.{name}" for name in posed.figures} | set(posed.facts)
    found = (each for each in findings_at(posed.found, f"{posed.vote.step}.1") if each.result == "breached")
    return tuple(each for each in found if told & names(finding_of(posed.found, each).test))


def _doubts(posed: Posed) -> dict[str, str]:
    """What is doubtful about the wording of the norms that decide, by provision."""
    found = {each.provision: finding_of(posed.found, each).provision.doubt for each in posed.base.findings}
    return {provision: doubt for provision, doubt in found.items() if doubt}


def _ungoverned(posed: Posed) -> str:
    """What the text says, or does not say, where it asks for no majority."""
    if posed.base.findings:
        return ""
    target = posed.law.program.course.steps[posed.vote.step].ungoverned
    return (target.silent if target else "") or "No provision asks for a majority here."


def _alternatives(posed: Posed) -> Iterator[OtherFacts]:
    """The answer for each value of the facts that are missing, as far as these have few values."""
    lacking = posed.base.lacking
    choices = [values_of(posed.law, name) for name in lacking]
    count = 1
    for each in choices:
        count *= len(each)
    if not lacking or not 0 < count <= MOST_COMPLETIONS:
        return
    for picked in product(*choices):
        facts = dict(zip(lacking, picked, strict=True))
        then = decided(posed.vote.judged(posed.law, posed.engine, facts), posed.vote.step)
        norm = then.decisive
        yield OtherFacts(facts, then.passes, then.required, norm.provision if norm else "")


def _share(posed: Posed, finding: Finding | None) -> str:
    """Of what figure the required number is a share; empty for a fixed number of votes, and for one of seats."""
    majority = due(posed.law, posed.found, finding) if finding else None
    if finding is None or majority is None or majority.share is None:
        return ""
    stated = next(each for each in finding.provision.majority if each.share == majority.share)
    return "" if isinstance(stated.of, SeatsOf) else share_in_words(stated, more_than=finding.more_than)
