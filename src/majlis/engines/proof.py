"""A program as formulas for a solver (Z3): not one record at a time, but all records at once.

Each condition becomes two formulas, one that it holds and one that it fails. Where neither is true, it is
unknown. Words are numbers of our own counting; a name of the record is a variable, and a second one says
whether anything is given under it.

Source of the method: L. de Moura and N. Bjoerner, Z3: An Efficient SMT Solver (TACAS 2008).
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from majlis.errors import InputError
from majlis.logic.normal import OPPOSITE
from majlis.logic.tree import (
    And,
    Arithmetic,
    AtLeast,
    Compare,
    Condition,
    Constant,
    Holds,
    Known,
    Name,
    Not,
    Number,
    OneOf,
    Or,
    Term,
    Word,
    names,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from majlis.logic.truth import Value
    from majlis.procedure.program import Program

Formula = Any
"""A formula or a number of the solver; it has no types of its own."""
PATIENCE = 10_000  # milliseconds for one question
_SHOWN_BY_CLOCKS = ("due", "slack", "since", "over")


def solver() -> Any:
    """The solver's module. Raises InputError where it is not installed."""
    if not find_spec("z3"):
        raise InputError(
            "proofs need the solver z3, which is not installed", remedy="Install it: pip install 'majlis[proof]'"
        )
    import z3  # noqa: PLC0415 - a heavy import, made only when something is proved

    return z3


class Formulas:
    """The conditions of a program as formulas over the names of its record.

    `given` says, as a formula, whether anything stands under a name; left out, it is a variable of its own.
    With `beside` both can be asked of one record: they share their words, and each has what those
    clocks show that the other has not.
    """

    def __init__(
        self, program: Program, given: Callable[[str], Formula] | None = None, beside: Formulas | None = None
    ) -> None:
        """Raises InputError where the solver is not installed."""
        self.z3 = solver()
        self.program = program
        self._given = given or (lambda name: self.z3.Bool(f"given {name}"))
        self._stated = program.by_name
        self.words: dict[str, int] = beside.words if beside else {}
        own = set(program.clocks) - set(beside.program.clocks) if beside else ()
        self._apart = {f"{shown}.{clock.name}" for clock in own for shown in _SHOWN_BY_CLOCKS}
        self._made: dict[tuple[Condition, bool], Formula] = {}
        self._presence: dict[str, Formula] = {}
        self._numbers: dict[str, Formula] = {}
        self._truths: dict[str, Formula] = {}

    def holds(self, part: Condition) -> Formula:
        """The formula that a condition is true."""
        return self._formula(part, holds=True)

    def fails(self, part: Condition) -> Formula:
        """The formula that a condition is false."""
        return self._formula(part, holds=False)

    def named(self, name: str) -> Formula:
        """The formula that a named condition is true; one that is not on the list never is."""
        return self.holds(Holds(name)) if name in self._stated else self.z3.BoolVal(False)

    def given(self, name: str) -> Formula:
        """The formula that anything stands under a name of the record."""
        if name not in self._presence:
            self._presence[name] = self._given(name)
        return self._presence[name]

    def number(self, name: str) -> Formula:
        """The number (of votes, of a day, of a word) under a name of the record."""
        if name not in self._numbers:
            self._numbers[name] = self.z3.Int(f"beside {name}" if name in self._apart else name)
        return self._numbers[name]

    def truth(self, name: str) -> Formula:
        """The yes or no under a name of the record."""
        if name not in self._truths:
            self._truths[name] = self.z3.Bool(name)
        return self._truths[name]

    def word(self, text: str) -> int:
        """The number that stands for a word."""
        return self.words.setdefault(text, len(self.words))

    def text(self, number: int) -> str:
        """The word for which a number stands; one of our own where it stands for none that was told."""
        return next((text for text, known in self.words.items() if known == number), f"word {number}")

    def value_of(self, term: Term) -> Formula:
        """A term as a number of the solver."""
        match term:
            case Name(path):
                return self.number(path)
            case Number(number):
                return self.z3.IntVal(number)
            case Word(text):
                return self.z3.IntVal(self.word(text))
            case Arithmetic(sign, left, right):
                return _joined(sign, self.value_of(left), self.value_of(right))

    def _formula(self, part: Condition, *, holds: bool) -> Formula:
        key = (part, holds)
        if key not in self._made:
            self._made[key] = self._new(part, holds=holds)
        return self._made[key]

    def _new(self, part: Condition, *, holds: bool) -> Formula:
        z3 = self.z3
        match part:
            case Constant(fixed):
                return z3.BoolVal(fixed is holds)
            case Holds(path):
                return self._read(path, holds=holds)
            case Known(path):
                return self.given(path) if holds else z3.Not(self.given(path))
            case OneOf() | Compare():
                known = [self.given(name) for name in sorted(names(part))]
                return z3.And([*known, self._held(part, holds=holds)])
            case Not(inner):
                return self._formula(inner, holds=not holds)
            case And(parts) | Or(parts):
                every = isinstance(part, And) is holds
                return (z3.And if every else z3.Or)([self._formula(each, holds=holds) for each in parts])
            case AtLeast(count, parts):
                needed = count if holds else len(parts) - count + 1
                return z3.PbGe([(self._formula(each, holds=holds), 1) for each in parts], needed)
            case _:
                raise TypeError(f"no formula is made for {part!r}")

    def _read(self, path: str, *, holds: bool) -> Formula:
        if path in self._stated:
            return self._formula(self._stated[path], holds=holds)
        return self.z3.And(self.given(path), self.truth(path) == holds)

    def _held(self, part: OneOf | Compare, *, holds: bool) -> Formula:
        """The formula that a comparison comes out, whatever is known."""
        if isinstance(part, Compare):
            return _compared(
                part.sign if holds else OPPOSITE[part.sign], self.value_of(part.left), self.value_of(part.right)
            )
        among = self.z3.Or([self.number(part.path) == self.word(word) for word in sorted(part.words)])
        return among if holds else self.z3.Not(among)


def _compared(sign: str, left: Formula, right: Formula) -> Formula:
    match sign:
        case "==":
            return left == right
        case "!=":
            return left != right
        case "<":
            return left < right
        case "<=":
            return left <= right
        case ">":
            return left > right
        case _:
            return left >= right


def _joined(sign: str, left: Formula, right: Formula) -> Formula:
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case _:
            return left * right


class Proof:
    """The formulas as an engine, for one record: to hold them against the definition."""

    name = "proof"

    def holding(self, program: Program, record: Mapping[str, Value]) -> frozenset[str]:
        """The names of the told conditions that are true. Raises InputError where the solver is not installed."""
        if "formulas" not in program.cache:
            program.cache["formulas"] = Formulas(program)
        made: Formulas = program.cache["formulas"]
        asked = made.z3.Solver()
        read = {name for named in program.conditions for name in names(named.when)} - program.by_name.keys()
        for name in sorted(read):
            asked.add(_stands(made, name, record.get(name)))
        if asked.check() != made.z3.sat:
            raise AssertionError("a record has no model")
        model = asked.model()
        told = {name: model.eval(made.named(name), model_completion=True) for name in program.told}
        return frozenset(name for name, found in told.items() if made.z3.is_true(found))


def _stands(made: Formulas, name: str, value: Value | None) -> Formula:
    """The formula that this value, or nothing, stands under a name."""
    z3 = made.z3
    if value is None:
        return z3.Not(made.given(name))
    if isinstance(value, bool):
        return z3.And(made.given(name), made.truth(name) == value)
    number = made.word(value) if isinstance(value, str) else value
    return z3.And(made.given(name), made.number(name) == number)
