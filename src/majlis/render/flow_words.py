"""What stands in the boxes of a flowchart, along its edges, and in its description."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from majlis.procedure.model import ENDED
from majlis.questions.asking import in_words
from majlis.questions.flow import Edge, Flow, How, Kind, Node
from majlis.render.consequences import destination
from majlis.render.needed import label, majority_words, ruling, title, who
from majlis.render.words import left_to, listed, sentence
from majlis.scenario.record import IN_OFFICE, VACANT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.needs import Needs, Rule, StepNeeds
    from majlis.render.needed import Names

_EVENTS = {
    "passed": "passes",
    "failed": "fails",
    "ungoverned": "not governed",
    "missed": "never comes",
    "exhausted": "nobody left",
    IN_OFFICE: "in office",
    VACANT: "vacant before its turn",
    ENDED: "the line is over",
}
_TESTED = {"passed": "yes", "failed": "no"}
_HOW = {How.BOTH: " (both)", How.EITHER: " (either)"}
_LIMITED = ("deadline", "interval")


class Paragraph(NamedTuple):
    """Some words of a box, in bold or not."""

    text: str
    bold: bool = False


def paragraphs(node: Node, mark: str, names: Names, needs: Needs) -> list[Paragraph]:
    """What a box says; `mark` is the number of a step."""
    if node.step is None:
        return [Paragraph(text) for text in _sayings(node)]
    step = node.step
    told = {follows.event for follows in step.follows} >= set(step.acts)
    heading = f"{mark} {in_words(step.step).capitalize() if told else title(step)}".strip()
    by = "" if step.test and step.by is None else f"in turn ({step.line_by}):" if step.line else who(step, names)
    found = [Paragraph(heading, bold=True), *([Paragraph(sentence(by))] if by else [])]
    found += [Paragraph(f"{n}. {names.titles.get(each, each)}") for n, each in enumerate(step.line, 1)]
    found += [Paragraph(text) for text in _rules(step, names)]
    if on := [follows.event for follows in step.follows if "next" in follows.to]:
        found.append(Paragraph(f"On {listed(map(in_words, on), 'or')}, {destination(('next',), 'to', needs, step)}"))
    return found


def _sayings(node: Node) -> Iterator[str]:
    """The sentence of an outcome or a silence."""
    yield sentence(node.says)
    if node.left_to:
        yield left_to(node.left_to)
    if node.goes_on:
        yield "The procedure goes on all the same."


def _rules(step: StepNeeds, names: Names) -> Iterator[str]:
    """Majorities and periods in figures, then the other provisions by their citations."""
    rules = list(ruling(step))
    told = [text for rule in rules if (text := _figures(rule, names) or (_tested(rule) if step.test else ""))]
    yield from told
    others = [rule.provision for rule in rules if not step.test and not _figures(rule, names)]
    if others:
        yield f"{'Rules' if len(others) > 1 else 'Rule'}: {listed(others)}."


def _tested(rule: Rule) -> str:
    """What a test asks of the facts."""
    return f"{(rule.doubt or rule.says).rstrip('.')} ({rule.provision})."


def _figures(rule: Rule, names: Names) -> str:
    held = names.condition(rule.applies) if rule.kind in _LIMITED else ""
    if any(due.votes is not None and not due.counted for due in rule.majorities):
        return _tested(rule)  # what is counted has no name of its own
    due = str(rule.period) if rule.period else ""
    text = majority_words(rule, names) or (f"{due} if {held}" if due and held else due)
    return f"{label(rule)}: {text} ({rule.provision})." if text and not rule.doubt else ""


def edge_words(edge: Edge, kind: Kind) -> str:
    """In which events an edge is taken."""
    words = {**_EVENTS, **_TESTED} if kind is Kind.TEST else _EVENTS
    return f"{listed((words.get(event, in_words(event)) for event in edge.events), 'or')}{_HOW.get(edge.how, '')}"


def description(flow: Flow, marks: dict[str, str], needs: Needs) -> str:
    """The whole chart in words, for those who do not see it."""
    said = [sentence(needs.title)]
    for node in flow.nodes:
        if node.step is None or node.kind is Kind.ALONGSIDE:
            continue
        ways = [_way(edge, node.kind, flow, marks) for edge in flow.out(node.name) if edge.how is not How.NEXT]
        said.append(f"{marks[node.name]} {title(node.step)}: {'; '.join(ways)}.")
    aside = [title(node.step) for node in flow.nodes if node.step and node.kind is Kind.ALONGSIDE]
    return " ".join([*said, *([f"At any time: {listed(aside)}."] if aside else [])])


def _way(edge: Edge, kind: Kind, flow: Flow, marks: dict[str, str]) -> str:
    """An edge in words: the event, and what it leads to."""
    target = flow.node(edge.target)
    after = [_named(flow.node(each.target), marks) for each in flow.out(target.name) if each.how is How.THEN]
    then = f" (if the record goes on: {listed(after, 'or')})" if after else ""
    return f"{edge_words(edge, kind)}: {_named(target, marks)}{then}"


def _named(node: Node, marks: dict[str, str]) -> str:
    if node.step is not None:
        return f"{marks[node.name]} {title(node.step)}"
    return f"{'silence, ' if node.kind is Kind.SILENCE else ''}{node.says.rstrip('.')}"
