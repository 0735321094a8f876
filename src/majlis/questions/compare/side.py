"""One side of a comparison: a constitution as it stands in one edition, in force or in a draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.errors import InputError, Where
from majlis.law.library import constitutions, law
from majlis.nearest import remedy

if TYPE_CHECKING:
    from majlis.law.library import Law


@dataclass(frozen=True)
class Side:
    """The law of one edition; `label` is what it is called in an answer."""

    law: Law
    edition: str
    label: str

    @property
    def constitution(self) -> str:
        """The name of the constitution."""
        return self.law.folder.name


def side(name: str) -> Side:
    """An edition by its name, alone (`1950`) or behind that of its constitution (`isle/1950`).

    Raises InputError where there is none, and where several constitutions have one of that name.
    """
    of, _, edition = name.rpartition("/")
    if of and of not in constitutions():
        what = f"unknown constitution {of!r}"
        raise InputError(what, where=Where(name), remedy=remedy(of, constitutions()))
    having = [each for each in ((of,) if of else constitutions()) if edition in law(each).editions]
    if not having:
        known = [each for one in ((of,) if of else constitutions()) for each in law(one).editions]
        raise InputError(f"there is no edition {edition!r}", where=Where(name), remedy=remedy(edition, known))
    if len(having) > 1:
        advice = f"Write {' or '.join(f'{each}/{edition}' for each in having)}"
        raise InputError(f"several constitutions have an edition {edition}", where=Where(name), remedy=advice)
    return Side(law(having[0]), edition, edition)
