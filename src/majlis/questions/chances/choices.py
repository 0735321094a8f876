"""Who chooses what: the chances that were given for choices, and how they share the chance at one point of a course."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from majlis.errors import InputError
from majlis.questions.asking import in_words
from majlis.questions.chances.likely_course import by_chance, by_choice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from majlis.questions.chances.likely_course import Ahead

MISSED = "missed"


@dataclass(frozen=True)
class Shares:
    """How the choices at one point share the chance: those with a chance, and those that nothing is known of.

    `given` are those for which somebody gave a chance.
    """

    weights: dict[str, Fraction]
    free: tuple[str, ...]
    given: frozenset[str]

    @property
    def rest(self) -> Fraction:
        """What the weights leave."""
        return Fraction(1) - sum(self.weights.values())

    @property
    def live(self) -> set[str]:
        """The choices that can be made."""
        return {*self.weights, *(self.free if self.rest else ())}

    @property
    def spoken_of(self) -> set[str]:
        """The choices that are worth telling: not the one that is left where no chance was given."""
        return self.live if len(self.live) > 1 else self.live & self.given


@dataclass(eq=False)
class Choices:
    """The chances of choices by name, `STEP.WHAT` or for one round `STEP.2.WHAT`.

    `notes` and `open` (choices without a chance) are what came to light on the way.
    """

    chances: Mapping[str, Fraction]
    notes: dict[str, None] = field(default_factory=dict)
    open: dict[str, None] = field(default_factory=dict)

    def given(self, name: str, turn: int) -> str:
        """The name under which a choice has a chance in a round; empty where it has none."""
        step, _, what = name.partition(".")
        return next((each for each in (f"{step}.{turn}.{what}", name) if each in self.chances), "")

    def shares(self, names: Iterable[str], lawful: set[str], turn: int) -> Shares:
        """Who has which chance in a round. Raises InputError where they add up to more than 1.

        Choices with which somebody would do wrong are not made if there are others, unless it is said for the round.
        """
        keys = {name: self.given(name, turn) for name in names}
        wrong = {name for name in keys if name not in lawful and not name.endswith(f".{MISSED}")} if lawful else set()
        out = {name for name in wrong if keys[name] in ("", name)}
        for name in sorted(wrong):
            words = in_words(name.rpartition(".")[2])
            kept, broken = f"Nobody breaks the text by {words} while another way is open.", "somebody breaks the text."
            self.notes[kept if name in out else f"With the chance of {keys[name]} {broken}"] = None
        weights = {name: self.chances[key] for name, key in keys.items() if key and name not in out}
        given = frozenset(weights)
        rest = Fraction(1) - sum(weights.values())
        if rest < 0:
            what = f"the chances of {', '.join(weights)} add up to {float(1 - rest):g}"
            raise InputError(what, remedy="Give chances that add up to at most 1")
        free = [name for name in keys if name not in weights and name not in out]
        if len(free) == 1:
            weights[free.pop()] = rest
        return Shares({name: chance for name, chance in weights.items() if chance}, tuple(free), given)

    def together(self, shares: Shares, parts: Mapping[str, Ahead], rest: Callable[[], Ahead]) -> Ahead:
        """The branches with their chances; `rest` is what follows where no choice is left for what these leave."""
        several = [(float(chance), parts[name]) for name, chance in shares.weights.items()]
        if shares.rest and shares.free:
            self.open |= dict.fromkeys(shares.free)
            several.append((float(shares.rest), by_choice([(name, parts[name]) for name in shares.free])))
        elif shares.rest:
            several.append((float(shares.rest), rest()))
        return by_chance(several)
