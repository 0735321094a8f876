"""Imports run downwards only, and logic stands alone."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import majlis

SOURCE = Path(majlis.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))

# From the ground up. What stands on one line does not import each other.
LAYERS = (
    ("errors", "nearest"),
    ("documents", "logic", "calendar", "voting"),
    ("law",),
    ("procedure",),
    ("scenario",),
    ("engines",),
    ("questions",),
    ("render",),
    ("cli", "notebook", "testing"),
    ("__main__",),
)
LEVEL = {package: level for level, packages in enumerate(LAYERS) for package in packages}
ROOT = "majlis"  # the package itself only loads what is asked for by name
LOGIC_KNOWS = {"errors", "nearest", "logic"}
NEVER_IN_LOGIC = {"z3", "numpy", "duckdb", "durable", "durable_rules_engine", "pydantic", "yaml", "pandas"}


def package_of(path: Path) -> str:
    """The first folder below the package, or the module's own name."""
    first = path.relative_to(SOURCE).parts[0]
    return ROOT if first == "__init__.py" else first.removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The modules that a file imports anywhere in it, for types as well."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_every_package_has_its_layer() -> None:
    assert {package_of(path) for path in MODULES} - {ROOT} == set(LEVEL)


def test_imports_run_downwards_only() -> None:
    upward = []
    for path in MODULES:
        own = package_of(path)
        if own == ROOT:
            continue
        for name in imported(path):
            top, _, rest = name.partition(".")
            other = rest.partition(".")[0]
            if top != ROOT or other == own or other not in LEVEL:
                continue
            if LEVEL[other] >= LEVEL[own]:
                upward.append(f"{path.relative_to(SOURCE)} imports {name}")
    assert upward == []


def test_the_packages_own_module_imports_nothing_but_on_demand() -> None:
    body = ast.parse((SOURCE / "__init__.py").read_text(encoding="utf-8")).body
    plain = {alias for node in body if isinstance(node, ast.ImportFrom) for alias in [node.module]}
    assert plain <= {"__future__", "importlib", "typing"}


def test_logic_stands_on_the_standard_library_alone() -> None:
    for path in (SOURCE / "logic").glob("*.py"):
        for name in imported(path):
            top, _, rest = name.partition(".")
            assert top not in NEVER_IN_LOGIC
            assert top in sys.stdlib_module_names | {ROOT}, f"{path.name} imports {name}"
            assert top != ROOT or rest.partition(".")[0] in LOGIC_KNOWS, f"{path.name} imports {name}"


def test_the_inference_engine_is_imported_in_one_module_only() -> None:
    users = [path.name for path in MODULES if any(name.startswith("durable_rules_engine") for name in imported(path))]
    assert users == ["durable.py"]


def test_no_two_modules_import_each_other_in_a_circle() -> None:
    """At run time; an import for types alone cannot go round in a circle."""
    from graphlib import TopologicalSorter

    names = {".".join(path.relative_to(SOURCE.parent).with_suffix("").parts): path for path in MODULES}
    graph: dict[str, set[str]] = {}
    for name, path in names.items():
        body = ast.parse(path.read_text(encoding="utf-8")).body
        found = {
            f"{node.module}.{alias.name}" for node in body if isinstance(node, ast.ImportFrom) for alias in node.names
        }
        graph[name] = {each.rpartition(".")[0] for each in found if each.rpartition(".")[0] in names} | {
            e for e in found if e in names
        }
    assert len(list(TopologicalSorter(graph).static_order())) >= len(names)
