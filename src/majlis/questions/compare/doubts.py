"""Where a difference may be one of the texts at hand, and not of the law; and what other readings make of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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


def doubts(
    then: Provision | None, now: Provision | None, sides: tuple[Side, Side], shown: Shown | None
) -> tuple[Doubt, ...]:
    """Why a difference may be none of the law: doubted wordings, English readings, texts that are not the same."""
    return (*_doubted(then, now, sides), *_english(shown), *_texts(then, now, sides))


def _doubted(then: Provision | None, now: Provision | None, sides: tuple[Side, Side]) -> Iterator[Doubt]:
    said = {side.label: its.doubt for side, its in zip(sides, (then, now), strict=True) if its and its.doubt}
    if len({*said.values()}) == 1 and len(said) > 1:
        yield Doubt("doubted wording", next(iter(said.values())))
        return
    for label, doubt in said.items():
        yield Doubt("doubted wording", f"{label}: {doubt}")


def _english(shown: Shown | None) -> Iterator[Doubt]:
    if shown and any(each.question == ENGLISH for each in shown.not_under):
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
