"""Package-level declarations of a Go file as text; files and the catalog share them.

Types and constant expressions stay source text here (comments dropped, white space folded to what gofmt
would keep on one line); `golang.type_checker` parses and resolves them only when something asks.
Where a declaration stands is told apart from what it says; `ordinal` tells those of one name in one file from each
other, in their order. Named tuples and not data classes: importing those takes longer than reading a package.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from golinkname_ls.syntax.expressions.expression import FuncType
from golinkname_ls.text.span import Span


class DeclarationPlace(NamedTuple):
    """Byte ranges of a declaration's spec, name and body, and the line of its name, from 1.

    It is no part of the declaration: an edit elsewhere moves it.
    """

    span: Span
    name: Span
    line: int
    body: Span | None = None

    def shifted(self, delta: int, rows: int) -> DeclarationPlace:
        """The place moved by `delta` bytes and `rows` lines."""
        body = self.body.shifted(delta) if self.body is not None else None
        return DeclarationPlace(self.span.shifted(delta), self.name.shifted(delta), self.line + rows, body)


class Import(NamedTuple):
    """One import spec. `name` is the local name as written: None, `_`, `.` or an identifier."""

    path: str
    name: str | None = None


class FuncDeclaration(NamedTuple):
    """A func or method.

    `signature` is `func(pp *p) int64`: parameters and results as written, without receiver, type parameters or
    body. `receiver` is the receiver's parameter text without parentheses (`s *mspan`), `receiver_base` its
    type's name (`mspan`). `type_parameters` is the text between the brackets, or "".
    """

    name: str
    signature: str
    has_body: bool
    receiver: str = ""
    receiver_base: str = ""
    receiver_is_pointer: bool = False
    type_parameters: str = ""
    pragmas: tuple[str, ...] = ()
    written: FuncType | None = None
    """The signature as it was read from the tree, of a func without body; None where only its text is known."""
    ordinal: int = 0

    @property
    def is_method(self) -> bool:
        """Whether the func has a receiver."""
        return bool(self.receiver)

    def has_code(self, goarch: str) -> bool:
        """Whether the compiler emits code for the func: for its body, or for a call to the host.

        cmd/compile/internal/noder/noder.go, pragma (1.27.3:249): other architectures pass over the pragma.
        """
        return self.has_body or (goarch == "wasm" and "go:wasmimport" in self.pragmas)

    @property
    def qualified_name(self) -> str:
        """Name with the receiver's type, as in linker symbols: `nanotime`, `(*mcache).refill`, `Value.Len`."""
        if not self.receiver:
            return self.name
        base = f"(*{self.receiver_base})" if self.receiver_is_pointer else self.receiver_base
        return f"{base}.{self.name}"


class VarDeclaration(NamedTuple):
    """One name of a var spec.

    `type` is "" when it is to be inferred. `value` is the initialiser's text reduced to what its type needs
    ("" without one); `result` of `results` says which result it is when one call gives several. `initial` says what
    the compiler can put into the object file: "" (nothing), "zero", "static" or "dynamic".
    """

    name: str
    type: str
    value: str
    result: int = 0
    results: int = 1
    initial: str = ""
    ordinal: int = 0


class ConstDeclaration(NamedTuple):
    """One name of a const spec, implicit repetition already filled in; `iota` is its index in the group."""

    name: str
    type: str
    value: str
    iota: int
    ordinal: int = 0


class TypeDeclaration(NamedTuple):
    """A defined type or an alias; `type` is the text right of the name (and of the `=`)."""

    name: str
    type: str
    is_alias: bool
    type_parameters: str = ""
    ordinal: int = 0


Declaration: TypeAlias = FuncDeclaration | VarDeclaration | ConstDeclaration | TypeDeclaration
PlacedDeclaration: TypeAlias = tuple[Declaration, DeclarationPlace]


class FileDeclarations(NamedTuple):
    """Everything at package level of one file, in source order.

    `constraint` is the expression of the `//go:build` line (or of `// +build` lines turned into one), "" without.
    `path` is the file's path as its owner names it: relative to `src` for std, else to the package's folder.
    """

    path: str
    package_name: str
    constraint: str = ""
    imports: tuple[Import, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    lines: tuple[int, ...] = ()
    """The line of each declaration's name, from 1."""
    directives: tuple[tuple[str, str, str, int], ...] = ()
    """(verb, local, remote or "", line): the well-formed linkname directives."""
    broken: bool = False
    """Whether a part of the file could not be parsed, so that declarations may be missing."""
