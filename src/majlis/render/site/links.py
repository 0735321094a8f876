"""Where the generated pages stand, and links to them: for a provision, a procedure, a case, and within sentences."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from majlis.law.library import Law, article_of, law
from majlis.law.places import KeptByFolder
from majlis.procedure.library import procedure
from majlis.questions.asking import in_words
from majlis.render.site.markdown import escaped
from majlis.render.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = "reference"
# A citation in a sentence: its parts are joined by points, or it has a word of its own after a colon.
_CITATION = re.compile(
    r"(?<![\w/.:-])(?:(?P<word>Articles? )(?P<bare>[\w-]+)|[\w-]+(?:\.[\w-]+)*(?::[a-z][\w-]*)?)(?![\w/])"
)
_NUMBER = re.compile(r"\d+(\.\d+)?$")  # no citation that is worth a guess
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """A name as it stands behind the # of an address."""
    return _NOT_IN_A_NAME.sub("-", name.lower()).strip("-")


@dataclass(frozen=True)
class Links:
    """The links of one page: `here` is its path, `constitution` the one whose citations it uses."""

    constitution: str
    here: str

    @cached_property
    def law(self) -> Law:
        """The constitution that the page is about."""
        return law(self.constitution)

    def to(self, path: str, label: str, anchor: str = "") -> str:
        """A link to a page by its path from the root of the docs; the label is escaped already."""
        goal = "" if path == self.here else posixpath.relpath(path, posixpath.dirname(self.here) or ".")
        return f"[{label}]({goal}{f'#{anchor}' if anchor else ''})" if goal or anchor else label

    def article(self, name: str, label: str = "") -> str:
        """A link to the page of an article."""
        return self.to(article_path(self.constitution, name), label or escaped(name))

    def provision(self, cite: str, label: str = "") -> str:
        """A link to a provision by its citation, or to the first one of a paragraph; the bare text if there is none."""
        text = label or escaped(cite)
        known = _citations(self.constitution).get(cite)
        if known is not None:
            return self.to(article_path(self.constitution, article_of(known)), text, slug(known))
        if article_of(cite) in self.law.articles():
            return self.article(article_of(cite), text)
        return text

    def provisions(self, cites: Iterable[str]) -> list[str]:
        """A link to each of several provisions."""
        return [self.provision(cite) for cite in cites]

    def matter(self, name: str) -> str:
        """A link to a matter, which is called by its title."""
        matters = self.law.constitution.matters
        return self.to(list_path(self.constitution, "matters"), escaped(f"{matters[name].title} ({name})"), slug(name))

    def procedure(self, name: str, label: str = "", step: str = "") -> str:
        """A link to a procedure (by its full name) or to one of its steps."""
        text = label or escaped(procedure(name).file.title)
        return self.to(procedure_path(name), text, f"step-{slug(step)}" if step else "")

    def steps(self, name: str, several: Iterable[str]) -> str:
        """Links to several steps of a procedure, as a list in a sentence."""
        return listed(self.procedure(name, escaped(in_words(step)), step) for step in dict.fromkeys(several))

    def case(self, file: str, of: str, label: str) -> str:
        """A link to a case by its file and the procedure that it is about."""
        return self.to(cases_path(of), label, case_anchor(file))

    def question(self, name: str, label: str) -> str:
        """A link to a question of interpretation."""
        return self.to(list_path(self.constitution, "questions"), label, slug(name))

    def text(self, text: str) -> str:
        """A sentence, escaped, in which every citation that is known is a link."""
        parts: list[str] = []
        at = 0
        for found in _CITATION.finditer(text):
            linked = self._linked(found)
            if linked:
                parts += [escaped_part(text[at : found.start()]), linked]
                at = found.end()
        return "".join([*parts, escaped_part(text[at:])]).strip()

    def _linked(self, found: re.Match[str]) -> str:
        if found["bare"]:
            known = found["bare"] in self.law.articles()
            return f"{found['word']}{self.article(found['bare'])}" if known else ""
        cite = found[0]
        if "." not in cite and ":" not in cite:
            bracketed = found.start() and found.string[found.start() - 1] == "(" and not cite[:1].isdigit()
            return self.provision(cite) if bracketed and cite in _citations(self.constitution) else ""
        if cite in _citations(self.constitution):
            return self.provision(cite)
        if cite in self.law.constitution.matters:
            return self.to(list_path(self.constitution, "matters"), escaped(cite), slug(cite))
        head = article_of(cite)
        return self.article(head, escaped(cite)) if head in self.law.articles() and not _NUMBER.match(cite) else ""


@KeptByFolder
def _citations(constitution: str) -> dict[str, str]:
    """Every citation that can be linked to, with the provision that it stands for."""
    cites = [norm.cite for norm in law(constitution).norms()]
    found = {cite: cite for cite in cites}
    for cite in cites:
        parts = cite.partition(":")[0].split(".")
        for length in range(2, len(parts) + 1):
            found.setdefault(".".join(parts[:length]), cite)
    return found


def escaped_part(text: str) -> str:
    """A part of a sentence, escaped, with the spaces at its ends."""
    inner = escaped(text)
    if not inner:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"


def index_path(constitution: str) -> str:
    """The page that leads to all others of a constitution."""
    return f"{FOLDER}/{constitution}/index.md"


def article_path(constitution: str, name: str) -> str:
    """The page of an article."""
    return f"{FOLDER}/{constitution}/articles/{name}.md"


def procedure_path(name: str) -> str:
    """The page of a procedure, by its full name."""
    constitution, _, stem = name.partition("/")
    return f"{FOLDER}/{constitution}/procedures/{stem}.md"


def cases_path(name: str) -> str:
    """The page of the cases about a procedure."""
    constitution, _, stem = name.partition("/")
    return f"{FOLDER}/{constitution}/cases/{stem}.md"


def list_path(constitution: str, name: str) -> str:
    """A page that lists something of a constitution."""
    return f"{FOLDER}/{constitution}/{name}.md"


def case_anchor(file: str) -> str:
    """The name of a case on its page: its folder and file."""
    folder, _, stem = file.removesuffix(".yaml").rpartition("/")
    return slug(f"{folder.rpartition('/')[2]}-{stem}")


def article_label(its: Law, name: str) -> str:
    """What an article is called: by its number where it has one, and by its title."""
    title = article_title(its, name)
    return f"{name}. {title}" if name[:1].isdigit() else title


def article_title(its: Law, name: str) -> str:
    """The title of an article, as its rule file gives it."""
    norm = next(iter(its.article(name).values()), None)
    return str(norm.document.data.get("title", name)) if norm else name
