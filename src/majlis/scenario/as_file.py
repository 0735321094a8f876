"""A scenario as the text of a scenario file, for `majlis decide` and for people."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.scenario.model import Scenario

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_./-]*|[0-9]+(-[0-9]{2}-[0-9]{2})?|[0-9]+(\.[A-Z0-9]+)+")
_ON_LINES = ("acts", "blocs")


def as_file(scenario: Scenario) -> str:
    """The scenario as YAML, one act to a line; read again, it is the same case with the same digest."""
    data = scenario.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return "\n".join(_lines(data, "")) + "\n"


def _lines(data: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in data.items():
        if key in _ON_LINES:
            yield f"{indent}{key}:"
            yield from (f"{indent}  - {_flow(each)}" for each in value)
        elif isinstance(value, dict) and _ON_LINES[1] in value:
            yield f"{indent}{key}:"
            yield from _lines(value, f"{indent}  ")
        else:
            yield f"{indent}{key}: {_flow(value)}"


def _flow(value: Any) -> str:
    """A value on one line; words are quoted where YAML would read them as something else."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flow(key)}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
