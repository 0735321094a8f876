"""A provision: one norm, as it stands in one edition under chosen readings."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from majlis.documents.validated import Whole, YesOrNo  # noqa: TC001 - pydantic reads the annotations at run time
from majlis.law.vocabulary import SeatsOf  # noqa: TC001 - likewise

Kind = Literal[
    "threshold", "quorum", "deadline", "interval", "term", "competence", "eligibility",
    "precondition", "prohibition", "succession", "effect", "composition",
]  # fmt: skip
QUORUM = "quorum"
COUNTED = frozenset(("threshold", QUORUM))
# A threshold, a quorum or an eligibility that is not reached is nobody's wrong; all else is a duty.
DECIDING = COUNTED | {"eligibility"}


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


def _share(raw: Any) -> Any:
    top, slash, bottom = str(raw).partition("/")
    if not (slash and top.strip().isdigit() and bottom.strip().isdigit() and int(bottom)):
        raise ValueError(f"{raw!r} is no share; write it as 2/3")
    return int(top), int(bottom)


class Alternative(_Strict):
    """One majority: a number of votes, or a share of a named base; when it is the one that is due, and for what."""

    votes: Whole | None = None
    share: Annotated[tuple[int, int], BeforeValidator(_share)] | None = None
    of: str | SeatsOf | None = None
    when: str | None = None
    about: str = Field(default="", description="What it is asked for, in a few words: a law on elections")

    def model_post_init(self, _: Any) -> None:
        """Either a number, or a share with its base."""
        if (self.votes is None) == (self.share is None) or (self.share is None) != (self.of is None):
            raise ValueError("a majority is either `votes:` or `share:` together with `of:`")


def _alternatives(raw: Any) -> Any:
    if isinstance(raw, str | int):
        return ({"votes": raw},)
    return (raw,) if isinstance(raw, dict) else raw


def _words(raw: Any) -> Any:
    return (raw,) if isinstance(raw, str) else raw


Words = Annotated[tuple[str, ...], BeforeValidator(_words)]
Alternatives = Annotated[tuple[Alternative, ...], BeforeValidator(_alternatives)]


class Option(_Strict):
    """One reading: the keys that it overrides, and where it comes from."""

    default: YesOrNo = False
    source: str
    set: dict[str, Any] = {}
    from_: str | None = Field(default=None, alias="from")
    until: str | None = None
    but_not: tuple[str, ...] = Field(default=(), description="Editions in between that have no such reading")


class Question(BaseModel):
    """A question of interpretation at one provision or step, with its readings by name."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Option]

    asks: str = ""

    @property
    def options(self) -> dict[str, Option]:
        """The readings, by name."""
        return self.__pydantic_extra__


class Provision(_Strict):
    """One norm in one edition, its readings chosen. Which keys it has follows from its kind."""

    cite: str
    kind: Kind
    says: str
    source: str = ""
    texts: tuple[str, ...] = Field(default=(), description="The texts that it rests on, as the constitution names them")
    paragraph: str = Field(default="", description="Where it stands, if that is not what its citation says")
    doubt: str = Field(default="", description="What is doubtful about the wording at hand; empty where nothing is")
    note: str = ""
    applies: str | None = None
    not_known: str = ""
    # threshold
    of: str | None = None
    at_least: Alternatives | None = None
    more_than: Alternatives | None = None
    # deadline, interval
    after: str | None = None
    before: str | None = None
    within: str | None = None
    on: str | None = None
    by: str | None = None
    by_day: str | None = Field(default=None, description="A date fact: the day by which the act is due")
    wait: str | None = None
    exactly: str | None = None
    counting: str = "day_after"
    sitting: Words = Field(default=(), description="The bodies whose sitting days are counted: days on which all sit")
    cutoff: YesOrNo = Field(default=False, description="Its lapse has a consequence of its own: nobody does wrong")
    # competence
    actors: tuple[str, ...] | None = None
    # eligibility, precondition, prohibition, effect
    requires: str | None = None
    # succession, composition, term
    line: tuple[str, ...] | None = None
    seats: Whole | None = None
    length: str | None = None

    @property
    def deciding(self) -> bool:
        """Does a step pass or fail by this norm (as against a duty that is kept or breached)?"""
        return self.kind in DECIDING

    @property
    def duty(self) -> bool:
        """Does somebody do wrong when this norm is not kept?"""
        return not self.deciding and not self.cutoff

    @property
    def timed(self) -> bool:
        """Is there a clock to run?"""
        return self.kind in ("deadline", "interval")

    @property
    def majority(self) -> tuple[Alternative, ...]:
        """The majorities that a threshold may ask for; none for other kinds."""
        return self.at_least or self.more_than or ()


class ProvisionEntry(Provision):
    """A provision as the file has it: its first wording, then what later editions and readings override."""

    from_: str | None = Field(default=None, alias="from")
    until: str | None = None
    editions: dict[str, dict[str, Any]] = {}
    readings: dict[str, Question] = {}
    not_amended: dict[str, str] = Field(
        default={}, description="The editions that have it otherwise though nobody amended the text, each with why"
    )


class Article(_Strict):
    """A rule file: one article with its norms."""

    article: str
    title: str
    provisions: tuple[ProvisionEntry, ...]
