"""Roll calls from files: a table of members by vote (CSV), or a Popolo vote event (JSON)."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from majlis.documents.document import one_line
from majlis.documents.source import check_size, check_text, read_source, shown_name
from majlis.errors import InputError, Where
from majlis.scenario.popolo import roll_call_of_event
from majlis.scenario.position_words import plain, position
from majlis.scenario.roll_call import RollCall, Vote, check_names, check_seats

if TYPE_CHECKING:
    from collections.abc import Iterator

    Rows = Iterator[tuple[int, list[str]]]

_JSON = ".json"
SEPARATORS = (",", ";", "\t")
# Headers by what stands below them; where a table has several of one kind, the first in this order counts.
NAME = ("name", "ad", "deputy", "member", "voter", "deputat", "voter name", "member name", "voter id", "member id")
VOTE = ("vote", "option", "position", "voted", "səs")
BLOC = ("bloc", "group", "party", "faction", "partiya", "fraksiya", "group code", "group id")


def any_roll_call(given: object) -> RollCall:
    """A roll call as it is, or in a file that is named, as `read_roll_call` reads it.

    Raises InputError for anything else, as for a roll call that cannot be right.
    """
    if isinstance(given, RollCall):
        return given
    if isinstance(given, str | Path):
        return read_roll_call(given)
    what = f"a roll call is asked for, and {one_line(repr(given))} is none"
    raise InputError(what, remedy="Give the path of a file, or what `majlis.roll_call` returns")


def read_roll_call(name: str | Path, seats: int | None = None) -> RollCall:
    """The roll call in a file; `FILE.json#ID` names one of several vote events.

    Raises InputError with file and line for what cannot be used, and for more votes than there are `seats`.
    """
    file, _, event = str(name).partition(f"{_JSON}#")
    path = Path(f"{file}{_JSON}" if event else name)
    return roll_call_of(read_source(path), shown_name(path), seats=seats, event=event or None)


def roll_call_of(text: str, name: str, *, seats: int | None = None, event: str | None = None) -> RollCall:
    """The roll call in a text: JSON where it begins with a bracket, else a table. Raises InputError as for a file."""
    check_size(len(text), name)
    text = text.removeprefix("\ufeff")  # a byte order mark
    check_text(text, name)
    if not text.strip():
        raise InputError("is empty", where=Where(name), remedy="Write a header, and a row for each member")
    if text.lstrip().startswith(("{", "[")):
        found = roll_call_of_event(text, name, event)
    elif event is not None:
        raise InputError(f"is a table, which has no {event!r}", where=Where(name), remedy="Name the file alone")
    else:
        found = RollCall(tuple(_table(text, name)), title=Path(name).stem)
    check_seats(found.listed, seats, Where(name))
    return replace(found, file=name)


def _table(text: str, name: str) -> list[Vote]:
    rows = _rows(text, _separator(text), name)
    line, header = next(rows, (1, []))
    columns = _columns(header)
    for kind, at in zip(("name", "vote"), columns, strict=False):
        if at is None:
            raise _no_column(header, kind, Where(name, line))
    _check_once(header, columns, Where(name, line))
    votes, places = list[Vote](), list[tuple[str, Where]]()
    for line, cells in rows:
        where = Where(name, line)
        row = _fitting(cells, len(header), where)
        who, how, bloc = (" ".join(row[at].split()) if at is not None else "" for at in columns)
        if not who:
            raise InputError("has a vote of nobody", where=where, remedy="Write the name of the member")
        votes.append(Vote(who, position(how, where), bloc))
        places.append((who, where))
    if not votes:
        raise InputError("has a header and no votes", where=Where(name), remedy="Write a row for each member")
    check_names(places)
    return votes


def _separator(text: str) -> str:
    """The separator by which the header has the most columns that are known."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    return min(SEPARATORS, key=lambda each: _columns(head.split(each)).count(None))


def _columns(header: list[str]) -> list[int | None]:
    """Where the names, the votes and the blocs stand, as far as the header tells."""
    found = {_title(title): number for number, title in reversed(list(enumerate(header)))}
    return [next((found[each] for each in known if each in found), None) for known in (NAME, VOTE, BLOC)]


def _check_once(header: list[str], columns: list[int | None], where: Where) -> None:
    """Raises InputError where the header has a column that is read twice: which of them counts cannot be told."""
    titles = [_title(each) for each in header]
    for at in columns:
        if at is not None and titles.count(titles[at]) > 1:
            what = f"has {titles.count(titles[at])} columns {header[at].strip()!r}"
            raise InputError(what, where=where, remedy="Keep one, or call the others something else")


def _title(cell: str) -> str:
    return plain(cell.strip().strip('"'))


def _no_column(header: list[str], missing: str, where: Where) -> InputError:
    known = {"name": NAME, "vote": VOTE}[missing]
    what = f"has no column of {missing}s in its header, {one_line(', '.join(header))}"
    return InputError(what, where=where, remedy=f"Name the column one of {', '.join(known)}")


def _rows(text: str, separator: str, name: str) -> Rows:
    """The rows that are not blank, each with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(f"is no table: {error}", where=Where(name, line), remedy="Check the quotation marks") from None


def _fitting(cells: list[str], width: int, where: Where) -> list[str]:
    """A row as wide as the header."""
    if any(cell.strip() for cell in cells[width:]):
        what = f"has {len(cells)} cells, and the header {width}"
        raise InputError(what, where=where, remedy="Put a name that holds the separator between quotation marks")
    return (cells + [""] * width)[:width]
