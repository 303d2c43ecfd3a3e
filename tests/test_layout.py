"""The shape of the tests: they stand in the rooms of the package, and each module that decides something has tests of its own."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

import golinkname_ls

TESTS = Path(__file__).parent
PACKAGE = Path(golinkname_ls.__file__).parent
MOST_FILES = 2_000
# What is no room: data, suites with a marker of their own, and what they are made with.
OTHERS = {"benchmarks", "cases", "editors", "field", "oracle", "robustness", "toolchain"}
# Held by the fixtures of their rule's code, by messages over the wire, and by the command line as it is run.
HELD_OTHERWISE = ("rules/compile/", "rules/link/", "rules/runtime/", "rules/advice/", "rules/fixes/", "lsp/", "cli/")
# They carry data, or put together what others decide.
DECIDE_NOTHING = {
    "analysis/engine.py",
    "rules/core/rule.py",
    "syntax/expressions/predeclared_types.py",
    "syntax/items/declared_signature.py",
    "syntax/items/item_inputs.py",
}


@functools.cache
def imported_in(folder: Path) -> frozenset[str]:
    """What test modules of a folder and below import."""
    return frozenset(_imported_in(folder))


def _imported_in(folder: Path) -> Iterator[str]:
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                yield node.module
                yield from (f"{node.module}.{alias.name}" for alias in node.names)
            elif isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)


def test_folders_are_rooms() -> None:
    folders = {file.parent.relative_to(TESTS) for file in TESTS.rglob("*.py")} - {Path()}
    strange = {f.as_posix() for f in folders if f.parts[0] not in OTHERS and not (PACKAGE / f).is_dir()}
    assert strange == set()


def test_each_module_that_decides_something_has_tests_in_its_room() -> None:
    untested = []
    for file in sorted(PACKAGE.rglob("*.py")):
        name = file.relative_to(PACKAGE).as_posix()
        room = TESTS / Path(name).parts[0]
        module = f"golinkname_ls.{name.removesuffix('.py').replace('/', '.')}"
        if file.name == "__init__.py" or name == "__main__.py" or name.startswith(HELD_OTHERWISE):
            continue
        own = TESTS / Path(name).parent / f"test_{file.name}"
        if module not in imported_in(room) and not own.exists():
            untested.append(name)
    assert sorted(set(untested) - DECIDE_NOTHING) == []
    assert set(untested) >= DECIDE_NOTHING, "tested by now"


def test_the_tests_are_not_too_many_files() -> None:
    made = {"__pycache__", "node_modules"}
    files = [file for file in TESTS.rglob("*") if file.is_file() and not made & set(file.parts)]
    assert len(files) > 1_000
    assert len(files) <= MOST_FILES
