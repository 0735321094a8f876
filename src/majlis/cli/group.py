"""The group of commands: which there are, and how errors end a run."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

import click

from majlis import __version__
from majlis.errors import InputError, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

BREACHED, REFUSED, OPEN = 1, 2, 3
"""Exit statuses: somebody broke the procedure; the input cannot be used; the answer is not determined."""
_INTERRUPTED, _PIPE_CLOSED = 128 + 2, 128 + 13  # as a shell reports SIGINT and SIGPIPE

# Each command with its module (in majlis.cli) and its one line of help.
COMMANDS = {
    "decide": ("decide", "Was the procedure followed, what is the outcome, and why?"),
    "pass": ("would_pass", "Would a vote pass, by how much, and what would change the answer?"),
    "need": ("need", "Majorities, actors and periods, before anything happens."),
    "timeline": ("timeline", "What is due when, forwards, backwards, or held against what happened."),
    "explain": ("explain", "A provision across its editions, with readings, silences and sources."),
    "compare": ("compare", "What differs between two editions, or between the law and a draft?"),
    "check": ("check", "Is the content sound, and what of the texts does it cover?"),
    "procedures": ("lists", "List the procedures."),
    "editions": ("lists", "List the editions of the constitutions, with their first days."),
    "scenarios": ("lists", "List the example cases, with what is expected of them."),
    "provisions": ("lists", "List the provisions over all editions, with their numbers."),
    "schema": ("schema", "The JSON Schema of a kind of file, or of an answer."),
}


class _NobodyReadsError(Exception):
    """Whoever read the output has stopped."""


class Commands(click.Group):
    """Loads a command when it is asked for, and turns every error into one message and an exit status."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """All commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """A command; None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"majlis.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. A closed pipe goes past click, which would report it as a breach."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise _NobodyReadsError from error

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any) -> Any:  # type: ignore[override] # click overloads it
        """Run, and leave with an exit status; errors that a user can cause end in one message."""
        extra.pop("standalone_mode", None)
        try:
            status = super().main(args, prog_name, standalone_mode=False, **extra)
            sys.stdout.flush()
        except click.ClickException as error:
            error.show()
            status = error.exit_code
        except InputError as error:
            click.echo(f"Error: {printable(error.message())}", err=True)
            status = REFUSED
        except (KeyboardInterrupt, click.Abort):
            status = _INTERRUPTED
        except (_NobodyReadsError, BrokenPipeError):
            _drop_output()
            status = _PIPE_CLOSED
        return _leave(status)


def _leave(status: Any) -> NoReturn:
    sys.exit(status if isinstance(status, int) else 0)


def _drop_output() -> None:
    """Nobody reads on: what is still to be written goes nowhere, so that Python does not complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="majlis")
def majlis() -> None:
    """Hold what happens in a parliament against the text of its constitution.

    Exit status: 0 when nobody broke the procedure (a lawful rejection, too), 1 when somebody did, 2 when the
    input cannot be used, 3 when the answer is not determined because the text is silent or a fact is missing.
    """


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal without UTF-8 shows question marks, no traceback
    majlis()
