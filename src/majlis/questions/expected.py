"""Does a verdict say what a scenario's author expects of it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from majlis.questions.verdict import Verdict
    from majlis.scenario.model import Expect

_PLAIN = ("outcome", "holder", "status", "awaits", "exit")


def differences(expect: Expect, verdict: Verdict) -> list[str]:
    """Each way in which a verdict is not as expected, as a sentence; none if it is."""
    return list(_differences(expect, verdict))


def _differences(expect: Expect, verdict: Verdict) -> Iterator[str]:
    for name in _PLAIN:
        wanted, found = getattr(expect, name), getattr(verdict, name)
        if wanted is not None and wanted != found:
            yield f"{name}: expected {wanted}, found {found}"
    lists = {
        "crossed": (expect.crossed, [s.step for s in verdict.silences if s.crossed]),
        "breached": (
            expect.breached,
            [_named(f.provision, f.step, f.kind) for f in verdict.findings if f.result == "breached"],
        ),
        "depends_on": (expect.depends_on, list(verdict.depends_on)),
        "missing": (expect.missing, list(verdict.missing)),
    }
    for name, (wanted_list, found_list) in lists.items():
        if wanted_list is not None and sorted(wanted_list) != sorted(found_list):
            yield f"{name}: expected {sorted(wanted_list)}, found {sorted(found_list)}"
    silent = [s.step for s in verdict.silences if not s.crossed]
    if expect.silence is not None and expect.silence not in silent:
        yield f"silence: expected at {expect.silence}, found {silent}"
    for name, result in expect.findings.items():
        cite, _, step = name.partition("@")
        found_result = verdict.result(cite, step)
        if found_result != result:
            yield f"{name}: expected {result}, found {found_result}"


def _named(provision: str, step: str, kind: str) -> str:
    return f"sequence@{step}" if kind == "sequence" else provision.partition("/")[2]
