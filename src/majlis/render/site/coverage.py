"""Of a constitution's first page: how much of its text is encoded, and what is left out for which reason."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from majlis.law.coverage import survey
from majlis.render.checked import REASONS
from majlis.render.site.markdown import bullets, escaped, folded, heading, plural, strong
from majlis.render.words import listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from majlis.law.coverage import Clause, Entry
    from majlis.law.library import Law
    from majlis.render.site.links import Links

FILES = ("catalogue.yaml", "coverage.yaml")


def covered(its: Law, links: Links) -> Iterator[str]:
    """What became of each clause of the text; nothing where no survey of the text was made."""
    if not all((its.folder / name).exists() for name in FILES):
        return
    found = survey(its.folder)
    if found is None:
        return
    clauses, entries = found.catalogue.clauses, found.coverage.clauses
    out = {name: each for name, each in entries.items() if each.left_out and name in clauses}
    yield heading(2, "How much of the text is here", "coverage")
    yield (
        f"Of {plural(len(clauses), 'clause')} that bear on how things get decided, {len(entries) - len(out)} are "
        f"encoded and {len(out)} left out, each for a reason."
    )
    counts = Counter(each.left_out for each in out.values() if each.left_out)
    for reason, count in counts.most_common():
        several = {name: each for name, each in out.items() if each.left_out == reason}
        label = f"{sentence(REASONS.get(reason, reason)).rstrip('.')}: {count}"
        yield folded(label, bullets(_left_out(several, clauses, links)))


def _left_out(several: Mapping[str, Entry], clauses: Mapping[str, Clause], links: Links) -> Iterator[str]:
    for name, each in several.items():
        clause = clauses[name]
        where = f"{strong(links.provision(clause.article))} ({escaped(listed(clause.editions))})"
        yield f"{where}: {links.text(sentence(each.says))} {links.text(sentence(each.because))}"
