"""From the text of an expression to its tree.

The grammar is a closed subset of Python's expressions, read through `ast`: nothing is ever evaluated
as Python. Whatever is not on the list is refused with the reason.
"""

from __future__ import annotations

import ast
import warnings
from functools import lru_cache

from majlis.errors import InputError
from majlis.logic.tree import (
    And,
    Arithmetic,
    Compare,
    Condition,
    Holds,
    Known,
    Met,
    Name,
    Not,
    Number,
    OneOf,
    Or,
    Term,
    Word,
)

LONGEST_TEXT = 4_000
MOST_NODES = 400
DEEPEST_NESTING = 40
LARGEST_NUMBER = 10**12

_SIGNS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
}  # fmt: skip
_ARITHMETIC: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}
_CALLS = ("known", "met")


@lru_cache(maxsize=4096)
def parse(text: str) -> Condition:
    """The tree of an expression.

    Raises InputError for anything outside the grammar, and for text over the limits of size and depth.
    """
    if len(text) > LONGEST_TEXT:
        raise _refused(f"an expression of {len(text)} characters", f"The limit is {LONGEST_TEXT}")
    _bound_brackets(text)
    try:
        with warnings.catch_warnings():  # Python warns of odd literals that are refused below anyway
            warnings.simplefilter("ignore")
            body = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise _refused(f"{_short(text)} is not an expression", "Check brackets, quotes and operators") from None
    _bound(body)
    return _condition(body)


def _refused(what: str, remedy: str) -> InputError:
    return InputError(what, remedy=remedy)


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "...")


def _bound_brackets(text: str) -> None:
    """Refuse deep nesting before Python's own parser meets it."""
    depth = 0
    for letter in text:
        depth += (letter in "([{") - (letter in ")]}")
        if depth > DEEPEST_NESTING:
            raise _refused(f"brackets nested deeper than {DEEPEST_NESTING}", "Split the condition")


def _bound(body: ast.expr) -> None:
    level: list[ast.AST] = [body]
    count = depth = 0
    while level:
        count += len(level)
        depth += 1
        if count > MOST_NODES or depth > DEEPEST_NESTING:
            raise _refused(
                f"an expression of more than {MOST_NODES} parts or {DEEPEST_NESTING} levels",
                "Split the norm into several provisions",
            )
        level = [child for node in level for child in ast.iter_child_nodes(node)]


def _condition(node: ast.expr) -> Condition:
    match node:
        case ast.BoolOp(ast.And(), values):
            return And(tuple(map(_condition, values)))
        case ast.BoolOp(ast.Or(), values):
            return Or(tuple(map(_condition, values)))
        case ast.UnaryOp(ast.Not(), operand):
            return Not(_condition(operand))
        case ast.Compare(left, [ast.In() | ast.NotIn() as sign], [right]):
            return _membership(left, right, negated=isinstance(sign, ast.NotIn))
        case ast.Compare(left, [sign], [right]) if type(sign) in _SIGNS:
            return Compare(_SIGNS[type(sign)], _term(left), _term(right))
        case ast.Compare(_, [_, _, *_]):
            raise _refused("a chain of comparisons", "Write two comparisons joined by `and`")
        case ast.Call():
            return _call(node)
        case ast.Name() | ast.Attribute():
            return Holds(_path(node))
        case _:
            raise _refused(f"{_source(node)} is no condition", "Compare it with something, or name a boolean")


def _membership(left: ast.expr, right: ast.expr, *, negated: bool) -> Condition:
    if not isinstance(right, ast.List | ast.Tuple) or not right.elts:
        raise _refused(f"`in` needs a list, not {_source(right)}", 'Write it as: matter in ["1.I.2", "1.I.3"]')
    term, items = _term(left), [_term(item) for item in right.elts]
    texts = [item.text for item in items if isinstance(item, Word)]
    either: Condition = Or(tuple(Compare("==", term, item) for item in items))
    if isinstance(term, Name) and len(texts) == len(items):
        either = OneOf(term.path, frozenset(texts))
    return Not(either) if negated else either


def _call(node: ast.Call) -> Condition:
    match node:
        case ast.Call(ast.Name("known"), [argument], []):
            return Known(_path(argument))
        case ast.Call(ast.Name("met"), [ast.Constant(str(cite))], []):
            return Met(cite)
        case _:
            raise _refused(f"{_source(node)} is a call", f"The only calls are {' and '.join(_CALLS)}")


def _term(node: ast.expr) -> Term:
    match node:
        case ast.Constant(bool()):
            raise _refused("True or False in a comparison", "Name the boolean alone, or with `not`")
        case ast.Constant(int(value)) if abs(value) <= LARGEST_NUMBER:
            return Number(value)
        case ast.UnaryOp(ast.USub(), ast.Constant(int(value))) if (
            not isinstance(value, bool) and value <= LARGEST_NUMBER
        ):
            return Number(-value)
        case ast.Constant(str(text)):
            return Word(text)
        case ast.BinOp(left, sign, right) if type(sign) in _ARITHMETIC:
            return Arithmetic(_ARITHMETIC[type(sign)], _term(left), _term(right))
        case ast.BinOp():
            raise _refused(f"{_source(node)} divides or raises", "Only + - * on whole numbers; cross-multiply shares")
        case ast.Name() | ast.Attribute():
            return Name(_path(node))
        case _:
            raise _refused(f"{_source(node)} is no value", "Use a whole number, a quoted word or a name")


def _path(node: ast.expr) -> str:
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        raise _refused(f"{_source(node)} is no name", "Names are words joined by dots")
    parts.append(node.id)
    for part in parts:
        if part.startswith("_") or not part.isascii():
            raise _refused(f"the name {part!r}", "Names are ASCII words that do not begin with an underscore")
    return ".".join(reversed(parts))


def _source(node: ast.AST) -> str:
    try:
        return _short(ast.unparse(node))
    except (RecursionError, ValueError):
        return type(node).__name__
