"""What a provision rests on: its texts, where it stands in them, and whether the wording at hand is doubted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from majlis.law.library import Law
    from majlis.law.norm import Norm
    from majlis.law.provision import Provision

    Run = tuple[tuple[str, ...], Provision]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a provision rests on in some editions: the names of its texts, and what is doubtful there."""

    editions: tuple[str, ...]
    texts: tuple[str, ...]
    paragraph: str
    source: str
    doubt: str


def grounds(its: Law, norm: Norm, editions: tuple[str, ...]) -> tuple[Ground, ...]:
    """What a norm rests on; one for all the editions, or several where they rest on different texts."""
    return tuple(_ground(its, *run) for run in alike(norm, editions, _said))


def alike(norm: Norm, editions: tuple[str, ...], part: Callable[[Provision], object]) -> list[Run]:
    """The editions that follow one another in which a part of a norm is the same, each run with its first state."""
    found: list[Run] = []
    for edition in editions:
        provision = norm.at(edition, {})
        if provision is None:
            continue
        if found and part(found[-1][1]) == part(provision):
            found[-1] = ((*found[-1][0], edition), found[-1][1])
        else:
            found.append(((edition,), provision))
    return found


def _ground(its: Law, editions: tuple[str, ...], provision: Provision) -> Ground:
    texts = tuple(name for name in its.constitution.texts if name in provision.texts)
    paragraph = provision.paragraph or provision.cite.partition(":")[0]
    return Ground(editions, texts, paragraph, provision.source, provision.doubt)


def _said(provision: Provision) -> object:
    return set(provision.texts), provision.paragraph, provision.source, provision.doubt
