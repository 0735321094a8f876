"""YAML and JSON files as plain data: dicts, lists and strings, with the line of every key."""

from majlis.documents.document import Document, Key, Node
from majlis.documents.reader import read, read_text

__all__ = ["Document", "Key", "Node", "read", "read_text"]
