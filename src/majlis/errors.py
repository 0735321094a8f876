"""What went wrong with an input: what, where, why, and what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file: its name, the line (counted from 1) and the key, each as far as known."""

    file: str | None = None
    line: int | None = None
    key: str | None = None

    def __str__(self) -> str:
        place = self.file or "input"
        if self.line is not None:
            place += f":{self.line}"
        return f"{place}, {self.key}" if self.key else place


class InputError(ValueError):
    """An input that majlis cannot use. The message is complete by itself: place, fault, remedy."""

    def __init__(self, what: str, *, where: Where | None = None, remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(self.message())

    def message(self) -> str:
        """The whole message on one line: place, fault, remedy."""
        parts = [f"{self.where}: {self.what}" if self.where else self.what]
        if self.remedy:
            parts.append(self.remedy)
        return " ".join(part if part.endswith((".", "?", "!", ")")) else part + "." for part in parts)

    def at(self, where: Where) -> InputError:
        """The same error with a place, where it had none."""
        return self if self.where else InputError(self.what, where=where, remedy=self.remedy)


class LawError(InputError):
    """A fault in a rule, vocabulary or procedure file: the content's author must mend it."""


def printable(text: str) -> str:
    """Text without characters that would steer a terminal."""
    return "".join(each if each.isprintable() else " " for each in text)
