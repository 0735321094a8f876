"""Words of the pages: what kinds of norm are called, which editions, and what was found of a norm in a case."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.law.provision import COUNTED
from majlis.procedure.library import procedure
from majlis.questions.asking import in_words, questions_of
from majlis.render.conditions import condition_words
from majlis.render.site.markdown import escaped
from majlis.render.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from majlis.questions.explain import Explained
    from majlis.questions.stated import Figure, State
    from majlis.render.site.links import Links

KINDS = {
    "threshold": "how much is needed",
    "quorum": "how many must be there",
    "deadline": "by when",
    "interval": "how long to wait",
    "term": "how long it lasts",
    "competence": "who may act",
    "eligibility": "a condition",
    "precondition": "what must come first",
    "prohibition": "what is forbidden",
    "succession": "who follows whom",
    "effect": "what follows",
    "composition": "how many members",
}
_FOUND = {
    "met": ("Kept", "Reached"),
    "breached": ("Broken", "Broken"),
    "failed": ("Not met", "Not reached"),
    "unknown": ("Cannot be told", "Cannot be told"),
    "pending": ("Still to come", "Still to come"),
    "used": ("At work", "At work"),
}
RESULTS = tuple(_FOUND)
_DIGIT = re.compile(r"\d")


def norm_label(cite: str) -> str:
    """A citation as a heading: the paragraph, and the word of a further norm in brackets."""
    paragraph, _, word = cite.partition(":")
    return escaped(f"{paragraph} ({word.replace('-', ' ').replace('_', ' ')})" if word else paragraph)


def editions_words(names: Iterable[str]) -> str:
    """Editions by name: the edition of 1900, or the editions of 1900 and 1950."""
    several = list(names)
    return f"{'edition' if len(several) == 1 else 'editions'} of {listed(several)}"


def found_words(result: str, kind: str) -> str:
    """What was found of a norm, in a word."""
    return _FOUND[result][kind in COUNTED]


@dataclass(frozen=True, slots=True)
class Names:
    """How actors are called, what the facts of the procedures ask that use a norm, and where citations lead."""

    titles: Mapping[str, str]
    asks: Mapping[str, str]
    links: Links

    def condition(self, text: str) -> str:
        """A condition in words, escaped; empty for one that does not read well."""
        words = condition_words(text, self.titles, self.asks) if text else ""
        return self.links.text(words)


def names_for(each: Explained, links: Links) -> Names:
    """The names for the conditions of one norm."""
    asks: dict[str, str] = {}
    for use in each.uses:
        asks = questions_of(procedure(use.procedure)) | asks
    return Names(links.law.constitution.actors(), asks, links)


def _figure(each: Figure, names: Names) -> str:
    """A number with its condition; one that does not read well is left to the sentence of the rule."""
    if not each.when:
        return escaped(each.much)
    words = names.condition(each.when)
    return f"{escaped(each.much)}{f', if {words}' if words else ', in the cases that the sentence names'}"


def facets(state: State, names: Names) -> dict[str, str]:
    """What there is to say of a norm besides its sentence, escaped, by what it is.

    A condition that does not read well is left out: the sentence of the rule says it.
    """
    return {
        "In figures": "; ".join(_figure(each, names) for each in state.numbers if _DIGIT.search(each.much)),
        "Who": escaped(listed(state.actors)),
        "Only if": names.condition(state.applies),
        "Not known": names.links.text(state.not_known),
    }


def ways(question: str) -> str:
    """The name of a question or a reading as a reader reads it."""
    return escaped(in_words(question))
