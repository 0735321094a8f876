"""A program as generated Python: the quickest reader, for many cases in one process.

Each condition becomes one assignment over local names; the three truth values are True, False and None.
Names of the record and words of the law enter the source only as constants of our own numbering, so that
nothing from a file or a user is ever run as code.
"""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from majlis.logic.normal import normal
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


class Generated:
    """Generated Python as an engine."""

    name = "generated"

    def holding(self, program: Program, record: Mapping[str, Value]) -> frozenset[str]:
        """The names of the told conditions that are true."""
        return frozenset(compress(program.told, compress(_compiled(program)(record.get), program.telling)))


def known(program: Program, record: Mapping[str, Value]) -> dict[str, Value]:
    """The record with the truth of every named condition; one that is unknown is missing, like a fact."""
    found = dict(record)
    for named, held in zip(program.conditions, _compiled(program)(record.get), strict=True):
        if held is not None:
            found[named.name] = held
    return found


def _compiled(program: Program) -> Callable[[Callable[[str], Value | None]], tuple[bool | None, ...]]:
    if "generated" not in program.cache:
        source = _Source()
        for named in program.conditions:
            source.conditions[named.name] = source.of(named.when)
        lines = [*source.lines, f"return ({''.join(f'{each}, ' for each in source.conditions.values())})"]
        bound = "".join(f", k{number}=constants[{number}]" for number in range(len(source.constants)))
        text = f"def decided(read{bound}):\n" + "".join(f"    {line}\n" for line in lines)
        space: dict[str, object] = {"constants": source.constants}
        exec(compile(text, f"<{program.procedure}>", "exec"), space)  # noqa: S102 - our own source, see above
        program.cache["generated"] = space["decided"]
    made: Callable[[Callable[[str], Value | None]], tuple[bool | None, ...]] = program.cache["generated"]
    return made


class _Source:
    """Lines of Python, with the local name of every condition and value that they work out."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.constants: list[object] = []
        self.conditions: dict[str, str] = {}
        self._made: dict[object, str] = {}

    def of(self, part: Condition) -> str:
        """The local name of a condition's truth."""
        if isinstance(part, Holds) and part.path in self.conditions:
            return self.conditions[part.path]
        if isinstance(part, Holds):
            return self._read(part.path)
        return self._made.get(part) or self._let(part, self._truth(part))

    def _truth(self, part: Condition) -> str:
        match part:
            case Constant(fixed):
                return repr(fixed)
            case Known(path):
                return f"{self._read(path)} is not None"
            case OneOf(path, words):
                return f"None if {self._read(path)} is None else {self._read(path)} in {self._constant(words)}"
            case Compare(sign, left, right):
                values = sorted(self._read(name) for name in names(part))
                unknown = " or ".join(f"{value} is None" for value in values)
                held = f"{self._value(left)} {sign} {self._value(right)}"
                return f"None if {unknown} else {held}" if unknown else held
            case Not(inner):
                return f"None if {self.of(inner)} is None else not {self.of(inner)}"
            case And(parts):
                return self._joined(parts, "False", "True")
            case Or(parts):
                return self._joined(parts, "True", "False")
            case AtLeast():
                return self.of(normal(part))
            case _:
                raise TypeError(f"no Python is generated for {part!r}")

    def _joined(self, parts: tuple[Condition, ...], decisive: str, otherwise: str) -> str:
        found = [self.of(part) for part in parts]
        decided = " or ".join(f"{each} is {decisive}" for each in found)
        unknown = " or ".join(f"{each} is None" for each in found)
        return f"{decisive} if {decided} else None if {unknown} else {otherwise}"

    def _value(self, term: Term) -> str:
        match term:
            case Name(path):
                return self._read(path)
            case Number(number):
                return f"({number})"
            case Word(text):
                return self._constant(text)
            case Arithmetic(sign, left, right):
                return f"({self._value(left)} {sign} {self._value(right)})"

    def _read(self, path: str) -> str:
        return self._made.get(path) or self._let(path, f"read({self._constant(path)})")

    def _constant(self, value: object) -> str:
        key = ("constant", value)
        if key not in self._made:
            self._made[key] = f"k{len(self.constants)}"
            self.constants.append(value)
        return self._made[key]

    def _let(self, key: object, expression: str) -> str:
        self._made[key] = f"v{len(self._made)}"
        self.lines.append(f"{self._made[key]} = {expression}")
        return self._made[key]
