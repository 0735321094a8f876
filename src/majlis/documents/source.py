"""From a path to text that is safe to parse: small, UTF-8, without control characters."""

from __future__ import annotations

import os
import re
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING

from majlis.errors import InputError, Where

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

MAX_BYTES = 1024 * 1024
"""The largest file that is read: 1 MiB. Written procedures are a hundredth of it."""

# What YAML itself admits. Everything else (NUL, escape codes, half surrogates, a BOM in mid-text)
# is no text, and would reach the reader's terminal when quoted in a message.
_NOT_TEXT = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def read_source(path: Path) -> str:
    """Return the text of a file.

    InputError for a path that is no readable file, and for content that is too large, binary or not UTF-8.
    """
    name = shown_name(path)
    try:
        _check_file(path, name)
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)  # the size check may be out of date, or the file a device
    except (OSError, ValueError) as error:
        raise _not_opened(error, name) from None
    check_size(len(raw), name)
    return _decoded(raw, name)


_COPIED: dict[Path, Path] = {}


@contextmanager
def copied(originals: Mapping[Path, Path]) -> Iterator[None]:
    """Let copies go by the names of their originals for a while: whoever reads a message knows only these."""
    _COPIED.update(originals)
    try:
        yield
    finally:
        for copy in originals:
            _COPIED.pop(copy, None)


def shown_name(path: Path) -> str:
    """Return the path as it can be printed; bytes that are no UTF-8 become question marks."""
    return str(_COPIED.get(path, path)).encode("utf-8", "replace").decode()


def check_size(size: int, name: str) -> None:
    """InputError for more than 1 MiB."""
    if size > MAX_BYTES:
        raise InputError("is larger than 1 MiB", where=Where(name), remedy="Split it or remove what is not needed")


def first_not_text(text: str) -> tuple[int, str] | None:
    """Return the first character that is not text: its place (from 0) and its name, such as ``U+0000``."""
    found = _NOT_TEXT.search(text)
    return (found.start(), f"U+{ord(found[0]):04X}") if found else None


def check_text(text: str, name: str) -> None:
    """InputError for control characters and half surrogates, naming line and character."""
    if found := first_not_text(text):
        place, character = found
        line = text.count("\n", 0, place) + 1
        what = f"is not a text file: it contains the character {character}"
        raise InputError(what, where=Where(name, line), remedy="Save it as plain text in UTF-8")


def _check_file(path: Path, name: str) -> None:
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise InputError("is a directory, not a file", where=Where(name), remedy="Name one file in it")
    if not stat.S_ISREG(found.st_mode):  # opening a pipe without a writer would wait for ever
        raise InputError("is not an ordinary file", where=Where(name), remedy="Copy its content to a file first")
    check_size(found.st_size, name)


def _not_opened(error: OSError | ValueError, name: str) -> InputError:
    if isinstance(error, InputError):
        return error
    if isinstance(error, FileNotFoundError):
        return InputError("there is no such file", where=Where(name), remedy="Check the path and its spelling")
    reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
    return InputError(f"cannot be read: {reason}", where=Where(name), remedy="Check the path and its permissions")


def _decoded(raw: bytes, name: str) -> str:
    if b"\0" in raw:
        line = raw.count(b"\n", 0, raw.index(b"\0")) + 1
        what = "is a binary file, not text: it contains the character U+0000"
        raise InputError(what, where=Where(name, line), remedy="Save it as plain text in UTF-8")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        what = f"is not UTF-8 text: the byte at offset {error.start} is 0x{raw[error.start]:02x}"
        raise InputError(what, where=Where(name, line), remedy="Save it in UTF-8") from None
