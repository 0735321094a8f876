"""What stands otherwise in one state of a constitution than in another: provisions, matters, and what they touch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from majlis.law.library import article_of, shown
from majlis.law.provision import Provision
from majlis.questions.compare.frame_changed import FrameChange, frame_changed
from majlis.questions.compare.steps_changed import ProcedureChange, procedures_changed
from majlis.questions.stated import in_other_words
from majlis.questions.uses import every_use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.law.constitution import Matter
    from majlis.law.norm import Norm
    from majlis.questions.compare.side import Side

How = Literal["added", "dropped", "changed"]
MATTER = "matter"
# What a rule file says about a text, and not what the text says: to change it amends nothing.
ABOUT = frozenset(("source", "texts", "doubt", "note", "not_known"))
READINGS = "readings"


@dataclass(frozen=True, slots=True)
class ProvisionChange:
    """A provision, or an item of a list, that one side has otherwise than the other, or that only one of them has.

    `keys` are the keys in which the norm itself differs, `about` those in which only what is said about the text
    does, its readings among them; `was` tells the former in words. `within` says of an added one that its paragraph
    stands already. `where` is its place in its file.
    """

    provision: str
    article: str
    kind: str
    how: How
    before: str
    after: str
    keys: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    within: bool = False
    where: str = ""
    procedures: tuple[str, ...] = ()
    """The procedures that use it, on either side."""
    not_amended: tuple[str, ...] = ()
    """Why the rules have it otherwise though nobody amended the text, where that is so."""

    @property
    def amends(self) -> bool:
        """Is the text itself another, and not only what is said about it or what the rules make of it?"""
        return not self.not_amended and self.restated

    @property
    def restated(self) -> bool:
        """Do the rules state another norm, and not only say something else about it?"""
        return self.how != "changed" or bool(self.keys)


@dataclass(frozen=True, slots=True)
class Changed:
    """All that differs between two states of a constitution."""

    provisions: tuple[ProvisionChange, ...]
    procedures: tuple[ProcedureChange, ...]
    frame: tuple[FrameChange, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles whose text is touched, in order."""
        return tuple(dict.fromkeys(each.article for each in self.provisions if each.amends))

    def amending(self, *how: How) -> tuple[ProvisionChange, ...]:
        """The provisions whose text is touched in one of these ways."""
        return tuple(each for each in self.provisions if each.amends and each.how in how)


def changed(before: Side, after: Side) -> Changed:
    """What the second side has otherwise than the first, each under its default readings. Raises InputError."""
    procedures = _procedures(before, after)
    found = [*_provisions(before, after, procedures), *_matters(before, after)]
    order = {name: place for place, name in enumerate(dict.fromkeys((*before.law.articles(), *after.law.articles())))}
    found.sort(key=lambda each: order.get(each.article, len(order)))
    return Changed(tuple(found), procedures_changed(before, after), frame_changed(before, after))


def _procedures(*sides: Side) -> dict[str, dict[str, None]]:
    """The procedures that use each provision, on whichever side."""
    found: dict[str, dict[str, None]] = {}
    for each in sides:
        for cite, use in every_use(each.law):
            found.setdefault(cite, {})[use.procedure] = None
    return found


def _provisions(before: Side, after: Side, procedures: dict[str, dict[str, None]]) -> Iterator[ProvisionChange]:
    old, new = _standing(before), _standing(after)
    paragraphs = {paragraph(each) for _, each in old.values()}
    for cite in dict.fromkeys((*new, *old)):
        using = tuple(procedures.get(cite, ()))
        if cite not in old:
            norm, stands = new[cite]
            within = paragraph(stands) in paragraphs
            why = _not_amended(before, after, norm)
            yield _one(norm, stands, "added", after=stands.says, within=within, procedures=using, not_amended=why)
        elif cite not in new:
            norm, stands = old[cite]
            why = _not_amended(before, after, norm)
            yield _one(norm, stands, "dropped", before=stands.says, procedures=using, not_amended=why)
        else:
            why = _not_amended(before, after, new[cite][0])
            yield from _otherwise(old[cite], new[cite], (before.edition, after.edition), using, why)


def _not_amended(before: Side, after: Side, norm: Norm) -> tuple[str, ...]:
    """Why a norm is otherwise in one of two editions though nobody amended the text; a later one may come first.

    What a draft says of itself is no such reason: whatever it states otherwise, it amends.
    """
    if before.law is not after.law:
        return ()
    order = norm.editions
    return norm.not_amended(*sorted((before.edition, after.edition), key=order.index))


def _standing(side: Side) -> dict[str, tuple[Norm, Provision]]:
    """The provisions that a side has, by citation."""
    found = ((norm, norm.at(side.edition, {})) for norm in side.law.norms())
    return {norm.cite: (norm, stands) for norm, stands in found if stands is not None}


def paragraph(stands: Provision) -> str:
    """Where a provision stands in the text."""
    return stands.paragraph or stands.cite.partition(":")[0]


def _otherwise(
    old: tuple[Norm, Provision],
    new: tuple[Norm, Provision],
    editions: tuple[str, str],
    using: tuple[str, ...],
    not_amended: tuple[str, ...],
) -> Iterator[ProvisionChange]:
    """The provision, if it differs in any key or in its readings."""
    (was, then), (norm, now) = old, new
    differ = [name for name in Provision.model_fields if getattr(then, name) != getattr(now, name)]
    about = [name for name in differ if name in ABOUT]
    if _read(was, editions[0]) != _read(norm, editions[1]):
        about.append(READINGS)
    keys = tuple(name for name in differ if name not in ABOUT)
    if keys or about:
        words = tuple(in_other_words(then, now)) if keys else ()
        yield _one(
            norm, now, "changed", before=then.says, after=now.says, keys=keys, about=tuple(about), was=words,
            procedures=using, not_amended=not_amended,
        )  # fmt: skip


def _read(norm: Norm, edition: str) -> dict[str, dict[str, Any]]:
    """What the readings of a norm make of it in an edition; where they come from is another matter."""
    return {
        question: {name: option.model_dump(include={"default", "set"}) for name, option in options.items()}
        for question, options in norm.questions(edition).items()
    }


def _one(norm: Norm, stands: Provision, how: How, *, before: str = "", after: str = "", **more: Any) -> ProvisionChange:
    return ProvisionChange(
        f"{norm.constitution}/{norm.cite}", article_of(norm.cite), stands.kind, how, before, after,
        where=_place(norm), **more,
    )  # fmt: skip


def _place(norm: Norm) -> str:
    where = norm.where
    return f"{shown(Path(where.file or ''))}:{where.line}"


def _matters(before: Side, after: Side) -> Iterator[ProvisionChange]:
    """The items of the lists that decide a majority or a form."""
    old, new = _listed(before), _listed(after)
    for name in dict.fromkeys((*new, *old)):
        then, now = (each[name].title if name in each else "" for each in (old, new))
        if then != now:
            how: How = "changed" if then and now else "added" if now else "dropped"
            yield ProvisionChange(
                f"{after.constitution}/{name}", article_of(name), MATTER, how, then, now,
                keys=("title",) if how == "changed" else (),
            )  # fmt: skip


def _listed(side: Side) -> dict[str, Matter]:
    frame = side.law.constitution
    return {name: matter for name, matter in frame.matters.items() if frame.has(matter, side.edition)}
