"""What several tests of drafts start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from drafted_isle import AMENDMENT, ROADS, SECOND, SECOND_II, Drafting
from invented_law import CONSTITUTION

if TYPE_CHECKING:
    from pathlib import Path

    from invented_law import Isle


@pytest.fixture
def amendable(isle: Isle) -> Isle:
    """The isle with a second article and with two roads for amendments."""
    isle.write("rules/isle/constitution.yaml", CONSTITUTION + AMENDMENT)
    isle.rule(SECOND, SECOND_II)
    isle.rule(*ROADS, article="7")
    facts = "aim: {{type: [change, addition], asks: What is it?}}, {0}: {{type: boolean, asks: Is it {0}?}}"
    asking = facts.format("holy") + ", harsh: {type: boolean, asks: Is it harsh?}"
    isle.procedure("- {step: poll, governed_by: [7.I, 7.III, 7.IV], done: won}", name="asking", facts=f"{{{asking}}}")
    isle.procedure(
        "- {step: ballot, governed_by: [7.II, 7.V], passed: won, failed: lost}",
        name="adding", facts=f"{{{facts.format('first')}}}",
    )  # fmt: skip
    return isle


@pytest.fixture
def drafting(amendable: Isle, tmp_path: Path) -> Drafting:
    assert amendable.folder == tmp_path
    return Drafting(tmp_path / "draft")
