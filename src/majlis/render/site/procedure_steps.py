"""Of a procedure's page: each step in sentences with links, what is left open at it, and the law that it uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.questions.asking import in_words
from majlis.render.consequences import consequences
from majlis.render.needed import names_of, rule_words, ruling, title, who
from majlis.render.needs import bare, marked
from majlis.render.page import Part
from majlis.render.site.links import slug
from majlis.render.site.markdown import bullets, escaped, heading, page, strong
from majlis.render.site.words import KINDS, ways
from majlis.render.words import left_to as left_to_law
from majlis.render.words import listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.procedure.library import Procedure
    from majlis.questions.needs import Needs, StepNeeds
    from majlis.render.site.links import Links


def told(needs: Needs, links: Links) -> Iterator[str]:
    """Every step under a heading of its own."""
    for mark, step in marked(needs):
        yield heading(3, f"{escaped(mark)} {escaped(title(step))}", f"step-{slug(step.step)}")
        yield from _body(step, needs, links)


def _body(step: StepNeeds, needs: Needs, links: Links) -> Iterator[str]:
    """Who acts, the rules, and what follows."""
    by = who(step, names_of(needs))
    yield links.text(sentence(by)) if by else ""
    yield bullets(_rule(words, links) for words in _rules(step, needs))
    yield " ".join(links.text(part.text) for part in consequences(step, needs) if isinstance(part, Part))
    if bare(step):
        yield "It may happen at any time, and no rule of its own is encoded."


def _rules(step: StepNeeds, needs: Needs) -> list[str]:
    names = names_of(needs)
    return [rule_words(rule, names) for rule in ruling(step)]


def _rule(words: str, links: Links) -> str:
    """A rule with what it is about in bold."""
    label, colon, rest = words.partition(": ")
    return f"{strong(escaped(label))}: {links.text(rest)}" if colon and " " not in label else links.text(words)


def otherwise(needs: Needs, latest: Needs, links: Links) -> str:
    """The steps that read otherwise than in the latest edition."""
    now = {step.step: list(_body(step, latest, links)) for step in latest.steps}
    blocks: list[str] = []
    for mark, step in marked(needs):
        body = list(_body(step, needs, links))
        if body != now.get(step.step):
            blocks += [strong(f"{escaped(mark)} {escaped(title(step))}"), *body]
    here = {step.step for step in needs.steps}
    gone = [in_words(step.step) for step in latest.steps if step.step not in here]
    if gone:
        blocks.append(f"There was no step of these names: {escaped(listed(gone))}.")
    return page(blocks or ["The steps read the same; other words of the rules differ."])


def left_open(needs: Needs, links: Links) -> Iterator[str]:
    """The silences, each with the step at which it lies."""
    found: dict[str, tuple[list[str], str]] = {}
    for step in needs.steps:
        for each in step.follows:
            if each.silent:
                places, _ = found.setdefault(each.silent, ([], left_to_law(each.left_to)))
                places.append(step.step)
    if not found:
        return
    yield heading(2, "What the text leaves open", "left-open")
    yield bullets(
        f"{links.text(f'{sentence(text)} {left}')} (at the {links.steps(needs.procedure, of)})"
        for text, (of, left) in found.items()
    )


def questions(its: Procedure, needs: Needs, links: Links) -> Iterator[str]:
    """The questions of interpretation that matter at the steps."""
    found: dict[str, list[str]] = {}
    for step in needs.steps:
        for question in step.open:
            found.setdefault(question, []).append(step.step)
    if not found:
        return
    yield heading(2, "Where readers differ", "where-readers-differ")
    yield bullets(
        f"{links.question(question, ways(question).capitalize())}, at the {links.steps(its.name, of)}"
        for question, of in found.items()
    )


def law(needs: Needs, links: Links) -> Iterator[str]:
    """Every provision at the steps, with what it is for."""
    found: dict[str, str] = {}
    for step in needs.steps:
        for rule in (*((step.by,) if step.by else ()), *step.rules):
            found.setdefault(rule.provision, rule.kind)
    yield heading(2, "The law that it rests on", "law")
    ordered = [norm.cite for norm in links.law.norms() if norm.cite in found]
    yield bullets(f"{links.provision(cite)}: {KINDS.get(found[cite], found[cite])}" for cite in ordered)
