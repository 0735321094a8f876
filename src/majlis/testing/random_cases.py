"""Random cases of a procedure, made from its vocabulary and its provisions: lawful courses, wild ones, all between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from majlis.errors import InputError
from majlis.nearest import remedy
from majlis.procedure.library import procedure
from majlis.scenario.case import bind_case
from majlis.scenario.model import Scenario
from majlis.testing.choices import in_any_order, once_in, one_of_these
from majlis.testing.courses import Days, acts_besides, course_of_acts, gaps_of
from majlis.testing.days import as_number, as_text, editions_from, span, within
from majlis.testing.facts import date_facts, first_day, other_facts
from majlis.testing.figures import Raw, figures
from majlis.testing.playing import acts_that_lead_far, lawful_scenarios

if TYPE_CHECKING:
    from majlis.procedure.library import Procedure
    from majlis.scenario.case import Case
    from majlis.testing.choices import Draw
    from majlis.testing.courses import Dated

_TIMES = ("00:00", "09:30", "23:59")
_OFTEN_FAR = 8  # of so many cases, one grows act by act
_GAPS = 2  # of seven figures, in a case in which some are missing


def scenarios(name: str, **how: Any) -> st.SearchStrategy[Scenario]:
    """Random scenarios of a procedure (CONSTITUTION/PROCEDURE). Raises InputError for an unknown one.

    Options, with what they are by default:
    `edition=None`: the name of an edition, which is pinned, with cases from its own time.
    `lawful=False`: only courses in which nobody broke the procedure.
    `unknown_days=True`: now and then an act whose day is not known.
    `missing_facts=True`: in every third case some facts and figures are not given.
    `strays=True`: acts alongside and acts out of place, too.
    `twins=False`: several acts of one kind on one day, too, which may be refused with an InputError.
    """
    return plain_scenarios(name, **how).map(Scenario.model_validate)


def cases(name: str, **how: Any) -> st.SearchStrategy[Case]:
    """Random scenarios that are bound to their procedure, ready to be judged; options as for `scenarios`."""
    return scenarios(name, **how).map(bind_case)


def plain_scenarios(  # noqa: PLR0913 - the options of a case, all by name
    name: str,
    *,
    edition: str | None = None,
    lawful: bool = False,
    unknown_days: bool = True,
    missing_facts: bool = True,
    strays: bool = True,
    twins: bool = False,
) -> st.SearchStrategy[Raw]:
    """Random scenarios as plain data, in the shape of a scenario file; options as for `scenarios`."""
    its = procedure(name)
    if edition is not None and edition not in its.law.editions:
        raise InputError(f"unknown edition {edition!r}", remedy=remedy(edition, its.law.editions))
    if lawful:
        return lawful_scenarios(its, edition, sides=strays)
    return _wild(its, edition, missing_facts=missing_facts, unknown_days=unknown_days, strays=strays, twins=twins)


@st.composite
def _wild(  # noqa: PLR0913 - the options of a case, all by name
    draw: st.DrawFn,
    its: Procedure,
    edition: str | None,
    *,
    missing_facts: bool,
    unknown_days: bool,
    strays: bool,
    twins: bool,
) -> Raw:
    whole = span(its.law, edition)
    begun = first_day(draw, its, whole)
    editions = editions_from(its.law, edition, begun)
    dates = date_facts(draw, its, editions[0], begun)
    gaps = one_of_these(draw, (0, 0, _GAPS)) if missing_facts else 0
    given = dates | other_facts(draw, its, editions, may_be_open=gaps > 0)
    raw: Raw = {"procedure": its.name, "as_of": as_text(begun), "given": given, "acts": []}
    raw |= {"edition": edition} if edition else {}
    if once_in(draw, _OFTEN_FAR):
        far = acts_that_lead_far(draw, its, raw, whole)
        return far | {"as_of": as_text(within(whole, as_number(far["as_of"]) + one_of_these(draw, gaps_of(its))))}
    days = Days(its, editions[0], whole, {name: as_number(day) for name, day in dates.items() if day != "unknown"})
    *acts, judged = course_of_acts(draw, days, begun)
    if strays:
        acts += acts_besides(draw, days, [act["date"] for act in acts] or [begun])
    if not twins:
        acts = list({(act["act"], act["date"]): act for act in acts}.values())
    made = _with_figures(draw, its, acts, gaps, unknown_days=unknown_days, twins=twins)
    last = max((act["date"] for act in acts), default=begun)
    as_of = one_of_these(draw, (last, max(last, judged["date"]), last + one_of_these(draw, days.gaps)))
    return raw | {"as_of": as_text(within(whole, as_of)), "acts": in_any_order(draw, made)}


def _with_figures(  # noqa: PLR0913 - as above
    draw: Draw, its: Procedure, acts: list[Dated], gaps: int, *, unknown_days: bool, twins: bool
) -> list[Raw]:
    """The acts as a scenario has them: figures, now and then a time of day, now and then a day that is not known."""
    made: list[Raw] = []
    for act in acts:
        raw = {"act": act["act"], "date": as_text(act["date"]), **draw(figures(its, act["act"], gaps))}
        if once_in(draw, 4):
            raw["time"] = one_of_these(draw, _TIMES)
        undated = {other["act"] for other in made if other["date"] == "unknown"}
        if unknown_days and once_in(draw, 12) and (twins or raw["act"] not in undated):
            raw["date"] = "unknown"
        made.append(raw)
    return made
