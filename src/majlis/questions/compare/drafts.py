"""What would a draft change, and which road must it take?"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from majlis.documents.reader import read
from majlis.errors import InputError, Where
from majlis.law.draft import RULES, opened_draft
from majlis.law.library import law
from majlis.law.places import content_at
from majlis.procedure.library import procedures_of
from majlis.questions.compare.changed import Changed, changed
from majlis.questions.compare.differences import Effects  # noqa: TC001 - pydantic reads the annotations at run time
from majlis.questions.compare.effect import Progress, effects_or_why_not, quietly
from majlis.questions.compare.road import Roads, roads
from majlis.questions.compare.side import Side
from majlis.questions.compare.still_named import refuse_what_is_still_named
from majlis.questions.judgement import program_of
from majlis.questions.loading import choices_to_try

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.law.draft import Draft

SCHEMA = "majlis/compare_draft/1"
LABEL = "the draft"


@dataclass(frozen=True)
class DraftSides:
    """A draft that is open, with the law that it amends: the newest edition, in force and as it would be."""

    draft: Draft
    before: Side
    after: Side


@dataclass(frozen=True, slots=True)
class DraftCompared:
    """What a draft would change in the newest edition, and the road to it.

    `without_effect` are files of the draft that differ from what is in force and change nothing in that edition.
    """

    constitution: str
    edition: str
    folder: str
    files: tuple[str, ...]
    road: Roads
    changed: Changed
    effects: Effects | None
    unproved: str
    """Why nothing is said of what it does to cases, where that is so."""
    without_effect: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """The answer as plain data."""
        return {"schema": SCHEMA, **asdict(self)}


def compare_draft(folder: Path | str, constitution: str, progress: Progress = quietly) -> DraftCompared:
    """The road of a draft, what it changes, and what that does to cases.

    Raises InputError, naming the draft's own files.
    """
    with draft_sides(Path(folder), constitution) as sides:
        found = changed(sides.before, sides.after)
        _lowered(sides.after, found)
        made, why = effects_or_why_not(sides.before, sides.after, found, progress)
        return DraftCompared(
            constitution, sides.before.edition, str(folder),
            tuple(str(path) for path in sides.draft.files.values()),
            roads(sides.before, found), found, made, why, tuple(_without_effect(sides, found)),
        )  # fmt: skip


@contextmanager
def draft_sides(folder: Path, constitution: str) -> Iterator[DraftSides]:
    """The law in force and the law of a draft, side by side for a while. Raises InputError."""
    with opened_draft(folder, constitution) as draft:
        its = law(constitution)
        with content_at(draft.content):
            drafted = law(constitution)
            refuse_what_is_still_named(draft, its, drafted)
        before = Side(its, its.editions[-1], its.editions[-1])
        yield DraftSides(draft, before, Side(drafted, drafted.editions[-1], LABEL))


def _lowered(after: Side, found: Changed) -> None:
    """Refuse a draft whose norms do not fit the procedures that use them. Raises InputError, with file and line."""
    touched = {each.procedure for each in found.procedures}
    touched |= {name for each in found.provisions for name in each.procedures}
    for its in procedures_of(after.law):
        for choices in choices_to_try(its) if its.name in touched else ():
            try:
                program_of(its, after.edition, choices)
            except InputError as error:
                raise error.at(Where(its.document.name)) from None


def _without_effect(sides: DraftSides, found: Changed) -> Iterator[str]:
    """The rule files of a draft that differ and do not show in the newest edition.

    A procedure that says what it takes over anyway differs without effect as well, and on purpose.
    """
    shown, articles = {each.article for each in found.provisions}, sides.before.law.articles()
    for place, path in sides.draft.files.items():
        kind, _, name = place.split("/")
        article, standing = Path(name).stem, sides.before.law.folder / name
        if kind == RULES and article in articles and article not in shown and read(path).data != read(standing).data:
            yield str(path)
