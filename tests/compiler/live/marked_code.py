"""Go code with one place in it that is asked about."""

from __future__ import annotations

from pathlib import Path

from tree_sitter import Node

from golinkname_ls.compiler.constants.conditions import Conditions
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.tree.identifier_nodes import occurrences_of
from tests.program.small_programs import context_of, program


def read(root: Path, text: str, more: dict[str, str] | None = None) -> tuple[SourceFile, Conditions]:
    """The file of a package with that text alone, and what is constant in it."""
    found = program(root, {"m.go": text} | (more or {}))
    source = found.closure.packages["example.com/m"].source("m.go")
    assert source is not None
    assert not source.outline.has_error, text
    return source, Conditions(context_of(found))


def place_of(source: SourceFile, name: str) -> Node:
    """The last place where a name stands."""
    return list(occurrences_of(source.tree.root_node, source.data, name.encode(), 0, len(source.data)))[-1]
