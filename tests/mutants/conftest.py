"""The mutants of the small second country, tried by its own cases."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from invented_law import forget

from majlis.law.places import VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:  # the benchmarks are no part of the package that is installed
    sys.path.append(str(ROOT))


@pytest.fixture(scope="module")
def velmar() -> Iterator[Path]:
    """The Commonwealth of Velmar in place of the real constitutions, read so that it can be changed in place."""
    from benchmarks.mutants.in_place import readable_in_place

    folder = ROOT / "tests" / "second_country"
    with pytest.MonkeyPatch.context() as patch, readable_in_place():
        patch.setenv(VARIABLE, str(folder))
        forget()
        yield folder
    forget()
