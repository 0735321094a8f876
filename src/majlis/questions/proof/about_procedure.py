"""The claims about one procedure by itself, each as a sentence with what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.logic.tree import Holds
from majlis.questions.proof.claim import Claim, Fate, Kind
from majlis.questions.proof.clocks import bounds, counted
from majlis.questions.proof.conflicts import Conflict
from majlis.questions.proof.duties import pairs, timed_pairs
from majlis.questions.proof.ends import caps, endless, not_one_end, shows_not_one_end, wordings_not_known
from majlis.questions.proof.search import Found, Search, holds, replayed
from majlis.questions.proof.vote_witness import fewer_and_more
from majlis.questions.proof.votes import voted, worse_at_once, worse_later
from majlis.questions.proof.witness import Written

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    from majlis.engines.proof import Formula
    from majlis.procedure.course import Occurrence
    from majlis.procedure.program import Finding
    from majlis.questions.judgement import Judgement
    from majlis.questions.proof.space import Space

Editions = tuple[str, ...]
UNTOLD = "the solver cannot tell"
NOT_SHOWN = "what the solver found does not come out so when it is decided"


def course_claims(space: Space, editions: Editions) -> Iterator[Claim]:
    """Of the default readings: duties that conflict, windows that close before they open."""
    yield from _conflicts(space, editions)
    yield from _windows(space, editions)


def reading_claims(space: Space, editions: Editions, endless: Container[str]) -> Iterator[Claim]:
    """Of every reading: one end for each case, no endless course, and what more votes in favour do.

    `endless` are the ends at which a course goes on under the default readings already: they are told once.
    """
    yield _one_end(space, editions)
    yield from _endless(space, editions, endless)
    yield from _votes(space, editions)


def _claim(space: Space, editions: Editions, kind: Kind, about: str, says: str, **told: object) -> Claim:
    readings = tuple(f"{question}={reading}" for question, reading in space.choices)
    return Claim(kind, about, says, space.procedure.name, editions, readings=readings, **told)  # type: ignore[arg-type] # by name


def _one_end(space: Space, editions: Editions) -> Claim:
    says = "Every complete case stands in exactly one way: an outcome, a silence or an awaited step."
    found = _counterexample(Search(space), not_one_end(space), shows=shows_not_one_end)
    unread = wordings_not_known(space.program)
    if found.witness and unread:
        why = f"the wording of {', '.join(unread)} is not known in this edition, so that nothing is decided by it"
        return _claim(space, editions, Kind.ONE_END, "", says, fate=Fate.KNOWN, why=why, provisions=unread)
    return _claim(space, editions, Kind.ONE_END, "", says, **_told(found))


def _endless(space: Space, editions: Editions, told: Container[str]) -> Iterator[Claim]:
    for name in caps(space.program):
        if name in told:
            continue
        step = name.rpartition(".")[2].partition("@")[0]
        says = f"No course in which nobody breaks a duty comes to {step} again and again for ever."
        if endless(space, step) is False:
            yield _claim(space, editions, Kind.CAP, step, says, fate=Fate.PROVED)
            continue
        search = Search(space, [*space.in_order, *space.blameless])
        found = _counterexample(search, space.formulas.named(name), shows=holds(Holds(name)))
        yield _claim(space, editions, Kind.CAP, step, says, **_told(found))


def _votes(space: Space, editions: Editions) -> Iterator[Claim]:
    search = Search(space)
    for here in voted(space):
        at_once = worse_at_once(space, here)
        if at_once is not None:
            says = (
                f"At {_place(space, here)}, more votes in favour never turn a decision that passes into one that fails."
            )
            yield _claim(space, editions, Kind.VOTES, here.name, says, **_worse(search, here, here, at_once))
        for later, formula in worse_later(space, here):
            at, then, about = _place(space, here), _place(space, later), f"{here.name} {later.name}"
            says = f"More votes in favour at {at} never turn {then} from passed into failed."
            yield _claim(space, editions, Kind.VOTES, about, says, **_worse(search, here, later, formula))


def _place(space: Space, here: Occurrence) -> str:
    """A step as it is told: with its round where it can come again."""
    return f"{here.step} (round {here.round})" if space.course.looped(here.step) else here.step


def _worse(search: Search, here: Occurrence, there: Occurrence, formula: Formula) -> dict[str, object]:
    """What becomes of the claim that there is no such case; one that there is has one with fewer votes beside it."""
    none = search.none(formula)
    if none is not False:
        return {"fate": Fate.PROVED if none else Fate.OPEN, "why": "" if none else UNTOLD}
    fewer, more = fewer_and_more(search.space, here, there, formula)
    if more is None:
        return {"fate": Fate.OPEN, "why": NOT_SHOWN}
    return {"fate": Fate.REFUTED, "witness": more, "beside": fewer}


def _conflicts(space: Space, editions: Editions) -> Iterator[Claim]:
    for one, other in pairs(space.program):
        cites = (one.provision.cite, other.provision.cite)
        says = f"At {one.step}, whoever acts can keep both {cites[0]} and {cites[1]}, if each of them can be kept."
        told = _conflict(space, one, other)
        about = f"{one.occurrence}: {cites[0]}, {cites[1]}"
        yield _claim(space, editions, Kind.CONFLICT, about, says, provisions=cites, **told)


def _conflict(space: Space, one: Finding, other: Finding) -> dict[str, object]:
    """What becomes of the claim that two duties do not conflict; a case against it has to break one of them."""
    found = Conflict(space, one, other).found()
    if found is False or found is None:
        return {"fate": Fate.OPEN if found is None else Fate.PROVED, "why": "" if found is False else UNTOLD}
    witness, why = replayed(space, Written(space, found).scenario())
    broken = [f"{each.name}.bad" for each in (one, other)]
    if witness is None or not any(name in witness.judgement.held for name in broken):
        return {"fate": Fate.OPEN, "why": why or NOT_SHOWN}
    return {"fate": Fate.REFUTED, "witness": witness.scenario}


def _windows(space: Space, editions: Editions) -> Iterator[Claim]:
    findings = {finding.name: finding for finding in space.program.findings}
    for clock in filter(counted, space.program.clocks):
        finding = findings[clock.name]
        cite = finding.provision.cite
        says = f"At {finding.step}, the period of {cite} does not end before it begins."
        fate = Fate.PROVED if bounds(clock.period)[0] >= 0 or clock.period.back else Fate.REFUTED
        yield _claim(space, editions, Kind.WINDOW, clock.name, says, fate=fate, provisions=(cite,))
    search = Search(space, space.loosely_in_order)
    for one, other, apart in timed_pairs(space):
        cites = (one.provision.cite, other.provision.cite)
        says = f"At {one.step}, some day is right under both {cites[0]} and {cites[1]}."
        both = [_begun(space, each) for each in (one, other)]
        found = search.case(apart, *both, space.reached(one.occurrence), shows=lambda _: True)
        about = f"{one.occurrence}: {cites[0]}, {cites[1]}"
        yield _claim(space, editions, Kind.WINDOW, about, says, provisions=cites, **_told(found))


def _begun(space: Space, finding: Finding) -> Formula:
    """The formula that a norm applies, and that its clock has started."""
    return space.z3.And(space.formulas.holds(finding.applies), space.formulas.given(f"due.{finding.name}"))


def _counterexample(search: Search, formula: Formula, shows: Callable[[Judgement], bool]) -> Found:
    """A case against a claim, with as few acts as it takes; mostly there is none, and that is asked first."""
    if search.none(formula):
        return Found(None, proved=True)
    return search.case(formula, shows=shows, fewest=True)


def _told(found: Found) -> dict[str, object]:
    """What a search for a counterexample says of the claim."""
    if found.witness:
        return {"fate": Fate.REFUTED, "witness": found.witness.scenario}
    return {"fate": Fate.PROVED if found.proved else Fate.OPEN, "why": found.why}
