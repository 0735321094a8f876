"""All records of cases that can be put under two states of one procedure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.engines.proof import Formulas
from majlis.questions.proof.space import Space

if TYPE_CHECKING:
    from majlis.engines.proof import Formula
    from majlis.questions.compare.joint import Joint


class JointSpace(Space):
    """What cases a procedure can have that can be put under both sides."""

    def __init__(self, joint: Joint) -> None:
        """Raises InputError where the solver is not installed."""
        self.joint = joint
        (one, edition), _ = joint.sides
        super().__init__(one, edition, joint.choices)

    def _stated(self) -> list[Formula]:
        self.program = self.joint.program
        self.formulas = Formulas(self.program, self._given)
        return super()._stated()

    def other(self, name: str) -> Formula:
        """The formula that a condition of the other side holds."""
        return self.formulas.named(self.joint.other_name(name))
