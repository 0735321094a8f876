"""From plain data to a pydantic model, with file, line and key in every error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ValidationError
from pydantic_core import PydanticCustomError

from majlis.errors import InputError
from majlis.nearest import remedy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic_core import ErrorDetails

    from majlis.documents.reader import Document

M = TypeVar("M", bound=BaseModel)
_DIGITS = sys.float_info.dig  # of a whole number that every engine keeps exactly, one that counts in doubles too


def _whole(raw: Any) -> Any:
    if isinstance(raw, bool) or not isinstance(raw, int | str):
        raise PydanticCustomError("whole", "{value} is not a whole number", {"value": repr(raw)})
    text = str(raw)
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS):
        raise PydanticCustomError("whole", "{value} is not a whole number", {"value": repr(raw)})
    return int(text)


def _truth(raw: Any) -> Any:
    found = {"true": True, "yes": True, "false": False, "no": False}.get(str(raw).lower())
    if found is None:
        raise PydanticCustomError("yes_or_no", "{value} is neither yes nor no", {"value": repr(raw)})
    return found


Whole = Annotated[int, BeforeValidator(_whole)]
YesOrNo = Annotated[bool, BeforeValidator(_truth)]


def validated(model: type[M], document: Document, path: tuple[str | int, ...] = ()) -> M:
    """The part of a document under `path` as a model. Raises InputError naming file, line, key and remedy."""
    data: Any = document.data
    for step in path:
        data = data[step]
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise located(error, model, document, path) from None


def located(
    error: ValidationError, model: type[BaseModel], document: Document, path: tuple[str | int, ...]
) -> InputError:
    """The first fault that pydantic found, as one clear error."""
    fault = _plainest(error.errors(include_url=False))
    loc = tuple(path) + tuple(fault["loc"])
    return InputError(_what(fault), where=document.where(loc), remedy=_remedy(fault, model))


def _plainest(faults: list[ErrorDetails]) -> ErrorDetails:
    unknown = [fault for fault in faults if fault["type"] == "extra_forbidden"]
    return (unknown or faults)[0]


def _what(fault: ErrorDetails) -> str:
    key = str(fault["loc"][-1]) if fault["loc"] else "the file"
    if fault["type"] == "extra_forbidden":
        return f"unknown key {key!r}"
    if fault["type"] == "missing":
        return f"{key!r} is missing"
    message = fault["msg"].removeprefix("Value error, ")
    return message if fault["type"] in ("value_error", "whole", "yes_or_no") else f"{key}: {message}"


def _remedy(fault: ErrorDetails, model: type[BaseModel]) -> str:
    if fault["type"] == "extra_forbidden":
        return remedy(str(fault["loc"][-1]), _keys(model, fault["loc"][:-1]))
    if fault["type"] == "missing":
        return "Add it"
    if fault["type"] == "whole":
        return "Write a whole number, for instance 12"
    return "Mend the value"


def _keys(model: type[BaseModel], loc: Iterable[str | int]) -> list[str]:
    """The keys that are allowed where the fault is, as far as the model's fields lead there."""
    current: Any = model
    for step in loc:
        field = getattr(current, "model_fields", {}).get(step) if isinstance(step, str) else None
        if field is not None:
            current = _model_in(field.annotation) or current
    fields = getattr(current, "model_fields", {})
    return [field.alias or name for name, field in fields.items()]


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _model_in(inner)
        if found is not None:
            return found
    return None
