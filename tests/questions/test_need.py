"""What a procedure needs before anything happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from majlis.errors import InputError
from majlis.procedure.library import procedure, procedures
from majlis.questions.need import need

if TYPE_CHECKING:
    from majlis.questions.needs import Needs, StepNeeds


def step(needs: Needs, name: str) -> StepNeeds:
    return next(each for each in needs.steps if each.step == name)


def test_a_matter_settles_the_majority_of_a_vote_and_of_its_repetition() -> None:
    needs = need("az-1995/law", matter="94.I.3")
    for name, votes in (("vote", 83), ("repeat_vote", 95)):
        majorities = [due for rule in step(needs, name).rules for due in rule.majorities]
        assert [(due.votes, due.seats, due.when) for due in majorities] == [(votes, 125, "")]


def test_without_a_matter_each_majority_has_its_condition() -> None:
    threshold = next(rule for rule in step(need("az-1995/law"), "vote").rules if rule.provision == "94.II")
    assert [(due.votes, bool(due.when)) for due in threshold.majorities] == [(83, True), (63, False)]
    assert threshold.applies


def test_a_matter_leaves_out_what_cannot_apply_to_it() -> None:
    cites = {rule.provision for rule in step(need("az-1995/decree", matter="95.I.9"), "vote").rules}
    assert "95.II:decree" in cites
    assert not {"95.III", "128.V"} & cites


def test_what_depends_on_facts_not_yet_known_is_kept() -> None:
    cites = {rule.provision for rule in step(need("az-1995/prime_minister_appointment"), "proposal").rules}
    assert cites == {"118.II:office", "118.II:resignation"}


def test_an_edition_has_its_own_actors() -> None:
    before, after = (step(need("az-1995/law", edition=edition), "introduction").by for edition in ("1995", "2002"))
    assert before
    assert after
    assert set(after.actors) - set(before.actors) == {"the Procurator's Office"}


def test_what_follows_is_said_for_each_event_or_the_silence_is() -> None:
    events = {each.event: each for each in step(need("az-1995/law", matter="94.I.3"), "vote").follows}
    assert events["passed"].to == ("presentation",)
    assert events["failed"].to == ("rejected",)
    assert events["missed"].silent
    assert "ungoverned" not in events, "the matter has a majority"


@pytest.mark.parametrize("name", procedures())
def test_every_step_is_there_in_every_edition_and_says_what_follows(name: str) -> None:
    for edition in procedure(name).law.editions:
        needs = need(name, edition=edition)
        assert all(each.follows or each.alongside for each in needs.steps)
        assert {each.step for each in needs.steps} <= {
            each.step for each in (*procedure(name).file.steps, *procedure(name).file.alongside)
        }


def test_a_matter_of_another_procedure_is_refused() -> None:
    with pytest.raises(InputError, match="is not about"):
        need("az-1995/law", matter="95.III")
