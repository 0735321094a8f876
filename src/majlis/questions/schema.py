"""JSON Schemas of the kinds of files and of the answers, so that editors complete and check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, TypeAdapter

from majlis.errors import InputError
from majlis.law.claims import KnownClaims
from majlis.law.constitution import Constitution
from majlis.law.coverage import Catalogue, Coverage
from majlis.law.library import current, law
from majlis.law.provision import Article
from majlis.law.vocabulary import SeatsOf, Vocabulary
from majlis.nearest import remedy
from majlis.procedure.library import procedure, procedures
from majlis.procedure.model import ProcedureFile
from majlis.questions import check, explain, latest_days, needs, timed, verdict, who_acts
from majlis.questions.chances import likely_course
from majlis.questions.compare import drafts, editions, one_case
from majlis.questions.figures import swept
from majlis.questions.gaps import gap
from majlis.questions.proof import prove
from majlis.questions.votes import vote
from majlis.scenario.acts import act_model, value_type
from majlis.scenario.blocs import ChamberFile
from majlis.scenario.model import Scenario

if TYPE_CHECKING:
    from majlis.law.library import Law

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_REF = "#/$defs/{model}"
_FILES: dict[str, type[BaseModel]] = {
    "rules": Article,
    "procedure": ProcedureFile,
    "constitution": Constitution,
    "vocabulary": Vocabulary,
    "catalogue": Catalogue,
    "coverage": Coverage,
    "claims": KnownClaims,
}
_ANSWERS = {
    "verdict": (verdict.Verdict, verdict.SCHEMA),
    "pass": (vote.WouldPass, vote.SCHEMA),
    "sweep": (swept.Sweep, swept.SCHEMA),
    "course_chances": (likely_course.CourseChances, likely_course.SCHEMA),
    "need": (needs.Needs, needs.SCHEMA),
    "who_acts": (who_acts.WhoActs, who_acts.SCHEMA),
    "explain": (explain.Explained, explain.SCHEMA),
    "check": (check.Checked, check.SCHEMA),
    "proofs": (prove.Proofs, prove.SCHEMA),
    "gaps": (gap.Gaps, gap.SCHEMA),
    "timeline": (timed.Timeline, timed.SCHEMA),
    "backwards": (latest_days.Backwards, latest_days.SCHEMA),
    "compare": (editions.EditionsCompared, editions.SCHEMA),
    "compare_case": (one_case.CaseCompared, one_case.SCHEMA),
    "compare_draft": (drafts.DraftCompared, drafts.SCHEMA),
}
# What an answer says of itself beside its fields.
_SAID: dict[str, dict[str, Any]] = {
    "pass": {"impossible": {"type": "boolean"}},
    "check": {"sound": {"type": "boolean"}},
    "proofs": {"holds": {"type": "boolean"}, "counts": {"type": "object", "additionalProperties": {"type": "integer"}}},
    "sweep": {"turning": {"type": "array", "items": {"type": "integer"}}},
    "compare_case": {"same": {"type": "boolean"}},
}
KINDS = ("scenario", "chamber", *_FILES, *_ANSWERS)


def schema(kind: str = "scenario", *, constitution: str | None = None) -> dict[str, Any]:
    """The JSON Schema of a kind of file or of an answer.

    The acts and facts of a scenario, and the bodies of a chamber, are those of one constitution: the one that came
    into force last, unless it is named. Raises InputError for an unknown kind or constitution.
    """
    if kind not in KINDS:
        raise InputError(f"unknown schema {kind!r}", remedy=remedy(kind, KINDS))
    its = law(constitution or current())
    if kind == "scenario":
        found = _scenario(its)
    elif kind == "chamber":
        found = _chamber(its)
    elif kind in _FILES:
        found = _FILES[kind].model_json_schema()
    else:
        found = _answer(kind)
    return {"$schema": _DIALECT, **found}


def _answer(kind: str) -> dict[str, Any]:
    """An answer as it is printed: with the name of its schema. What `explain` prints is a list of such answers."""
    model, version = _ANSWERS[kind]
    found = TypeAdapter[Any](model).json_schema(mode="serialization")
    found["properties"] = {"schema": {"const": version}, **found["properties"]}
    found["properties"] |= _SAID.get(kind, {})
    found["required"] = list(found["properties"])
    return found


def _scenario(its: Law) -> dict[str, Any]:
    """A scenario with the acts of the vocabulary and the facts of the procedures."""
    found = Scenario.model_json_schema()
    found["properties"]["acts"]["items"] = {"oneOf": [_act(its, name, found["$defs"]) for name in its.vocabulary.acts]}
    found["$defs"].pop("Act", None)
    names = [name for name in procedures() if name.partition("/")[0] == its.folder.name]
    found["properties"]["procedure"]["enum"] = names
    editions = [*its.editions, *(int(name) for name in its.editions if name.isdigit()), None]
    found["properties"]["edition"] = {
        "enum": editions,
        "default": None,
        "description": "Pins one edition, for what-if",
    }
    breached = found["$defs"]["Expect"]["properties"]["breached"]["anyOf"][0]
    breached["items"] = {"type": ["string", "number"]}  # a bare citation of an article looks like a number to an editor
    found["properties"]["given"]["properties"] = _facts(its, names, found["$defs"])
    found["properties"]["given"]["additionalProperties"] = False
    found["properties"]["sittings"]["propertyNames"] = {"enum": list(its.constitution.bodies)}
    found["$defs"]["ChamberPart"]["properties"]["body"]["enum"] = list(its.constitution.bodies)
    return found


def _chamber(its: Law) -> dict[str, Any]:
    """A chamber with the bodies of its constitution."""
    found = ChamberFile.model_json_schema()
    found["properties"]["constitution"]["enum"] = [its.folder.name]
    found["properties"]["body"]["enum"] = list(its.constitution.bodies)
    return found


def _act(its: Law, name: str, definitions: dict[str, Any]) -> dict[str, Any]:
    made = act_model(its, name).model_json_schema(ref_template=_REF)
    definitions.update(made.pop("$defs", {}))
    for field, kind in its.vocabulary.act(name).fields.items():
        made["properties"][field]["description"] = kind.asks
        if isinstance(kind.at_most, SeatsOf):
            for part in made["properties"][field].get("anyOf", ()):
                if part.get("type") == "integer":
                    part.update(minimum=0, maximum=its.bound(kind.at_most))
    return made


def _facts(its: Law, names: list[str], definitions: dict[str, Any]) -> dict[str, Any]:
    """The facts of all procedures; one that differs between them may be either."""
    found: dict[str, dict[str, Any]] = {}
    for name in names:
        for fact, kind in procedure(name).file.facts.items():
            made = TypeAdapter(value_type(its, kind.type)).json_schema(ref_template=_REF)
            definitions.update(made.pop("$defs", {}))
            known = found.setdefault(fact, {"description": kind.asks, "anyOf": [{"const": "unknown"}]})
            if made not in known["anyOf"]:
                known["anyOf"].append(made)
    return found
