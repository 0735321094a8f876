"""Where a difference may be one of the texts at hand, and not of the law; and what other readings make of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.law.coverage import survey
from majlis.questions.compare.changed import ABOUT
from majlis.questions.compare.differences import Doubt, OtherReading, Shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from majlis.law.norm import Norm
    from majlis.law.provision import Provision
    from majlis.questions.compare.side import Side

ENGLISH = "english"  # the question under which a constitution gathers its English wordings, and the reading


@dataclass(frozen=True)
class Norms:
    """The norms of one side, by citation."""

    side: Side
    by_cite: dict[str, Norm]

    @classmethod
    def of(cls, side: Side) -> Norms:
        """All norms of a side, those that its edition has not as well."""
        return cls(side, {norm.cite: norm for norm in side.law.norms()})

    def at(self, cite: str, choices: Mapping[str, str] | None = None) -> Provision | None:
        """A provision as it stands in the edition of the side; None where that has it not."""
        return self.by_cite[cite].at(self.side.edition, choices or {}) if cite in self.by_cite else None

    def readings(self, cite: str) -> Iterator[OtherReading]:
        """The readings of a provision that are not the default."""
        if cite in self.by_cite:
            for question, options in self.by_cite[cite].questions(self.side.edition).items():
                yield from (OtherReading(question, name) for name, option in options.items() if not option.default)


def doubts(cite: str, norms: tuple[Norms, Norms], shown: Shown | None, *, settled: bool) -> tuple[Doubt, ...]:
    """Why a difference may be none of the law: doubted wordings, English readings, texts that are not the same.

    Where it is `settled` that the text was amended, or that it was not, nothing is guessed from the texts at hand.
    """
    then, now = (each.at(cite) for each in norms)
    sides = norms[0].side, norms[1].side
    doubted = tuple(_doubted(then, now, sides))
    return doubted if settled else (*doubted, *_english(cite, norms, shown), *_texts(then, now, sides))


def known_amendments(before: Side, after: Side) -> frozenset[str]:
    """The provisions of which the survey of a constitution knows that the text was amended between two editions.

    A row of its changes is named after the edition that made it; one that is named after the first edition says what
    that had otherwise than the second. A row with a reason why it is no amendment is none.
    """
    found = survey(after.law.folder) if before.edition != after.edition else None
    if found is None:
        return frozenset()
    order = after.law.editions
    first, last = sorted((order.index(before.edition), order.index(after.edition)))
    since = {*order[first + 1 : last + 1], *order[: 1 if first == 0 else 0]}
    rows = found.coverage.changes.items()
    return frozenset(
        cite for name, row in rows if name.partition("/")[0] in since and not row.because for cite in row.encoded
    )


def _doubted(then: Provision | None, now: Provision | None, sides: tuple[Side, Side]) -> Iterator[Doubt]:
    said = {side.label: its.doubt for side, its in zip(sides, (then, now), strict=True) if its and its.doubt}
    if len({*said.values()}) == 1 and len(said) > 1:
        yield Doubt("doubted wording", next(iter(said.values())))
        return
    for label, doubt in said.items():
        yield Doubt("doubted wording", f"{label}: {doubt}")


def _english(cite: str, norms: tuple[Norms, Norms], shown: Shown | None) -> Iterator[Doubt]:
    """That the English wording undoes the difference, where it is the provision itself that has one."""
    own = any(each.question == ENGLISH for side in norms for each in side.readings(cite))
    if own and shown and any(each.question == ENGLISH for each in shown.not_under):
        yield Doubt("English reading", "Under the English wording the case comes out the same on both sides.")


def _texts(then: Provision | None, now: Provision | None, sides: tuple[Side, Side]) -> Iterator[Doubt]:
    if not (then and now and then.texts and now.texts) or {*then.texts} & {*now.texts}:
        return
    known = {**sides[0].law.constitution.texts, **sides[1].law.constitution.texts}
    said = (
        f"{' and '.join(known[each].title for each in its.texts)} under {side.label}"
        for side, its in zip(sides, (then, now), strict=True)
    )
    yield Doubt("other texts", f"It rests on {', and on '.join(said)}.")


def other_readings(cite: str, sides: tuple[Norms, Norms]) -> tuple[OtherReading, ...]:
    """The readings under which a provision is another norm on either side."""
    found = dict.fromkeys(each for side in sides for each in side.readings(cite))
    return tuple(each for each in found if _differs(cite, sides, each))


def _differs(cite: str, sides: tuple[Norms, Norms], reading: OtherReading) -> bool:
    stand = (each.at(cite, {reading.question: reading.reading}) for each in sides)
    one, other = (each.model_dump(exclude={*ABOUT, "says"}) if each else None for each in stand)
    return one != other
