"""What the library returns for a vote: the plain answer, which notebooks show and pictures and tables are made of."""

from __future__ import annotations

from dataclasses import fields
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec

from majlis.notebook.frames import frame
from majlis.questions.figures import swept
from majlis.questions.sweep import sweep as _sweep
from majlis.questions.votes import vote
from majlis.questions.would_pass import would_pass as _would_pass
from majlis.scenario.chamber import any_chamber
from majlis.scenario.roll_call_files import any_roll_call

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from majlis.scenario.roll_call import RollCall
    from majlis.voting.chamber import Chamber

P = ParamSpec("P")
_VOTE = tuple(each.name for each in fields(vote.WouldPass))
_SWEEP = tuple(each.name for each in fields(swept.Sweep))


class ShownVote(vote.WouldPass):
    """The answer to "would it pass?", which shows itself in notebooks; it is equal to the plain one."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, vote.WouldPass):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in _VOTE)

    __hash__ = None  # type: ignore[assignment] # the plain one has no hash either: what was given is a mapping

    def _repr_html_(self) -> str:
        """The answer, its picture, and tables that say the same."""
        from majlis.render.votes.vote_html import answer_html  # noqa: PLC0415 - loaded when it is shown

        return answer_html(self)

    def to_svg(self) -> str:
        """The picture as an SVG document. Raises InputError where no figures say who votes how."""
        from majlis.render.vote import vote_picture  # noqa: PLC0415 - loaded when it is drawn

        return vote_picture(self)

    def to_text(self) -> str:
        """The answer as the command prints it, without colours."""
        from majlis.render.printer import as_text  # noqa: PLC0415 - as above
        from majlis.render.vote import vote_page  # noqa: PLC0415 - as above

        return as_text(vote_page(self))

    def to_frame(self, library: str | None = None) -> Any:
        """The majorities of the body as a data frame of pandas or of polars, a row for each use.

        Numbers are votes; what is not known is missing. Raises InputError where the library is not installed.
        """
        from majlis.render.votes.vote_html import USES, use_rows  # noqa: PLC0415 - as above

        return frame(use_rows(self), USES, library)


class ShownSweep(swept.Sweep):
    """A sweep that shows itself in notebooks; it is equal to the plain one."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, swept.Sweep):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in _SWEEP)

    __hash__ = None  # type: ignore[assignment] # as above

    def _repr_html_(self) -> str:
        """The step chart, and a table that says the same."""
        from majlis.render.votes.vote_html import sweep_html  # noqa: PLC0415 - loaded when it is shown

        return sweep_html(self)

    def to_svg(self) -> str:
        """The step chart as an SVG document."""
        from majlis.render.votes.sweep_svg import sweep_svg  # noqa: PLC0415 - loaded when it is drawn

        return sweep_svg(self)


def _showing_vote(ask: Callable[P, vote.WouldPass]) -> Callable[P, ShownVote]:
    @wraps(ask)
    def asked(*args: P.args, **kwargs: P.kwargs) -> ShownVote:
        found = ask(*args, **kwargs)
        return ShownVote(**{name: getattr(found, name) for name in _VOTE})

    return asked


def _showing_sweep(ask: Callable[P, swept.Sweep]) -> Callable[P, ShownSweep]:
    @wraps(ask)
    def asked(*args: P.args, **kwargs: P.kwargs) -> ShownSweep:
        found = ask(*args, **kwargs)
        return ShownSweep(**{name: getattr(found, name) for name in _SWEEP})

    return asked


would_pass = _showing_vote(_would_pass)
sweep = _showing_sweep(_sweep)


def chamber(file: str | Path | Mapping[str, Any] | Chamber) -> Chamber:
    """The chamber in a chamber file, in the part `chamber:` of a scenario, or in plain data. Raises InputError."""
    return any_chamber(file)


def roll_call(file: str | Path | RollCall) -> RollCall:
    """The roll call in a CSV file or in a Popolo vote event; `FILE.json#ID` names one of several. Raises InputError."""
    return any_roll_call(file)
