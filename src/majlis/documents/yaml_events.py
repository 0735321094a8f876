"""YAML as a sequence of steps, without the parts of YAML that can surprise or attack.

The parser's own events are used, never its tree: libyaml's tree builder calls itself for every level
and crashes on a deeply nested file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from majlis.documents.document import one_line
from majlis.documents.events import Event, Kind
from majlis.errors import InputError, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_KINDS = {
    yaml.MappingStartEvent: Kind.MAPPING,
    yaml.SequenceStartEvent: Kind.LIST,
    yaml.ScalarEvent: Kind.TEXT,
    yaml.MappingEndEvent: Kind.END,
    yaml.SequenceEndEvent: Kind.END,
}
# libyaml compares every %TAG line with all before it: a file full of them would take a quarter of a minute.
_TAG_DIRECTIVE = re.compile(r"(?:\A|[\r\n\x85\u2028\u2029])%TAG")


def yaml_events(text: str, name: str) -> Iterator[Event]:
    """Return the steps of one YAML document; every scalar is text.

    InputError for bad syntax, a second document, anchors, aliases and tags.
    """
    _refuse_tag_directives(text, name)
    documents = 0
    events: Iterator[Any] = yaml.parse(text, Loader=LOADER)
    try:
        for event in events:
            documents += type(event) is yaml.DocumentStartEvent
            line = event.start_mark.line + 1
            _refuse_extras(event, documents, Where(name, line))
            if kind := _KINDS.get(type(event)):
                yield Event(kind, line, _value(event))
    except yaml.YAMLError as error:
        raise _syntax_error(error, name) from None


def _value(event: Any) -> str | None:
    """Return the text of a scalar; None for an empty one without quotes, as after ``key:``."""
    text: str = getattr(event, "value", "")
    return text if text or getattr(event, "style", None) else None


def _refuse_extras(event: Any, documents: int, where: Where) -> None:
    if documents > 1:
        raise InputError("a second document begins here", where=where, remedy="Keep one document in each file")
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        what = f"uses the anchor or alias {one_line(str(event.anchor))!r}"
        raise InputError(what, where=where, remedy="Write the value out in each place")
    if tag := getattr(event, "tag", None):
        what = f"uses the type tag {one_line(str(tag))!r}"
        raise InputError(what, where=where, remedy="Remove it: every value is read as plain text")


def _refuse_tag_directives(text: str, name: str) -> None:
    if found := _TAG_DIRECTIVE.search(text):
        where = Where(name, text.count("\n", 0, found.end()) + 1)
        raise InputError("declares type tags with %TAG", where=where, remedy="Remove the line: tags are not used")


def _syntax_error(error: yaml.YAMLError, name: str) -> InputError:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "it cannot be parsed"
    return InputError(
        f"is not valid YAML: {one_line(problem)}",
        where=Where(name, mark.line + 1 if mark else None),
        remedy="Check the indentation (spaces, not tabs), the colons and the quotes there",
    )
