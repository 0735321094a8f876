"""The period of a deadline or an interval in words, with what starts it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.calendar.fixed_day import SAME_DAY
from majlis.questions.asking import in_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from majlis.law.provision import Provision

# How each kind of period reads before its length or its fixed day, and what joins it to its start.
_FORMS = {
    "within": ("within", " of "),
    "by": ("by", " after "),
    "by_day": ("by the day", ", counted from "),
    "on": ("on the", " after "),
    "wait": ("no earlier than", " after "),
    "exactly": ("exactly", " after "),
}
_BACK = ("at least", " before ")


@dataclass(frozen=True, slots=True)
class Period:
    """A period: its length or its fixed day, how that reads alone, and what it is counted from or back from."""

    length: str
    alone: str
    joint: str
    start: str

    def __str__(self) -> str:
        """The period with what starts it: within three days of the motion."""
        return f"{self.alone}{self.joint}{self.start}"

    @property
    def back(self) -> bool:
        """Is it counted back?"""
        return self.joint == _BACK[1]


def period(
    provision: Provision,
    roles: Mapping[str, tuple[str, ...]] | None = None,
    dates: Mapping[str, str] | None = None,
    titles: Mapping[str, str] | None = None,
) -> Period | None:
    """The period of a provision; None where it has none.

    At a step, `roles` are the steps that the provision's roles stand for there; `dates` are the date facts of
    the procedure, which are no steps and may start a period. `titles` are those of the bodies, whose sitting
    days may be counted.
    """
    name = provision.after or provision.before
    key = next((each for each in _FORMS if getattr(provision, each)), None)
    if not name or key is None or provision.not_known:
        return None
    start = " or ".join(_start(each, dates or {}) for each in (roles or {}).get(name, (name,)))
    word, joint = _BACK if provision.before else _FORMS[key]
    length: str = f'"{in_words(str(provision.by_day))}"' if key == "by_day" else getattr(provision, key)
    bodies = of_bodies(provision.sitting, titles or {})
    joint = " after " if bodies and not provision.before else joint
    return Period(length, f"{word} {length}{bodies}", _joint(length, joint), start)


def of_bodies(bodies: Sequence[str], titles: Mapping[str, str]) -> str:
    """Whose sitting days are counted, to be put behind the length; empty for other periods."""
    named = [titles.get(body, f"the {in_words(body)}") for body in bodies]
    if len(named) > 1:
        return f" of {', '.join(named[:-1])} and {named[-1]} together"
    return f" of {named[0]}" if named else ""


def _joint(length: str, usual: str) -> str:
    """A fixed day that says its own distance needs other words before its start."""
    if length == SAME_DAY:
        return " as "
    return ", counted from " if "," in length else usual


def _start(name: str, dates: Mapping[str, str]) -> str:
    """What starts a period: a step, or a day that the case gives."""
    return f'the day "{in_words(name)}"' if name in dates else f"the {in_words(name)}"
