"""Drafts of amendments: edited copies of rule and procedure files, read together with all that they leave alone."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from majlis.documents.source import copied, read_source, shown_name
from majlis.errors import InputError, Where
from majlis.law.library import constitutions
from majlis.law.places import content, forget
from majlis.nearest import remedy

if TYPE_CHECKING:
    from collections.abc import Iterator

RULES, PROCEDURES = "rules", "procedures"
_FILES = ".yaml"
_NOTES = (".md", ".txt")  # what a drafter writes beside the rules, for readers


@dataclass(frozen=True)
class Draft:
    """A draft as it was found: its folder, the constitution that it is of, and its files by their place in content.

    `content` is a whole folder of content with the draft's files in the place of those that they change; it is
    there only as long as the draft is open.
    """

    folder: Path
    constitution: str
    files: dict[str, Path]
    content: Path


@contextmanager
def opened_draft(folder: Path, constitution: str) -> Iterator[Draft]:
    """A draft, open for a while; what it does not hold is as in the content in use.

    The folder has `rules/CONSTITUTION/...` and `procedures/CONSTITUTION/...`, or the rule files themselves. Raises
    InputError for an unknown constitution, for a folder that cannot be read or holds nothing, and for files in it
    that are neither; faults in the files themselves come out when they are read, under the names that they have there.
    """
    if constitution not in constitutions():
        raise InputError(f"unknown constitution {constitution!r}", remedy=remedy(constitution, constitutions()))
    files = _files(folder, constitution)
    with TemporaryDirectory(prefix="draft-", ignore_cleanup_errors=True) as name:
        whole = Path(name).resolve()
        try:
            with copied(_whole(whole, files)):
                yield Draft(folder, constitution, files, whole)
        finally:
            forget(whole)


def _files(folder: Path, constitution: str) -> dict[str, Path]:
    """The files of a draft by their place in content (`rules/isle/2.yaml`). Raises InputError."""
    where = Where(shown_name(folder))
    if not folder.is_dir():
        what = "is a file, not a folder" if folder.exists() else "there is no such folder"
        raise InputError(what, where=where, remedy="Name the folder that has the edited rule and procedure files")
    found: dict[str, Path] = {}
    for path in _walked(folder):
        place = _place(path.relative_to(folder), path, constitution)
        if place in found:
            what = f"stands in the draft twice, here and as {shown_name(found[place])}"
            raise InputError(what, where=Where(shown_name(path)), remedy="Keep one of them")
        found[place] = path
    if not found:
        what = f"holds no rule file and no procedure of {constitution}"
        advice = f"Copy what is to be changed into it, such as {RULES}/{constitution}/NAME{_FILES}, and edit the copy"
        raise InputError(what, where=where, remedy=advice)
    return found


def _walked(folder: Path) -> Iterator[Path]:
    """The files below a folder, in order; hidden ones and notes are passed over. Raises InputError."""

    def refuse(error: OSError) -> None:
        what = f"cannot be read: {error.strerror}"
        raise InputError(what, where=Where(str(error.filename)), remedy="Check the path and its permissions") from None

    for here, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        yield from (
            Path(here, each) for each in sorted(names) if not each.startswith(".") and not each.endswith(_NOTES)
        )


def _place(relative: Path, path: Path, constitution: str) -> str:
    """Where a file of a draft belongs in the content. Raises InputError for one that belongs nowhere."""
    parts = (RULES, constitution, *relative.parts) if len(relative.parts) == 1 else relative.parts
    if relative.suffix == _FILES and len(parts) == 3 and parts[0] in (RULES, PROCEDURES) and parts[1] == constitution:
        return "/".join(parts)
    advice = (
        f"Rule files belong into {RULES}/{constitution}, procedures into {PROCEDURES}/{constitution}, "
        f"each with a name that ends in {_FILES}; notes may end in {' or '.join(_NOTES)}"
    )
    raise InputError(f"does not belong into a draft of {constitution}", where=Where(shown_name(path)), remedy=advice)


def _whole(folder: Path, files: dict[str, Path]) -> dict[Path, Path]:
    """Fill a folder with the content in use and with the files of a draft; each copy with its original."""
    own = content()
    standing = [each for kind in (RULES, PROCEDURES) for each in own.glob(f"{kind}/*/*{_FILES}")]
    found = {folder / each.relative_to(own): each for each in standing}
    found |= {folder / place: path for place, path in files.items()}
    for copy, original in found.items():
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(read_source(original), encoding="utf-8", newline="")
    _linked(own / "scenarios", folder / "scenarios")
    return found


def _linked(folder: Path, link: Path) -> None:
    """Link a folder, or copy it where links are not to be had."""
    if not folder.is_dir():
        return
    try:
        link.symlink_to(folder.resolve(), target_is_directory=True)
    except OSError:
        copytree(folder, link)
