"""The flat fact that durable-rules sees: short names, and what must be worked out before it looks.

Only comparisons of one field with a constant are safe there, so a comparison of two is a field of its own,
the difference, compared with 0; it is missing when a part of it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from majlis.logic.tree import Arithmetic, Compare, Condition, Holds, Known, Name, Number, OneOf, Term, Word
from majlis.logic.truth import truth, value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from majlis.logic.truth import Value

MOST_FIELDS = 240  # of the 252 properties that one fact may have


@dataclass
class Fields:
    """The fields of one ruleset: which names go over as they are, which terms and conditions are worked out."""

    plain: dict[str, str] = field(default_factory=dict)
    worked: dict[Term | Condition, str] = field(default_factory=dict)

    def of(self, record: Mapping[str, Value]) -> dict[str, Value]:
        """The fact of a record; what is missing there is missing here."""
        fact = {short: record[name] for name, short in self.plain.items() if name in record}
        for part, short in self.worked.items():
            found = truth(part, record) if isinstance(part, Compare | Known | OneOf) else value(part, record)  # type: ignore[arg-type] # the rest are terms
            if found is not None:
                fact[short] = found
        return fact

    def boolean(self, part: Holds | Known | OneOf) -> str:
        """The field of a boolean name, of whether a name is given, or of whether a word is among some."""
        return self._plain(part.path) if isinstance(part, Holds) else self._worked(part)

    def comparison(self, part: Compare) -> tuple[str, str, Value]:
        """A comparison as field, sign and constant."""
        if isinstance(part.left, Name) and isinstance(part.right, Number | Word):
            constant = part.right.value if isinstance(part.right, Number) else part.right.text
            return self._plain(part.left.path), part.sign, constant
        if _wordy(part):
            return self._worked(Compare("==", part.left, part.right)), "==", part.sign == "=="
        return self._worked(Arithmetic("-", part.left, part.right)), part.sign, 0

    def absent(self) -> str:
        """A field that no fact has: what is compared with it is unknown."""
        return "none"

    def check(self) -> None:
        """Refuse what durable-rules cannot tell apart: too many fields, or two names with one 32-bit hash."""
        shorts = [*self.plain.values(), *self.worked.values(), "none", "id", "sid"]
        if len(shorts) > MOST_FIELDS or len({_fnv(short) for short in shorts}) < len(shorts):
            raise OverflowError(f"{len(shorts)} fields do not fit one durable-rules fact")

    def _plain(self, name: str) -> str:
        return self.plain.setdefault(name, f"f{len(self.plain)}")

    def _worked(self, part: Term | Condition) -> str:
        return self.worked.setdefault(part, f"w{len(self.worked)}")


def _wordy(part: Compare) -> bool:
    """Can the comparison be between words? Then a difference has no meaning."""
    return part.sign in ("==", "!=") and not any(
        isinstance(side, Number | Arithmetic) for side in (part.left, part.right)
    )


def _fnv(name: str) -> int:
    """The 32-bit FNV-1a hash by which durable-rules knows a property."""
    found = 2166136261
    for byte in name.encode():
        found = (found ^ byte) * 16777619 % 2**32
    return found
