"""How a constitution is amended, as its file tells it: the roads that there are, and what may be barred on them."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

_RANGE = re.compile(r"(\d+) to (\d+)$")
_NUMBERED = re.compile(r"(\d+)(?:-\d+)*$")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _spans(raw: Any) -> Any:
    for each in raw if isinstance(raw, list) else ():
        found = _RANGE.match(str(each))
        if found and int(found[1]) >= int(found[2]):
            raise ValueError(f"{each!r} is no range of articles; write the lower number first, such as 3 to 9")
    return raw


Articles = Annotated[tuple[str, ...], BeforeValidator(_spans)]


class Touched(_Strict):
    """The articles that a draft must touch for a fact of the road's procedure to be there.

    With `if` the fact is there only when more holds, of which no program can judge. `by_subject` says what a draft
    may do without touching any of them, where a provision looks at that as well: nor can a program judge of this.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    articles: Articles = Field(min_length=1, description="Articles by name; numbered ones also as a range: 3 to 9")
    if_: str = Field(default="", alias="if")
    by_subject: str = ""

    def among(self, article: str) -> bool:
        """Is an article one of these? A number with a further one behind it stands in its number's place."""
        return any(_within(article, each) for each in self.articles)


def _within(article: str, named: str) -> bool:
    span, number = _RANGE.match(named), _NUMBERED.match(article)
    if span is None or number is None:
        return article == named
    return int(span[1]) <= int(number[1]) <= int(span[2])


class AmendingRoad(_Strict):
    """One way to amend: what it is for, the provisions that open it, its procedure and how a case there says so.

    `in_force` names the provisions that say what it takes to come into force, and without what it does not.
    """

    title: str
    by: tuple[str, ...] = Field(min_length=1)
    procedure: str
    given: dict[str, str]
    touching: dict[str, Touched] = {}
    in_force: tuple[str, ...] = ()


class Amendment(_Strict):
    """How the text is amended: by changing it, and, where the text has another way for these, by adding to it.

    `undecided` names the provision that leaves open what is a change and what an addition; `practice` says, with its
    examples, which way such drafts have gone.
    """

    change: AmendingRoad
    addition: AmendingRoad | None = None
    undecided: str = ""
    practice: str = ""
