"""The command line. `majlis --help` imports click only; each command's module is loaded when it is called."""

from __future__ import annotations

from majlis.cli.group import main, majlis

__all__ = ["main", "majlis"]
