"""An invented country with its own charter, in place of the constitutions that there are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from invented_law import forget

from majlis.law.places import VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True, scope="module")
def velmar() -> Iterator[Path]:
    """The Commonwealth of Velmar: nothing else is loaded. Its folder."""
    folder = Path(__file__).parent
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(folder))
        forget()
        yield folder
    forget()
