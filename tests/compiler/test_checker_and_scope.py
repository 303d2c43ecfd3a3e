"""Which declarations a name in a piece of code means: those of its file's imports, and of tests only in tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.compiler.checker_and_scope import CodeContext
from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.syntax.expressions.parser import parse_expression
from golinkname_ls.syntax.items.declarations import Import
from golinkname_ls.syntax.items.package_membership import Member
from tests.program.small_programs import MODULE, program

FILES = {
    "m.go": 'package m\n\nimport "example.com/m/lib"\n\nconst Plain = 1 + lib.N\n',
    "m_test.go": "package m\n\nconst Tested = 2\n",
    "x_test.go": "package m_test\n\nconst External = 3\n",
    "lib/lib.go": "package lib\n\nconst N = 10\n",
    "other/lib.go": "package lib\n\nconst N = 20\n",
}


def member(package: PackageFolder, file: str) -> Member:
    source = package.source(file)
    assert source is not None
    return source.as_now()


def value(context: CodeContext, text: str) -> object:
    scope, expression = context.scope, parse_expression(text)
    assert scope is not None and expression is not None
    return context.checker.evaluate(expression, scope).value


@pytest.mark.parametrize(
    ("path", "like", "known"),
    [
        (MODULE, "m.go", {"Plain": 11}),
        (MODULE, "m_test.go", {"Plain": 11, "Tested": 2}),
        # External tests are a package of their own in the same folder.
        (f"{MODULE}_test", "x_test.go", {"External": 3}),
    ],
)
def test_names_are_those_of_the_files_compiled_together(
    path: str, like: str, known: dict[str, int], tmp_path: Path
) -> None:
    found = program(tmp_path, FILES, tests=True)
    context = CodeContext.of(found, path, member(found.closure.packages[path], like))
    names = {name: value(context, name) for name in ("Plain", "Tested", "External")}
    assert {name: constant for name, constant in names.items() if constant is not None} == known


def test_qualifiers_are_those_of_the_file_with_the_code(tmp_path: Path) -> None:
    uses = {"uses.go": 'package m\n\nimport "example.com/m/other"\n\nvar _ = lib.N\n'}
    found = program(tmp_path, FILES | uses)
    package = found.closure.packages[MODULE]
    context = CodeContext.of(found, MODULE, member(package, "m.go"))
    assert value(context, "lib.N") is None
    assert value(context.importing((Import(f"{MODULE}/lib"),)), "lib.N") == 10
    # The name of a package is what its own clause says, and not its folder's.
    assert value(context.importing((Import(f"{MODULE}/other"),)), "lib.N") == 20
    assert value(context.importing((Import(f"{MODULE}/other", "o"),)), "o.N") == 20


def test_contexts_are_equal_where_names_mean_the_same(tmp_path: Path) -> None:
    found = program(tmp_path, FILES)
    context = CodeContext.of(found, MODULE, member(found.closure.packages[MODULE], "m.go"))
    imports = (Import(f"{MODULE}/lib"),)
    assert context.importing(imports) == context.importing(imports)
    assert context.importing(imports) != context
    assert context.importing(imports).importing(()) == context
