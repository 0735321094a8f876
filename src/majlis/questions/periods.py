"""The period of a deadline or an interval in words, with what starts it at the step that it governs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.asking import in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from majlis.law.provision import Provision

# How each kind of period reads: its length or its fixed day, then what starts it.
_WORDS = (
    ("within", "within {length} of {start}"),
    ("by", "by {length} after {start}"),
    ("on", "on the {length} after {start}"),
    ("wait", "no earlier than {length} after {start}"),
    ("exactly", "exactly {length} after {start}"),
)


def period_due(provision: Provision, roles: Mapping[str, tuple[str, ...]], dates: Mapping[str, str]) -> tuple[str, str]:
    """The period of a provision at a step, and what starts it; both empty where it has none.

    `roles` are the steps that the provision's roles stand for there; `dates` are the date facts of the
    procedure, which are no steps and may start a period.
    """
    name = provision.after or provision.before
    if not name or provision.not_known:
        return "", ""
    start = " or ".join(_start(each, dates) for each in roles.get(name, (name,)))
    if provision.before:
        return (f"at least {provision.wait} before {start}" if provision.wait else ""), start
    found = ((getattr(provision, key), words) for key, words in _WORDS)
    length, words = next(((length, words) for length, words in found if length), ("", ""))
    if "," in length:  # a fixed day some years on
        words = words.replace(" after {start}", ", counted from {start}")
    return words.format(length=length, start=start), start


def _start(name: str, dates: Mapping[str, str]) -> str:
    """What starts a period: a step, or a day that the case gives."""
    return f'the day "{in_words(name)}"' if name in dates else f"the {in_words(name)}"
