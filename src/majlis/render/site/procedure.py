"""The page of a procedure: its chart, its steps in sentences, what the text leaves open, and its cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.procedure.library import procedure
from majlis.questions.asking import in_words
from majlis.questions.mattering import mattering
from majlis.questions.need import need
from majlis.render.flow_svg import flow_svg
from majlis.render.site import procedure_steps as steps
from majlis.render.site.cases import brief
from majlis.render.site.links import Links, cases_path, index_path, procedure_path, slug
from majlis.render.site.markdown import bullets, code, escaped, folded, found_first, heading, page, plural, tab
from majlis.render.site.words import editions_words
from majlis.render.words import listed, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from majlis.questions.cases import JudgedCase
    from majlis.questions.needs import Needs

_CASES_SHOWN = 8


class ProcedurePage:
    """A procedure in each edition, those in which it is the same drawn together."""

    def __init__(self, name: str, cases: Sequence[JudgedCase]) -> None:
        """Ask what the procedure needs in each edition."""
        self.name = name
        self.cases = cases
        self.its = procedure(name)
        self.links = Links(self.its.law.folder.name, procedure_path(name))
        self.needs = {edition: need(name, edition=edition) for edition in self.its.law.editions}

    @property
    def latest(self) -> Needs:
        """What the procedure needs in the latest edition."""
        return self.needs[self.its.law.editions[-1]]

    def charts(self) -> dict[str, str]:
        """The flowcharts by path from the root of the docs: one for each run of editions with the same steps."""
        return {self._chart(editions): flow_svg(self.needs[editions[-1]]) for editions in self.runs()}

    def runs(self) -> list[tuple[str, ...]]:
        """Editions that follow one another in which the procedure reads the same, oldest first."""
        found: list[tuple[str, ...]] = []
        for edition, needs in self.needs.items():
            if found and _plain(self.needs[found[-1][0]]) == _plain(needs):
                found[-1] = (*found[-1], edition)
            else:
                found.append((edition,))
        return found

    def _chart(self, editions: tuple[str, ...]) -> str:
        return procedure_path(self.name).replace(".md", f"-{editions[-1]}.svg")

    def text(self) -> str:
        """The whole page, as Markdown."""
        return page(
            (
                found_first(),
                heading(1, escaped(self.its.file.title)),
                self._opening(),
                heading(2, "The course at a glance", "chart"),
                *self._charts(),
                heading(2, "Step by step", "steps"),
                f"In the {editions_words(self.runs()[-1])}. Articles stand in brackets.",
                *steps.told(self.latest, self.links),
                *self._elsewhere(),
                *self._earlier(),
                *self._ends(),
                *steps.left_open(self.latest, self.links),
                *steps.questions(self.its, self.latest, self.links),
                *steps.law(self.latest, self.links),
                *self._cases(),
                *self._names(),
            )
        )

    def _opening(self) -> str:
        title = self.links.to(index_path(self.links.constitution), escaped(self.its.law.constitution.title))
        course = [each for each in self.latest.steps if not each.alongside]
        ends = plural(len(mattering(self.its).outcomes), "way") + " to end"
        same = "" if len(self.runs()) > 1 else ", the same in every edition"
        return f"{title}. {plural(len(course), 'step')}, {ends}{same}; {plural(len(self.cases), 'case')} worked out."

    def _charts(self) -> Iterator[str]:
        runs = self.runs()[::-1]
        drawn = {runs_: f"![{self._alt(runs_)}]({self._file(runs_)}){{ .chart }}" for runs_ in runs}
        if len(runs) == 1:
            yield drawn[runs[0]]
        else:
            yield "\n\n".join(tab(_editions(each), image) for each, image in drawn.items())
        files = (f"[{escaped(_editions(each))}]({self._file(each)})" for each in runs)
        guide = self.links.to("how-to/see-a-procedure.md", "how to read it", "as-a-flowchart")
        yield f"The chart alone, to enlarge or print: {listed(files)}; {guide}."

    def _alt(self, editions: tuple[str, ...]) -> str:
        return escaped(f"Flowchart of the procedure in the {editions_words(editions)}; its steps are told below")

    def _file(self, editions: tuple[str, ...]) -> str:
        return self._chart(editions).rpartition("/")[2]

    def _elsewhere(self) -> Iterator[str]:
        """The steps that the latest edition does not lead to, so that every step has its place on the page."""
        here = {step.step for step in self.latest.steps}
        every = [*mattering(self.its).steps, *(step.step for step in self.its.file.alongside)]
        for name in (each for each in every if each not in here):
            having = [edition for edition, needs in self.needs.items() if name in {step.step for step in needs.steps}]
            yield heading(3, escaped(in_words(name)).capitalize(), f"step-{slug(name)}")
            where = f"in the {editions_words(having)}" if having else "under another reading"
            yield f"A step {where}; nothing leads to it in the {editions_words(self.runs()[-1])} by default."

    def _earlier(self) -> Iterator[str]:
        """The steps that were otherwise in earlier editions."""
        for editions in self.runs()[-2::-1]:
            body = steps.otherwise(self.needs[editions[-1]], self.latest, self.links)
            yield folded(f"Otherwise in the {editions_words(editions)}", body, "abstract")

    def _ends(self) -> Iterator[str]:
        yield heading(2, "How it can end", "outcomes")
        outcomes = self.its.file.outcomes
        yield bullets(self.links.text(sentence(outcomes[each])) for each in mattering(self.its).outcomes)

    def _cases(self) -> Iterator[str]:
        yield heading(2, "Cases", "cases")
        if not self.cases:
            yield "None yet."
            return
        yield self.links.to(cases_path(self.name), "All cases with their acts and verdicts") + ". Some of them:"
        yield bullets(self._case(each) for each in self.cases[:_CASES_SHOWN])
        if more := self.cases[_CASES_SHOWN:]:
            yield folded(f"{plural(len(more), 'more case')}", bullets(map(self._case, more)), "example")

    def _case(self, each: JudgedCase) -> str:
        title = escaped(each.scenario.title or each.file)
        return f"{self.links.case(each.file, self.name, title)}: {brief(each, self.links)}"

    def _names(self) -> Iterator[str]:
        yield heading(2, "Technical names", "names")
        found = mattering(self.its)
        facts: Mapping[str, str] = {name: self.its.file.facts[name].asks for name in found.facts}
        outcomes = ", ".join(map(code, found.outcomes))
        yield bullets(
            (
                f"Name {code(self.name)}, in {code(f'procedures/{self.name}.yaml')}",
                f"Commands {code(f'majlis need {self.name}')} and {code(f'majlis scenarios {self.name}')}",
                f"Steps {', '.join(code(each.step) for each in self.latest.steps)}",
                f"Outcomes {outcomes}",
                *(f"Fact {code(name)}: {self.links.text(asks)}" for name, asks in facts.items()),
            )
        )


def _plain(needs: Needs) -> object:
    return needs.steps, needs.outcomes


def _editions(editions: tuple[str, ...]) -> str:
    return listed(editions)
