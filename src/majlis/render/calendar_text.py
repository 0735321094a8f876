"""Texts of a calendar file. Needs icalendar: loaded only when such a file is written."""

from __future__ import annotations

import icalendar

_ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


class Text(icalendar.vText):
    """A text that is escaped as RFC 5545 (3.3.11) has it, and comes back as it was.

    The library's own takes a backslash before a capital N for a line break.
    """

    def to_ical(self) -> bytes:
        """The text as it stands in the file."""
        return str(self).translate(_ESCAPED).encode("utf-8")
