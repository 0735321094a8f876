"""The page of the cases about a procedure: what happened, the verdict, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.procedure.library import procedure
from majlis.questions.asking import in_words
from majlis.questions.cases import SHOWN
from majlis.render.site.links import Links, case_anchor, cases_path
from majlis.render.site.markdown import bullets, code, escaped, heading, page, strong
from majlis.render.site.words import KINDS, found_words
from majlis.render.words import cited, day, listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from majlis.questions.cases import JudgedCase
    from majlis.scenario.model import Act, Scenario

_NOT_SEARCHED = "---\nsearch:\n  exclude: true\n---"  # pages of articles and procedures have all titles of cases
_WRONG = ("breached", "failed")
YES_OR_NO = {"true": "yes", "True": "yes", "false": "no", "False": "no"}


def cases_page(name: str, cases: Sequence[JudgedCase]) -> str:
    """All cases about a procedure."""
    links = Links(name.partition("/")[0], cases_path(name))
    opening = (
        f"Each case is a file that majlis decides, for {links.procedure(name)}. Where the text can be read in more "
        "than one way, these are the verdicts under the readings that are taken by default."
    )
    title = heading(1, f"Cases: {escaped(procedure(name).file.title)}")
    return page((_NOT_SEARCHED, title, opening, *(block for each in cases for block in _case(each, links))))


def brief(each: JudgedCase, links: Links) -> str:
    """The verdict in a few words."""
    broken = " The procedure was broken." if each.broken else ""
    return f"{_end(each, links)}{broken}"


def _end(each: JudgedCase, links: Links) -> str:
    parts = [links.text(sentence(each.outcome))] if each.outcome else []
    if each.status == "undetermined" and not each.silences:
        parts.append("Undetermined: not enough is known.")
    parts += [f"The text is silent: {links.text(sentence(says))}" for says in each.silences]
    if each.awaited:
        awaited = listed((escaped(in_words(step)) for step in each.awaited), "or")
        parts.append(f"{'Still to come' if each.outcome else 'Not ended; next comes'}: the {awaited}.")
    return " ".join(parts)


def _case(each: JudgedCase, links: Links) -> Iterator[str]:
    scenario = each.scenario
    yield heading(2, escaped(scenario.title or each.file), case_anchor(each.file))
    yield f"{strong('Verdict:')} {brief(each, links)}"
    conditions = "; ".join(_conditions(scenario))
    yield f"Judged {conditions}." if conditions else ""
    yield strong("What is known") if scenario.given else ""
    yield bullets(_facts(scenario, links))
    yield strong("What happened")
    yield bullets(_act(act, links) for act in scenario.acts) or "Nothing yet."
    yield strong("Why")
    yield _why(each, links)
    yield f"{strong('Note.')} {links.text(sentence(scenario.note))}" if scenario.note else ""
    yield f"{strong('Source.')} {links.text(sentence(scenario.source))}" if scenario.source else ""
    yield f"File: {code(each.file)}"


def _facts(scenario: Scenario, links: Links) -> Iterator[str]:
    """What is given, each fact with the question that it answers."""
    known = procedure(scenario.procedure).file.facts
    for name, value in scenario.given.items():
        asks = links.text(known[name].asks) if name in known else f"{escaped(in_words(name))}:"
        yield f"{asks} {strong(_value(value, links))}"


def _conditions(scenario: Scenario) -> Iterator[str]:
    """On which day, under which text and which readings a case is judged, where its file says so."""
    if scenario.as_of:
        yield f"as of {day(scenario.as_of.isoformat())}"
    if scenario.edition:
        yield f"under the edition of {scenario.edition}"
    if scenario.readings:
        yield f"with the readings {listed(map(code, scenario.readings))}"


def _act(act: Act, links: Links) -> str:
    date = day(act.date.isoformat()) if act.date else "On a day that is not known"
    time = f", {act.time}" if act.time else ""
    fields = [f"{escaped(in_words(name))}: {_value(value, links)}" for name, value in (act.model_extra or {}).items()]
    said = f" ({'; '.join(fields)})" if fields else ""
    note = f" {links.text(sentence(act.note))}" if act.note else ""
    return f"{escaped(f'{date}{time}')}: {strong(escaped(in_words(act.act)))}{said}{note}"


def _value(value: object, links: Links) -> str:
    text = str(value)
    if text in YES_OR_NO:
        return YES_OR_NO[text]
    if isinstance(value, dict):
        return escaped(", ".join(f"{in_words(str(name))} {count}" for name, count in value.items()))
    titles, matters = links.law.constitution.actors(), links.law.constitution.matters
    if text in matters:
        return links.matter(text)
    return escaped(titles.get(text, in_words(text)))


def _why(each: JudgedCase, links: Links) -> str:
    """What went wrong, with the sentence of each rule; then what was found of the others."""
    found: dict[str, dict[str, None]] = {}
    wrong: dict[str, None] = {}
    for one in each.findings:
        if one.result not in SHOWN:
            continue
        said = found_words(one.result, one.kind)
        votes = f" with {one.actual} of {one.required}" if one.actual is not None and one.required else ""
        if one.kind not in KINDS:
            wrong[f"{strong('Out of place')}: the {escaped(in_words(one.step))}. {links.text(sentence(one.says))}"] = (
                None
            )
        elif one.result in _WRONG:
            rule = f"{links.provision(cited(one.provision))}: {links.text(sentence(one.says))}"
            wrong[f"{strong(f'{said}{votes}')}: {rule}"] = None
        else:
            found.setdefault(f"{said}{votes}", {})[cited(one.provision)] = None
    parts = [f"{escaped(said)}: {listed(links.provisions(cites))}." for said, cites in found.items()]
    return "\n\n".join(filter(None, (bullets(wrong), " ".join(parts))))
