"""A reading that changes only who is blamed turns the verdict as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from invented_law import act

from majlis.questions.decide import decide
from majlis.scenario.model import Scenario

if TYPE_CHECKING:
    from invented_law import Isle

LATE = [act("motion", "1960-01-01"), act("ballot", "1960-01-09", in_favour=6)]


@pytest.mark.parametrize(("reading", "changed"), [("cutoff: yes", ("blame",)), ("note: Nothing else.", ())])
def test_whether_a_late_act_is_anybodys_wrong_can_be_what_a_verdict_turns_on(
    isle: Isle, reading: str, changed: tuple[str, ...]
) -> None:
    isle.write(
        "rules/isle/1.yaml",
        f"""
        article: "1"
        title: The Council
        provisions:
          - {{cite: "1", kind: composition, says: The Council has 11 seats., seats: 11}}
          - {{cite: 1.I, kind: threshold, says: It decides with six votes., of: ballot.in_favour, at_least: 6}}
          - cite: 1.II
            kind: deadline
            says: It votes within five days of the motion.
            after: motion
            within: 5 days
            readings:
              blame:
                asks: Is a late ballot anybody's wrong?
                duty: {{default: true, source: the plain sense}}
                chance: {{source: a speech, set: {{{reading}}}}}
        """,
    )
    verdict = decide(Scenario.model_validate({"procedure": "isle/moving", "acts": LATE}), engine="meaning")
    assert verdict.exit == 1
    assert verdict.depends_on == changed
