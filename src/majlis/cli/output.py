"""What the commands print."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from majlis.render.page import Page


def show(page: Page) -> None:
    """Print a page: with colours on a terminal, plain elsewhere."""
    from majlis.render.printer import show as printed

    printed(page, sys.stdout)


def show_json(data: Any) -> None:
    """Print plain data as JSON."""
    click.echo(json.dumps(data, indent=2, ensure_ascii=False))
