"""Pages that list what a constitution has: questions of interpretation, matters, acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.law.library import article_of
from majlis.law.provision import Option
from majlis.procedure.library import procedure, procedures
from majlis.questions.mattering import live_steps
from majlis.render.site.links import Links, list_path, slug
from majlis.render.site.markdown import bullets, code, escaped, heading, page, strong, table
from majlis.render.site.words import ways
from majlis.render.words import listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.law.library import Law
    from majlis.law.provision import Question

_MATTERS = "Listed subjects on which a majority, or the form of an act, depends."
_HEADER = ("Item", "Subject", "Editions")
_ACTS = "What somebody may do in a procedure, and the words for it in a case file."
Stated = tuple[str, "Question"]
"""A link to where a question is stated, and how."""


def questions_page(its: Law) -> str:
    """Every question of interpretation, with its readings and the places where it is raised."""
    links = Links(its.folder.name, list_path(its.folder.name, "questions"))
    raised: dict[str, list[Stated]] = {}
    for place, name, question in _raised(its, links):
        raised.setdefault(name, []).append((place, question))
    names = sorted({*its.constitution.questions, *raised})
    opening = (
        f"Where the {escaped(its.constitution.title)} can be read in more than one way. One reading of each question "
        "is taken unless another is asked for; every verdict says when another one would change it."
    )
    blocks = (block for name in names for block in _question(its, links, name, raised.get(name, [])))
    return page((heading(1, "Questions of interpretation"), opening, *blocks))


def _raised(its: Law, links: Links) -> Iterator[tuple[str, str, Question]]:
    for norm in its.norms():
        for name, question in norm.entry.readings.items():
            yield links.provision(norm.cite), name, question
    for full in procedures():
        if full.partition("/")[0] == its.folder.name:
            for step in live_steps(procedure(full)):
                for name, question in step.readings.items():
                    title = escaped(procedure(full).file.title)
                    yield links.procedure(full, f"{title}, {ways(step.step)}", step.step), name, question


def _question(its: Law, links: Links, name: str, stated: list[Stated]) -> Iterator[str]:
    shared = its.constitution.questions.get(name)
    asks = shared.asks if shared else next((each.asks for _, each in stated if each.asks), "")
    yield heading(2, ways(name).capitalize(), slug(name))
    yield links.text(asks)
    options: dict[str, list[Option]] = {}
    for _, question in stated:
        for reading, option in question.options.items():
            options.setdefault(reading, []).append(option)
    for reading, source in (shared.readings if shared else {}).items():
        options.setdefault(reading, []).append(Option(source=source))
    default = shared.default if shared else ""
    names = dict.fromkeys([*([default] if default else []), *options])
    yield bullets(_reading(each, options.get(each, []), links, default=each == default) for each in names)
    yield f"Raised by {listed(dict.fromkeys(place for place, _ in stated))}." if stated else ""
    yield f"Written {', '.join(code(f'{name}={each}') for each in names)}."


def _reading(name: str, options: list[Option], links: Links, *, default: bool) -> str:
    """A reading with its sources, each once."""
    taken = default or any(each.default for each in options)
    sources = dict.fromkeys(links.text(sentence(each.source)) for each in options if each.source)
    said = f": {' '.join(sources)}" if sources else "."
    return f"{strong(ways(name))}{', taken unless another is asked for' if taken else ''}{said}"


def matters_page(its: Law) -> str:
    """The listed subjects that decide a majority or a form."""
    links = Links(its.folder.name, list_path(its.folder.name, "matters"))
    rows = [_matter(its, name, links, f'<a id="{slug(name)}"></a>') for name in its.constitution.matters]
    return page((heading(1, "Matters"), _MATTERS, table(_HEADER, rows)))


def matters_of(its: Law, article: str, links: Links) -> Iterator[str]:
    """The list that stands in an article, if there is one."""
    named = [name for name in its.constitution.matters if article_of(name) == article]
    if len(named) > 1:
        yield heading(2, "What it lists", "what-it-lists")
        yield table(_HEADER, [_matter(its, name, links) for name in named])


def _matter(its: Law, name: str, links: Links, before: str = "") -> list[str]:
    """An item with its subject, and the editions that have it."""
    matter = its.constitution.matters[name]
    having = [edition for edition in its.editions if its.constitution.has(matter, edition)]
    note = f" {links.text(sentence(matter.note))}" if matter.note else ""
    dated = "all" if len(having) == len(its.editions) else listed(having)
    return [
        f"{before}{escaped(name)}",
        f"{links.text(matter.title)}.{note}" if note else links.text(matter.title),
        dated,
    ]


def acts_page(its: Law) -> str:
    """Every act that a case can record, and the questions that its fields answer."""
    links = Links(its.folder.name, list_path(its.folder.name, "acts"))
    return page(
        (
            heading(1, "Acts"),
            _ACTS,
            *(block for name in its.vocabulary.acts for block in _act(its, links, name)),
        )
    )


def _act(its: Law, links: Links, name: str) -> Iterator[str]:
    kind = its.vocabulary.act(name)
    yield heading(2, code(name), slug(name))
    yield links.text(sentence(kind.says))
    yield bullets(f"{code(field)}: {links.text(each.asks)}{_choices(each.type)}" for field, each in kind.fields.items())


def _choices(kind: str | tuple[str, ...]) -> str:
    """The words that a field may be, or its type."""
    return f" ({', '.join(map(code, kind))})" if isinstance(kind, tuple) else f" ({escaped(kind)})"
