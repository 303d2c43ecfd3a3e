"""Which imports a file gets and loses with an edit, and where they stand."""

from __future__ import annotations

import pytest

from golinkname_ls.rules.edits.imports import (
    add_imports,
    guessed_package_name,
    import_edits,
    import_name,
    import_spec,
    import_unsafe,
    used_imports,
)
from golinkname_ls.rules.edits.lines import replace
from golinkname_ls.syntax.items.declarations import Import
from tests.rules.edits.edited_files import after, file, span_of


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("fmt", "fmt"),
        ("net/http", "http"),
        # golang.org/x/tools/internal/imports, ImportPathToAssumedName.
        ("example.com/m/v2", "m"),
        ("v2", "v2"),
        ("example.com/m/v2x", "v2x"),
    ],
)
def test_package_name_is_guessed_from_its_path(path: str, name: str) -> None:
    assert guessed_package_name(path) == name
    assert import_spec(path, name) == f'"{path}"'
    assert import_spec(path, "other") == f'other "{path}"'


@pytest.mark.parametrize(
    ("spec", "name"),
    [
        (Import("net/http"), "http"),
        (Import("net/http", "web"), "web"),
        (Import("net/http", "_"), ""),
        (Import("net/http", "."), ""),
        (Import("gopkg.in/yaml.v3"), "yaml"),
        (Import("example.com/go-json"), "json"),
        (Import("example.com/json-go"), "json"),
        (Import("example.com/m/v2"), "m"),
    ],
)
def test_import_has_a_name_in_its_file(spec: Import, name: str) -> None:
    assert import_name(spec) == name


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        # gofmt parts declarations of another kind by a blank line.
        ("package p\n", 'package p\n\nimport _ "unsafe"\n'),
        ("package p // Doc.\n", 'package p // Doc.\n\nimport _ "unsafe"\n'),
        ('package p\n\nimport "fmt"\n', 'package p\n\nimport "fmt"\nimport _ "unsafe"\n'),
        # Sorted by path, std before paths with a dot in their first element.
        ('package p\n\nimport (\n\t"fmt"\n)\n', 'package p\n\nimport (\n\t"fmt"\n\t_ "unsafe"\n)\n'),
        (
            'package p\n\nimport (\n\t"a.b/c"\n\t"fmt" // c\n\n\t"z.b/c"\n)\n',
            'package p\n\nimport (\n\t"a.b/c"\n\t"fmt" // c\n\t_ "unsafe"\n\n\t"z.b/c"\n)\n',
        ),
        ('package p\n\nimport (\n\t"a.b/c"\n)\n', 'package p\n\nimport (\n\t_ "unsafe"\n\t"a.b/c"\n)\n'),
        ('package p\n\nimport (\n\t"vet"\n)\n', 'package p\n\nimport (\n\t_ "unsafe"\n\t"vet"\n)\n'),
        ("package p\r\n", 'package p\r\n\r\nimport _ "unsafe"\r\n'),
        (
            'package p\r\n\r\nimport (\r\n\t"fmt"\r\n)\r\n',
            'package p\r\n\r\nimport (\r\n\t"fmt"\r\n\t_ "unsafe"\r\n)\r\n',
        ),
        ('package p\n\nimport "unsafe"\n', None),
        ('package p\n\nimport _ "unsafe"\n', None),
        ("// No package.\n", None),
    ],
)
def test_unsafe_is_imported_unless_it_is(head: str, expected: str | None) -> None:
    source = file(head)
    edits = import_unsafe(source)
    assert bool(edits) == (expected is not None)
    assert after(source, edits) == (expected or head)


def test_several_imports_are_sorted_in() -> None:
    source = file('package p\n\nimport (\n\t"bytes"\n\t"net"\n)\n')
    edits = add_imports(source, {"unsafe": "unsafe", "net/http": "web", "fmt": "fmt"})
    expected = 'import (\n\t"bytes"\n\t"fmt"\n\t"net"\n\tweb "net/http"\n\t"unsafe"\n)\n'
    assert after(source, edits) == f"package p\n\n{expected}"
    assert add_imports(source, {}) == ()


def rewritten(head: str, body: str, gone: str, fresh: str, add: dict[str, str] | None = None) -> str:
    """The imports of a file after `fresh` has taken the place of `gone`, without white space around them."""
    source = file(f"package p\n\n{head}\n\n{body}\n")
    span = span_of(source, gone)
    text = after(source, [*import_edits(source, [span], fresh, add or {}), replace(source, span, fresh)])
    start = text.index("package p") + len("package p")
    return text[start : text.index(body.replace(gone, fresh))].strip()


TWO = 'import (\n\t"fmt"\n\t"os"\n)'


