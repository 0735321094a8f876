"""What holds of the fields of an act: words out of their lists, figures within their bounds, sums that come out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from majlis.law.vocabulary import SeatsOf
from majlis.procedure.scope import RANKS, TALLY
from majlis.questions.proof.values import admitted, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from majlis.engines.proof import Formula
    from majlis.law.vocabulary import ActKind
    from majlis.questions.proof.space import Space

MOST_CANDIDATES = 4  # in cases that are shown


def figure_facts(space: Space, name: str, acts: Iterable[str], done: Formula) -> list[Formula]:
    """What holds of the fields of an occurrence (or of a step alongside) that one of some acts takes.

    Notes as well when each field is given: when the act was done that has it.
    """
    found: list[Formula] = []
    acts = tuple(acts)
    several = len(acts) > 1
    if several:
        space.presence[f"{name}.act"] = done
        found.append(one_of(space, f"{name}.act", list(acts)))
    having: dict[str, list[Formula]] = {}
    for act in acts:
        is_it = space.z3.And(done, space.number(f"{name}.act") == space.formulas.word(act)) if several else done
        kind = space.procedure.law.vocabulary.act(act)
        for field in _fields(kind):
            having.setdefault(field, []).append(is_it)
        found += [space.z3.Implies(is_it, each) for each in _of_kind(space, name, kind)]
    for field, when in having.items():
        space.presence[f"{name}.{field}"] = space.any_of(when)
    return found


def _fields(kind: ActKind) -> list[str]:
    plain = [field for field, its in kind.fields.items() if its.type != "tally"]
    return [*plain, *TALLY] if len(plain) < len(kind.fields) else plain


def _of_kind(space: Space, name: str, kind: ActKind) -> list[Formula]:
    found: list[Formula] = []
    law = space.procedure.law
    for field, its in kind.fields.items():
        path = f"{name}.{field}"
        if its.type == "count":
            number = space.number(path)
            most = law.bound(its.at_most)
            found += [space.is_count(number)] + ([] if most is None else [number <= most])
        elif its.type == "tally":
            found += tally_facts(space, name)
        elif its.type != "text":
            found += admitted(space, path, space.kinds.field_type(its.type))
    return [*found, *_sums(space, name, kind)]


def _sums(space: Space, name: str, kind: ActKind) -> list[Formula]:
    """The sums that must come out; wholes are what their parts make."""
    found = []
    for whole, parts in kind.wholes.items():
        found.append(
            space.number(f"{name}.{whole}") == space.z3.Sum([_amount(space, name, kind, each) for each in parts])
        )
    for total in kind.bounds:
        bound = total.at_most
        most = space.procedure.law.bound(bound) if isinstance(bound, SeatsOf) else _amount(space, name, kind, bound)
        if most is not None:
            found.append(space.z3.Sum([_amount(space, name, kind, part) for part in total.parts]) <= most)
    return found


def _amount(space: Space, name: str, kind: ActKind, field: str) -> Formula:
    tally = kind.fields[field].type == "tally"
    return space.number(f"{name}.total" if tally else f"{name}.{field}")


def tally_facts(space: Space, name: str) -> list[Formula]:
    """What holds of the votes that each candidate received, seen as the best, the second and how many there are."""
    z3, number = space.z3, space.number
    first, second, total, many = (number(f"{name}.{each}") for each in ("leading", "runner_up", "total", "number"))
    tied, second_tied = space.formulas.truth(f"{name}.tied"), space.formulas.truth(f"{name}.second_tied")
    rest = total - first - second
    found = [
        many >= 1, second >= 0, first >= second, rest >= 0,
        z3.Implies(many == 1, z3.And(second == 0, rest == 0)),
        z3.Implies(many == 2, rest == 0),
        tied == z3.And(many > 1, first == second),
        z3.Implies(many < 3, z3.Not(second_tied)),
        z3.Implies(second_tied, rest >= second),
        z3.Implies(z3.And(many >= 3, second == 0), second_tied),
    ]  # fmt: skip
    space.plain += [many <= MOST_CANDIDATES, space.is_count(first)]
    for count in range(3, MOST_CANDIDATES + 1):
        others = count - 2
        found.append(z3.Implies(z3.And(many == count, second_tied), rest <= others * second))
        found.append(z3.Implies(z3.And(many == count, z3.Not(second_tied)), rest <= others * (second - 1)))
    return found + _ranks(space, name)


def _ranks(space: Space, name: str) -> list[Formula]:
    """How the candidates stood in the round before, where there was one; 1 is the best."""
    z3 = space.z3
    earlier = _rounds_before(space, name)
    best, worst = (space.number(f"{name}.{each}") for each in RANKS)
    for rank in RANKS:
        space.presence[f"{name}.{rank}"] = z3.And(
            space.done(name), space.any_of([space.done(each) for each in earlier])
        )
    many = space.number(f"{name}.number")
    found = [best >= 1, worst >= best, z3.Implies(many == 1, worst == best)]
    for each in earlier[-1:]:
        found += [z3.Implies(space.done(each), held) for held in _ranked(space, each, (best, worst), many)]
    return found


def _ranked(space: Space, before: str, ranks: tuple[Formula, Formula], many: Formula) -> list[Formula]:
    """Which ranks there are: those who tie share the better one, and the next ones are left out."""
    z3, (best, worst) = space.z3, ranks
    tied, second = (space.formulas.truth(f"{before}.{each}") for each in ("tied", "second_tied"))
    behind = z3.And(second, z3.Not(tied))
    found = [worst <= space.number(f"{before}.number") + 1]
    for rank in ranks:
        found += [z3.Implies(tied, rank != 2), z3.Implies(second, rank != 3)]
    several = z3.And(many > 1, best == worst)
    return [*found, z3.Implies(z3.And(several, best == 1), tied), z3.Implies(z3.And(several, best == 2), behind)]


def _rounds_before(space: Space, name: str) -> list[str]:
    """The occurrences before one whose acts have a tally."""
    acts = space.procedure.law.vocabulary
    found = []
    for here in space.awaited:
        if here.name == name:
            break
        kinds = [acts.act(act) for act in space.course.steps[here.step].awaited]
        if any(field.type == "tally" for kind in kinds for field in kind.fields.values()):
            found.append(here.name)
    return found
