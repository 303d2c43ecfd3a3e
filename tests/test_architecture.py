"""The shape of the code base, by its import graph: no circles of modules, folders and modules that can be looked over."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import grimp
import pytest

import golinkname_ls

PACKAGE = Path(golinkname_ls.__file__).parent
MOST_LINES = 300
MOST_MODULES = 12
# Siblings of one kind may be more: a rule, a fix, a feature, a request, a command, a format each.
OF_ONE_KIND = {"rules/fixes"}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("golinkname_ls", cache_dir=None)


def modules() -> list[Path]:
    return [file for file in sorted(PACKAGE.rglob("*.py")) if file.name != "__init__.py"]


def name_of(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


def test_no_modules_import_each_other_in_a_circle(graph: grimp.ImportGraph) -> None:
    """Imports within functions, and for types alone, count."""
    waiting = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    # What imports nothing that is left is in no circle.
    while free := {module for module, imported in waiting.items() if not imported & waiting.keys()}:
        for module in free:
            del waiting[module]
    assert waiting == {}


def test_a_module_can_be_read_in_one_go() -> None:
    lengths = {name_of(file): len(file.read_text("utf-8").splitlines()) for file in modules()}
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


def test_a_folder_can_be_looked_over() -> None:
    counts = Counter(file.parent.relative_to(PACKAGE).as_posix() for file in modules())
    assert {f: n for f, n in counts.items() if n > MOST_MODULES and f not in OF_ONE_KIND} == {}


def test_every_folder_says_what_it_knows() -> None:
    folders = {file.parent for file in modules()} - {PACKAGE}
    silent = [name_of(f) for f in folders if not (f / "__init__.py").read_text("utf-8").startswith('"""')]
    assert silent == []


def test_the_code_map_has_every_folder_and_no_other_module() -> None:
    text = (PACKAGE.parent / "docs" / "architecture.md").read_text("utf-8")
    named = set(re.findall(r"`([\w/]+)`", text.split("## Code map")[1].split("## The way of an edit")[0]))
    folders = {f.parent.relative_to(PACKAGE).as_posix() for f in PACKAGE.rglob("__init__.py")} - {"."}
    assert folders - named == set()
    paths = {
        path.removeprefix("golinkname_ls/")
        for path in re.findall(r"`((?:golinkname_ls/)?[a-z]\w*(?:/\w+)*/\w+\.py)`", text)
    }
    assert {path for path in paths if not path.startswith("tests/")} <= {name_of(file) for file in modules()}
    bare = set(re.findall(r"`(\w+\.py)`", text))
    assert bare <= {file.name for file in modules()}
