"""Loading of constitutions: each file is read when it is first asked for, and checked as it is read."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from majlis.documents.reader import read
from majlis.documents.validated import validated
from majlis.errors import InputError, LawError, Where
from majlis.law.constitution import Constitution
from majlis.law.norm import Norm
from majlis.law.places import KeptByFolder, content, own_content
from majlis.law.provision import Article
from majlis.law.vocabulary import SeatsOf, Vocabulary
from majlis.nearest import remedy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from majlis.documents.document import Document

_NOT_ARTICLES = ("constitution", "vocabulary", "catalogue", "coverage", "claims")


def article_of(cite: str) -> str:
    """The article that a citation belongs to: `1` for `1.II:office`."""
    return cite.partition(":")[0].partition(".")[0]


def _place(article: str) -> tuple[bool, list[int], str]:
    """Where an article stands: numbered ones by number (98-1 after 98), then those with a name."""
    numbers = [int(part) for part in article.split("-") if part.isdigit()]
    return not numbers, numbers, article


class Law:
    """One constitution: its frame, its vocabulary and its norms by citation."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._articles: dict[str, dict[str, Norm]] = {}

    @property
    def root(self) -> Path:
        """The folder of all the content that the constitution is a part of."""
        return self.folder.parent.parent

    @cached_property
    def constitution(self) -> Constitution:
        """Editions, bodies, offices, matters and shared questions."""
        document = read(self.folder / "constitution.yaml")
        frame = validated(Constitution, document)
        for kind in ("bodies", "offices", "groups", "matters"):
            for name, item in getattr(frame, kind).items():
                for edition in (item.from_, item.until):
                    if edition is not None and edition not in frame.names:
                        where = document.where((kind, name))
                        raise LawError(
                            f"{name}: there is no edition {edition!r}", where=where, remedy=remedy(edition, frame.names)
                        )
        return frame

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The acts and their fields."""
        document = read(self.folder / "vocabulary.yaml")
        vocabulary = validated(Vocabulary, document)
        for name, kind in vocabulary.acts.items():
            where = document.where(("acts", name, "like"))
            if kind.like is not None and kind.like not in vocabulary.acts:
                raise LawError(f"unknown act {kind.like!r}", where=where, remedy=remedy(kind.like, vocabulary.acts))
            if kind.like is not None and vocabulary.acts[kind.like].like is not None:
                raise LawError(
                    f"{name} is like {kind.like}, which is like another act itself",
                    where=where,
                    remedy="Name the act that has the fields",
                )
        return vocabulary

    @property
    def editions(self) -> tuple[str, ...]:
        """The names of the editions, oldest first."""
        return self.constitution.names

    def articles(self) -> list[str]:
        """The articles that have a rule file, in order."""
        found = [path.stem for path in self.folder.glob("*.yaml") if path.stem not in _NOT_ARTICLES]
        return sorted(found, key=_place)

    def article(self, name: str) -> dict[str, Norm]:
        """The norms of an article, by citation. Raises InputError if it has no rule file."""
        if name not in self._articles:
            path = self.folder / f"{name}.yaml"
            if name not in self.articles():
                what = f"{self.folder.name} has no rules for Article {name}"
                raise InputError(what, remedy=remedy(name, self.articles()))
            self._articles[name] = self._norms(read(path))
        return self._articles[name]

    def norm(self, cite: str) -> Norm:
        """A norm by its citation. Raises InputError for an unknown one, naming the nearest."""
        norms = self.article(article_of(cite))
        if cite not in norms:
            raise InputError(f"{self.folder.name} has no provision {cite}", remedy=remedy(cite, norms))
        return norms[cite]

    def has(self, cite: str) -> bool:
        """Is there a norm of that citation?"""
        article = article_of(cite)
        return article in self.articles() and cite in self.article(article)

    def norms(self) -> list[Norm]:
        """All norms, in the order of the articles."""
        return [norm for article in self.articles() for norm in self.article(article).values()]

    def norms_of(self, kinds: Iterable[str]) -> list[Norm]:
        """The norms of some kinds, in the order of the articles. Files that name none of these are not parsed."""
        wanted = set(kinds)
        texts = {article: (self.folder / f"{article}.yaml").read_text(encoding="utf-8") for article in self.articles()}
        naming = [article for article, text in texts.items() if any(kind in text for kind in wanted)]
        return [norm for article in naming for norm in self.article(article).values() if norm.entry.kind in wanted]

    def seats(self, body: str, edition: str | None = None) -> int:
        """The seats of a body (members) in an edition; without one, the most that it ever had.

        Raises InputError where the text does not state them.
        """
        cite = self.constitution.bodies[body].seats if body in self.constitution.bodies else None
        stated = [self.norm(cite).at(each, {}) for each in ([edition] if edition else self.editions)] if cite else []
        seats = max((each.seats for each in stated if each and each.seats is not None), default=None)
        if seats is None:
            raise InputError(f"the seats of {body} are not stated", remedy="Give the body a provision with `seats:`")
        return seats

    def bound(self, limit: str | SeatsOf | None) -> int | None:
        """The number that a bound of the vocabulary stands for; None where it is another field or nothing."""
        return self.seats(limit.seats_of) if isinstance(limit, SeatsOf) else None

    def _norms(self, document: Document) -> dict[str, Norm]:
        article = validated(Article, document)
        found: dict[str, Norm] = {}
        if Path(document.name).stem != article.article:
            where = document.where(("article",))
            raise LawError(
                f"this file is about Article {article.article}", where=where, remedy="Name the file after its article"
            )
        for number, entry in enumerate(article.provisions):
            path = ("provisions", number)
            if article_of(entry.cite) != article.article or entry.cite in found:
                fault = "stands twice" if entry.cite in found else f"does not belong in Article {article.article}"
                where = document.where((*path, "cite"))
                raise InputError(f"{entry.cite} {fault}", where=where, remedy="Each norm stands once, in its article")
            entries: Any = document.data["provisions"]
            norm = Norm(entry, entries[number], document, path, self.folder.name, self.editions)
            norm.check_texts(self.constitution.texts)
            found[entry.cite] = norm
        return found


@KeptByFolder
def law(name: str) -> Law:
    """The constitution of that name. Raises InputError for an unknown one."""
    folder = content() / "rules" / name
    if name not in constitutions():
        raise InputError(f"unknown constitution {name!r}", remedy=remedy(name, constitutions()))
    return Law(folder)


@KeptByFolder
def constitutions() -> tuple[str, ...]:
    """The names of the constitutions that there are."""
    return tuple(sorted(path.parent.name for path in (content() / "rules").glob("*/constitution.yaml")))


def current() -> str:
    """The constitution that is meant where none is named: the one that came into force last."""
    return max(constitutions(), key=lambda name: law(name).constitution.first_day)


def shown(path: Path) -> str:
    """A content file's path as a reader finds it: from the folder that holds the content."""
    folder = next((each for each in (content(), own_content()) if path.is_relative_to(each)), None)
    return path.relative_to(folder).as_posix() if folder else str(path)


__all__ = ["Law", "Where", "article_of", "constitutions", "current", "law", "shown"]