@pytest.mark.parametrize(
    ("head", "body", "gone", "fresh", "kept"),
    [
        # What only the removed code used goes.
        ('import "fmt"', "var v fmt.State", "fmt.State", "int", ""),
        (TWO, "var v fmt.State\n\nvar w os.File", "fmt.State", "int", 'import (\n\t"os"\n)'),
        (TWO, "func f(fmt.State, os.File)", "fmt.State, os.File", "int", ""),
        ('import ("fmt"; "os")', "var v fmt.State; var w os.File", "fmt.State", "int", 'import ("os")'),
        ('import (\n\t"fmt"; "os"\n)', "var v fmt.State; var w os.File", "fmt.State", "int", 'import (\n\t"os"\n)'),
        ('import web "net/http"', "var v web.Client", "web.Client", "int", ""),
        # What is used elsewhere, or by the new code, stays.
        ('import "fmt"', "var v fmt.State\n\nvar w fmt.State", "v fmt.State", "v int", 'import "fmt"'),
        ('import "fmt"', "var v fmt.State", "fmt.State", "fmt.Stringer", 'import "fmt"'),
        # What was not used before is not this edit's affair.
        ('import "fmt"', "var v int", "int", "bool", 'import "fmt"'),
        ('import _ "net/http"', "var v http.Client", "http.Client", "int", 'import _ "net/http"'),
        ('import . "net/http"', "var v http.Client", "http.Client", "int", 'import . "net/http"'),
        ('import "C"', "var v C.int", "C.int", "int", 'import "C"'),
        # A word in a comment or a string, or behind a dot, is no use of a package.
        ('import "fmt"', "var v fmt.State // fmt.State", "fmt.State //", "int //", ""),
        ('import "fmt"', 'var v, w = fmt.Sprint(), "fmt.x"', "fmt.Sprint()", "1", ""),
        ('import "fmt"', "var v, w = fmt.Sprint(), a.fmt.x", "fmt.Sprint()", "1", ""),
    ],
)
def test_import_that_only_removed_code_used_goes(head: str, body: str, gone: str, fresh: str, kept: str) -> None:
    assert rewritten(head, body, gone, fresh) == kept


@pytest.mark.parametrize(
    ("head", "body", "gone", "fresh", "add", "kept"),
    [
        (
            'import "fmt"',
            "var v int\n\nvar w fmt.State",
            "v int",
            "v os.File",
            {"os": "os"},
            'import "fmt"\nimport "os"',
        ),
        # The place of the one that goes is taken.
        ('import "fmt"', "var v fmt.State", "fmt.State", "os.File", {"os": "os"}, 'import "os"'),
        (TWO, "func f(fmt.State, os.File)", "fmt.State", "a.A", {"x/a": "a"}, 'import (\n\t"x/a"\n\t"os"\n)'),
        ('import "fmt"', "var v fmt.State", "fmt.State", "a.A[b.B]", {"a": "a", "x": "b"}, 'import "a"\nimport b "x"'),
    ],
)
def test_import_that_new_code_needs_is_added(
    head: str, body: str, gone: str, fresh: str, add: dict[str, str], kept: str
) -> None:
    assert rewritten(head, body, gone, fresh, add) == kept


LINK = "//go:linkname f runtime.f\nfunc f"


@pytest.mark.parametrize(
    ("head", "body", "gone", "fresh", "kept"),
    [
        # The directive needs the import of unsafe (cmd/compile: only allowed in Go files that import "unsafe").
        ('import "unsafe"', f"{LINK}(unsafe.Pointer)", "unsafe.Pointer", "int", 'import _ "unsafe"'),
        ('import _ "unsafe"', f"{LINK}(int)", "int", "unsafe.Pointer", 'import "unsafe"'),
        ('import "unsafe"', f"{LINK}(int)", "int", "unsafe.Pointer", 'import "unsafe"'),
        ('import "fmt"', f"{LINK}(fmt.State)", "fmt.State", "unsafe.Pointer", 'import "unsafe"'),
        # With the last directive the blank import goes.
        ('import _ "unsafe"', f"{LINK}(int)", "//go:linkname f runtime.f", "", ""),
        ('import "unsafe"', f"{LINK}(unsafe.Pointer)", f"{LINK}(unsafe.Pointer)", "var v int", ""),
        ('import "unsafe"', f"{LINK}(unsafe.Pointer)", "//go:linkname f runtime.f", "", 'import "unsafe"'),
        ('import _ "unsafe"', f"{LINK}(int)\n\n//go:linkname g\nfunc g()", "//go:linkname g", "", 'import _ "unsafe"'),
        # A blank import may have another reason where no directive goes.
        ('import _ "unsafe"', "func f(int)", "int", "bool", 'import _ "unsafe"'),
        # What the compiler ignores is no directive.
        ('import _ "unsafe"', f"// go:linkname g\n\n{LINK}(int)", "//go:linkname f runtime.f", "", ""),
    ],
)
def test_unsafe_stays_as_long_as_directives_do(head: str, body: str, gone: str, fresh: str, kept: str) -> None:
    assert rewritten(head, body, gone, fresh) == kept


def test_imports_that_code_uses() -> None:
    source = file(
        'package p\n\nimport (\n\t"fmt"\n\tweb "net/http"\n\t"os"\n)\n\nfunc f(web.Client, x.Y) fmt.State\n\nvar v os.File\n'
    )
    assert used_imports(source, span_of(source, "func f(web.Client, x.Y) fmt.State")) == {
        "fmt": "fmt",
        "net/http": "web",
    }
