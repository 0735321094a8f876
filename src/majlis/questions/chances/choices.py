"""Who chooses what: the chances that were given for choices, and how they share the chance at one point of a course."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from majlis.questions.asking import in_words
from majlis.questions.chances.likely_course import by_chance, by_choice

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from majlis.questions.chances.likely_course import Ahead

MISSED = "missed"


@dataclass(frozen=True)
class Shares:
    """How the choices at one point share the chance: those with a chance, and those that nothing is known of.

    `given` are those for which somebody gave a chance, `round` is that of the step.
    """

    weights: dict[str, Fraction]
    free: tuple[str, ...]
    given: frozenset[str]
    round: int

    @property
    def rest(self) -> Fraction:
        """What the weights leave."""
        return max(Fraction(1) - sum(self.weights.values()), Fraction(0))

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

    What came to light on the way: `notes`, `open` (choices without a chance, with their rounds), and `used`, the
    names of the chances on which something hung.
    """

    chances: Mapping[str, Fraction]
    notes: dict[str, None] = field(default_factory=dict)
    open: dict[tuple[str, int], None] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def given(self, name: str, turn: int) -> str:
        """The name under which a choice has a chance in a round; empty where it has none."""
        return next((each for each in (_in_round(name, turn), name) if each in self.chances), "")

    @property
    def asked_for(self) -> tuple[str, ...]:
        """The choices without a chance, by the names under which one can be given.

        With the round where a chance is given for another round of the same step.
        """
        apart = {name.partition(".")[0] for name in self.chances if name.count(".") > 1}
        several = sorted(self.open, key=lambda each: each[1])
        names = (_in_round(name, turn) if name.partition(".")[0] in apart else name for name, turn in several)
        return tuple(dict.fromkeys(names))

    @property
    def idle(self) -> tuple[str, ...]:
        """What is to be said of chances that were given and on which nothing hung."""
        return tuple(
            f"The chance of {name} changes nothing: it does not come to that choice."
            for name in self.chances
            if name not in self.used
        )

    def shares(self, names: Iterable[str], lawful: set[str], turn: int) -> Shares:
        """Who has which chance in a round.

        Choices with which somebody would do wrong are not made if there are others, unless it is said for the round;
        what was given for them goes to the others, each as much more as it has itself.
        """
        keys = {name: self.given(name, turn) for name in names}
        self.used |= set(keys.values())
        out = self._left_out(keys, lawful)
        weights = {name: self.chances[key] for name, key in keys.items() if key and name not in out}
        free = [name for name in keys if name not in weights and name not in out]
        given = frozenset(weights)
        total = sum(weights.values(), Fraction(0))
        whole = 1 - sum((self.chances[keys[name]] for name in out if keys[name]), Fraction(0)) if free else total
        if whole <= 0:  # all was given for what is left out, and nothing is known of the others
            free = free or [name for name in keys if name not in out and not name.endswith(f".{MISSED}")]
            weights = {}
        weights = {name: chance / max(whole, total) for name, chance in weights.items()}
        if len(free) == 1:
            weights[free.pop()] = 1 - sum(weights.values(), Fraction(0))
        return Shares({name: chance for name, chance in weights.items() if chance}, tuple(free), given, turn)

    def _left_out(self, keys: Mapping[str, str], lawful: set[str]) -> set[str]:
        """The choices that are not made; `keys` are the names under which they have chances."""
        wrong = {name for name in keys if name not in lawful and not name.endswith(f".{MISSED}")} if lawful else set()
        out = {name for name in wrong if keys[name] in ("", name)}
        for name in sorted(wrong):
            if name in out:
                words = in_words(name.rpartition(".")[2])
                share = f"; the chance of {name} goes to what else can be chosen there" if keys[name] else ""
                self.notes[f"Nobody breaks the text by {words} while another way is open{share}."] = None
            else:
                self.notes[f"With the chance of {keys[name]} somebody breaks the text."] = None
        return out

    def together(self, shares: Shares, parts: Mapping[str, Ahead]) -> Ahead:
        """The branches with their chances."""
        several = [(float(chance), parts[name]) for name, chance in shares.weights.items()]
        if shares.rest and shares.free:
            self.open |= dict.fromkeys((name, shares.round) for name in shares.free)
            several.append((float(shares.rest), by_choice([(name, parts[name]) for name in shares.free])))
        return by_chance(several)


def _in_round(name: str, turn: int) -> str:
    step, _, what = name.partition(".")
    return f"{step}.{turn}.{what}"
