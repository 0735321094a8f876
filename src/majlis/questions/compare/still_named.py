"""Does a draft drop a provision that procedures go on to name?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from majlis.documents.reader import read
from majlis.documents.source import shown_name
from majlis.errors import InputError, Where
from majlis.law.draft import PROCEDURES, RULES
from majlis.law.library import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.documents.document import Key, Node
    from majlis.law.draft import Draft
    from majlis.law.library import Law

_STEPS = ("steps", "alongside")


def refuse_what_is_still_named(draft: Draft, before: Law, after: Law) -> None:
    """Refuse a draft that drops provisions from the rules and leaves them in steps of procedures.

    Raises InputError with the file and line of the first such place, and with the others behind it.
    """
    for cite in _dropped(draft, before, after):
        if places := list(_naming(draft, cite)):
            first, *others = (Where(_known_as(each, draft), each.line, each.key) for each in places)
            also = f"; so do {', '.join(f'{each.file}:{each.line}' for each in others)}" if others else ""
            raise InputError(f"names {cite}, which the draft drops{also}", where=first, remedy=_advice(cite))


def _advice(cite: str) -> str:
    return (
        f"Put copies of these procedures into the draft, in {PROCEDURES}/, and take {cite} out of their steps there, "
        f"saying what is to follow without it; or leave {cite} in the rules"
    )


def _dropped(draft: Draft, before: Law, after: Law) -> Iterator[str]:
    """The provisions that the edited articles have no more."""
    standing = set(before.articles())
    for place in draft.files:
        kind, _, name = place.split("/")
        article = Path(name).stem
        if kind == RULES and article in standing:
            yield from (cite for cite in before.article(article) if not after.has(cite))


def _naming(draft: Draft, cite: str) -> Iterator[Where]:
    """The places in steps that name a provision, in every procedure as the draft has it, once for each line."""
    for path in sorted((draft.content / PROCEDURES / draft.constitution).glob("*.yaml")):
        document = read(path)
        found = (
            document.where(key)
            for part in _STEPS
            for key, said in _said(document.data.get(part, []), (part,))
            if said == cite
        )
        yield from {each.line: each for each in found}.values()


def _said(node: Node, key: Key) -> Iterator[tuple[Key, str]]:
    """Every string below a place, with where it stands."""
    if isinstance(node, str):
        yield key, node
    else:
        for name, inner in node.items() if isinstance(node, dict) else enumerate(node):
            yield from _said(inner, (*key, name))


def _known_as(where: Where, draft: Draft) -> str:
    """The name of a file for the reader: short for one that the draft leaves as it is."""
    name = where.file or ""
    return name if name in map(shown_name, draft.files.values()) else shown(Path(name))
