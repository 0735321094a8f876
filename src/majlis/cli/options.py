"""Options that several commands share, and how their values are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from majlis.engines import ENGINES

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any]")

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
engine = click.option(
    "--engine",
    type=click.Choice(ENGINES),
    help="Which engine decides; by default durable where it is installed.",
)
readings = click.option(
    "--readings", metavar="ID,...", default="", callback=lambda _, __, text: _names(text),
    help="Readings to take in place of the default ones, as READING or QUESTION=READING.",
)  # fmt: skip


def edition(text: str = "The edition to ask about; by default the latest.") -> Callable[[F], F]:
    """The option that names an edition."""
    return click.option("--edition", metavar="EDITION", help=text)


def pairs(_: click.Context, option: click.Parameter, items: tuple[str, ...]) -> dict[str, str]:
    """The values of an option that is given as NAME=VALUE, several times."""
    found: dict[str, str] = {}
    for item in items:
        name, sign, value = item.partition("=")
        if not (sign and name.strip() and value.strip()):
            raise click.BadParameter(f"{item!r} is not of the form NAME=VALUE", param=option)
        if name.strip() in found:
            raise click.BadParameter(f"{name.strip()} is given twice", param=option)
        found[name.strip()] = value.strip()
    return found


def tally(context: click.Context, option: click.Parameter, text: str | None) -> dict[str, str]:
    """The votes of candidates, given as A=100,B=90."""
    return pairs(context, option, tuple(filter(None, (text or "").split(","))))


def _names(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (name.strip() for name in text.split(","))))
