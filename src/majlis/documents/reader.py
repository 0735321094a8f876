"""Reading a document from a file or from text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.documents.build import build
from majlis.documents.document import Document
from majlis.documents.json_events import json_events
from majlis.documents.source import check_size, check_text, read_source, shown_name
from majlis.documents.yaml_events import yaml_events
from majlis.errors import InputError, Where

if TYPE_CHECKING:
    from pathlib import Path


__all__ = ["Document", "read", "read_text"]


def read(path: Path) -> Document:
    """Return the document in a YAML or JSON file.

    InputError, with the line where there is one, for everything that can be wrong with a file.
    """
    return read_text(read_source(path), shown_name(path))


def read_text(text: str, name: str) -> Document:
    """Return the document in a text; a name that ends in ``.json`` makes it JSON, any other YAML.

    InputError as for a file.
    """
    check_size(len(text), name)
    text = text.removeprefix("\ufeff")  # a byte order mark
    check_text(text, name)
    if not text.strip():
        raise InputError("is empty", where=Where(name), remedy="Write at least one line like 'key: value'")
    events = json_events if name.lower().endswith(".json") else yaml_events
    return build(events(text, name), name)
