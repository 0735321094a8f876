"""The file `claims.yaml`: what a proof finds of a constitution that is so in the text itself, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from majlis.documents.reader import read
from majlis.documents.validated import validated

if TYPE_CHECKING:
    from pathlib import Path

    from majlis.documents.document import Document


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class KnownClaim(_Strict):
    """A claim that does not hold, and why that is no fault of the rules.

    It is named by its kind and by what it is about; where no procedures, editions or readings are named it is meant
    in all of them.
    """

    kind: str
    about: str
    procedures: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    because: str


class KnownClaims(_Strict):
    """The claims of one constitution that are known not to hold."""

    claims: str
    known: tuple[KnownClaim, ...]


FILE = "claims.yaml"


def known_claims(folder: Path) -> tuple[tuple[KnownClaim, ...], Document | None]:
    """The known claims of the constitution in a folder, and their file; none where it has no such file.

    Raises InputError for a file that cannot be used.
    """
    path = folder / FILE
    if not path.exists():
        return (), None
    document = read(path)
    return validated(KnownClaims, document).known, document
