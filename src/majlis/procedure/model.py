"""A procedure file: steps, who acts, and what follows."""

from __future__ import annotations

import keyword
from functools import cached_property
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, field_validator, model_validator

from majlis.law.provision import Question  # noqa: TC001 - pydantic reads the annotations at run time

FactType = Literal["boolean", "date", "count", "matter", "actor", "office"]
GOES_ON = "goes on"
ENDED = "ended"  # how a holder stands whose line of succession is over


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FactKind(_Strict):
    """A fact that a case may give: its type (a list stands for the words it may be) and its question."""

    type: FactType | tuple[str, ...]
    asks: str
    lists: tuple[str, ...] = ()


class Target(_Strict):
    """Where an outcome of a step leads: one step or outcome, several, or nowhere that the text says.

    `then` is where a record leads that goes on past a silence, or past an outcome that should have been the end.
    """

    to: str | None = None
    either: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    silent: str = ""
    then: Target | None = None
    left_to: str = ""

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, raw: Any) -> Any:
        return {"to": raw} if isinstance(raw, str) else raw

    @model_validator(mode="after")
    def _one_way(self) -> Target:
        if sum(map(bool, (self.to, self.either, self.both, self.silent))) != 1:
            raise ValueError("a target is a name, or exactly one of either:, both: and silent:")
        if self.then is not None and not (self.silent or (self.to and not self.goes_on)):
            raise ValueError("only a silence has `then:`, or an outcome after which the record may go on to a step")
        if self.left_to and not self.silent:
            raise ValueError("only a silence has `left_to:`")
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: GetJsonSchemaHandler) -> Any:
        """A target may be written as a plain name."""
        return {"anyOf": [{"type": "string"}, handler(core)]}

    @property
    def goes_on(self) -> bool:
        """Is this a silence after which the procedure takes its course in any case?"""
        return self.then is not None and self.then.to == GOES_ON

    def steps(self) -> list[str]:
        """All names that it leads to, those behind a silence included."""
        here = [self.to] if self.to and self.to != GOES_ON else []
        return [*here, *self.either, *self.both, *(self.then.steps() if self.then else ())]


class Governing(_Strict):
    """A provision that governs a step, with what its roles stand for there."""

    cite: str
    roles: dict[str, tuple[str, ...]] = {}

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, raw: Any) -> Any:
        if isinstance(raw, str):
            return {"cite": raw}
        if isinstance(raw, dict) and "roles" not in raw:
            roles = {key: (value,) if isinstance(value, str) else value for key, value in raw.items() if key != "cite"}
            return {"cite": raw.get("cite"), "roles": roles}
        return raw

    @classmethod
    def __get_pydantic_json_schema__(cls, _core: Any, _handler: GetJsonSchemaHandler) -> Any:
        """A citation, or a map of `cite` and the roles."""
        role = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
        bound = {"type": "object", "required": ["cite"], "properties": {"cite": {"type": "string"}}}
        return {"anyOf": [{"type": "string"}, {**bound, "additionalProperties": role}]}


class Alongside(_Strict):
    """A step that may be taken at any time and moves nothing; keyed by a field where it can recur."""

    step: str
    act: str = ""
    by: str = ""
    governed_by: tuple[Governing, ...] = ()
    keyed_by: str = ""

    @cached_property
    def awaited(self) -> tuple[str, ...]:
        """The acts that take this step."""
        return (self.act or self.step,)


class Step(_Strict):
    """A step: what it awaits or tests, what governs it, and what follows."""

    step: str
    act: str = ""
    by: str = ""
    governed_by: tuple[Governing, ...] = ()
    tests: tuple[Governing, ...] = ()
    acts: dict[str, Target] = {}
    done: Target | None = None
    passed: Target | None = None
    failed: Target | None = None
    ungoverned: Target | None = None
    late: Target | None = None
    missed: Target | None = None
    each: str = ""
    left: dict[str, Target] = {}
    until: tuple[str, ...] = Field(default=(), description="Acts with which a line of succession ends (left: ended)")
    exhausted: Target | None = None

    @field_validator("step")
    @classmethod
    def _name(cls, name: str) -> str:
        if not name.isidentifier() or not name.isascii() or keyword.iskeyword(name) or name.startswith("_"):
            raise ValueError(f"{name!r} is no name for a step: use an ASCII word that Python does not reserve")
        return name

    @model_validator(mode="after")
    def _one_shape(self) -> Step:
        shapes = [bool(self.done), bool(self.passed), bool(self.acts), bool(self.each)]
        if sum(shapes) != 1:
            raise ValueError(f"step {self.step} needs exactly one of done:, passed:, acts: and each:")
        if self.passed and not self.failed:
            raise ValueError(f"step {self.step} says what follows when passed, but not when failed")
        if self.each and not (self.left and self.exhausted):
            raise ValueError(f"step {self.step} needs left: and exhausted:")
        if bool(self.until) != (ENDED in self.left):
            raise ValueError(f"step {self.step} needs until: and left: {{{ENDED}: ...}} together")
        return self

    @cached_property
    def awaited(self) -> tuple[str, ...]:
        """The acts that this step awaits; none for a test of facts and for a line of succession."""
        if self.tests or self.each:
            return ()
        return tuple(self.acts) or (self.act or self.step,)

    @property
    def norms(self) -> tuple[Governing, ...]:
        """The provisions that govern or test the step."""
        return self.governed_by + self.tests

    def targets(self) -> list[Target]:
        """Everywhere that the step may lead."""
        named = (self.done, self.passed, self.failed, self.ungoverned, self.late, self.missed, self.exhausted)
        return [target for target in (*named, *self.acts.values(), *self.left.values()) if target is not None]


class StepEntry(Step):
    """A step as the file has it, with its readings."""

    readings: dict[str, Question] = {}


class ProcedureFile(_Strict):
    """A procedure file."""

    procedure: str
    title: str
    like: str = Field(default="", description="The procedure whose facts, steps and outcomes it takes over")
    facts: dict[str, FactKind] = {}
    with_: dict[str, str] = Field(default={}, alias="with")
    alongside: tuple[Alongside, ...] = ()
    steps: tuple[StepEntry, ...] = ()
    outcomes: dict[str, str] = {}

    @property
    def fixed(self) -> dict[str, bool | str]:
        """The facts that the procedure fixes: yes and no as truth values, all else as words."""
        return {name: {"yes": True, "no": False}.get(value, value) for name, value in self.with_.items()}

    @model_validator(mode="after")
    def _whole(self) -> ProcedureFile:
        if not (self.steps and self.outcomes):
            raise ValueError("a procedure needs `steps:` and `outcomes:`, its own or those of one that it is `like:`")
        return self
