"""The text of one package in a catalog: Go declarations without bodies, file by file.

    package runtime
    -- proc.go
    //go:build linux
    //lines 23 97 1 …            (line of each declaration below, each counted from the one before)
    import "internal/abi"
    //go:linkname gopark
    func gopark(unlockf func(*g, unsafe.Pointer) bool, …) {}
    var allgs []*g
    -- asm_amd64.s
    TEXT runtime.gogo ABI0

Line numbers stand apart so that a diff of two versions shows declarations only. What Go has no words for stands in a
comment at the line's end: `// initial static`, `// result 1 of 2`, `// iota 3`, `// go:cgo_unsafe_args`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate

from golinkname_ls.syntax.items.declarations import (
    ConstDeclaration,
    Declaration,
    FileDeclarations,
    FuncDeclaration,
    Import,
    TypeDeclaration,
    VarDeclaration,
)

AssemblySymbol = tuple[str, str, str]
"""(`text` or `globl`, the symbol, `ABI0` or `ABIInternal`)."""

_KEPT_PRAGMAS = frozenset({"go:cgo_unsafe_args", "go:wasmimport", "go:nosplit"})
_NOTE = re.compile(r" // ((?:(?:initial \w+|result \d+ of \d+|iota \d+|go:\w+) ?)+)$")
_FUNC = re.compile(r"func (?:\(([^)]*)\) )?([^\W\d]\w*)(?:\[(.*?)\])?(?=\()")
_TYPE = re.compile(r"type ([^\W\d]\w*)(?:\[(.*?)\](?= (?:[^ ])))? (= )?")


def package_file_name(path: str) -> str:
    """The file that holds a package: one flat folder, slashes as `+`."""
    return path.replace("/", "+") + ".txt"


def write_package(
    path: str,
    files: Iterable[FileDeclarations],
    assembly: Iterable[tuple[str, str, list[AssemblySymbol]]],
    constants: frozenset[str],
) -> str:
    """The package's text; of its constants only those in `constants`."""
    out = [f"package {path}"]
    for file in files:
        declarations = [d for d in file.declarations if not isinstance(d, ConstDeclaration) or d.name in constants]
        declarations = [d for d in declarations if d.name != "_"]
        out.append(f"-- {file.path}")
        if file.constraint:
            out.append(f"//go:build {file.constraint}")
        if file.package_name != path.rsplit("/", 1)[-1]:
            out.append(f"//package {file.package_name}")
        if declarations:
            out.append("//lines " + _lines(d.line for d in declarations))
        out.extend(f'import {i.name + " " if i.name else ""}"{i.path}"' for i in file.imports)
        out.extend(f"//go:{verb} {local} {remote}".rstrip() for verb, local, remote, _line in file.directives)
        out.extend(_text(d) for d in declarations)
    for name, constraint, symbols in assembly:
        out.append(f"-- {name}")
        if constraint:
            out.append(f"//go:build {constraint}")
        out.extend(f"{kind.upper()} {symbol} {abi}" for kind, symbol, abi in symbols)
    return "\n".join(out) + "\n"


def _lines(lines: Iterable[int]) -> str:
    parts, last = [], 0
    for line in lines:
        parts.append(str(line - last))
        last = line
    return " ".join(parts)


def _text(declaration: Declaration) -> str:
    if isinstance(declaration, FuncDeclaration):
        receiver = f"({declaration.receiver}) " if declaration.receiver else ""
        generic = f"[{declaration.type_parameters}]" if declaration.type_parameters else ""
        text = f"func {receiver}{declaration.name}{generic}{declaration.signature.removeprefix('func')}"
        notes = [p for p in declaration.pragmas if p in _KEPT_PRAGMAS and p != "go:nosplit"]
        return text + (" {}" if declaration.has_body else "") + _note(notes)
    if isinstance(declaration, VarDeclaration):
        text = f"var {declaration.name}" + (f" {declaration.type}" if declaration.type else "")
        text += f" = {declaration.value}" if declaration.value else ""
        notes = [f"initial {declaration.initial}"] if declaration.initial else []
        if declaration.results > 1:
            notes.append(f"result {declaration.result} of {declaration.results}")
        return text + _note(notes)
    if isinstance(declaration, ConstDeclaration):
        kind = f" {declaration.type}" if declaration.type else ""
        return f"const {declaration.name}{kind} = {_on_one_line(declaration.value)}" + _note(
            [f"iota {declaration.iota}"]
        )
    generic = f"[{declaration.type_parameters}]" if declaration.type_parameters else ""
    return f"type {declaration.name}{generic} {'= ' if declaration.is_alias else ''}{declaration.type}"


def _on_one_line(value: str) -> str:
    """The expression with raw strings that have line ends written as others."""
    # Only writing a catalog needs it.
    import json

    def quoted(raw: re.Match[str]) -> str:
        return json.dumps(raw[1].replace("\r", ""), ensure_ascii=False)

    return re.sub(r"`([^`]*\n[^`]*)`", quoted, value)


def _note(notes: list[str]) -> str:
    return " // " + " ".join(notes) if notes else ""


class Section:
    """One file of a package: read no further than what is asked of it, its declarations still text.

    `name` is the file's; `package` the path of the package it belongs to.
    """

    def __init__(self, text: str, package: str) -> None:
        """`text` is what stands between the `-- ` of this file and that of the next."""
        self.name, _, self._text = text.partition("\n")
        self.package = package

    @cached_property
    def _head(self) -> list[str]:
        text, head, start = self._text, list[str](), 0
        # Row by row: of most sections the rest is never asked for.
        while text.startswith(("//", "import "), start):
            end = text.find("\n", start)
            head.append(text[start:end] if end >= 0 else text[start:])
            if end < 0:
                break
            start = end + 1
        return head

    def _after(self, prefix: str) -> list[str]:
        return [row[len(prefix) :] for row in self._head if row.startswith(prefix)]

    @cached_property
    def constraint(self) -> str:
        """The build constraint's expression, "" without."""
        first = self._text.partition("\n")[0]
        return first.removeprefix("//go:build ") if first.startswith("//go:build ") else ""

    @cached_property
    def package_name(self) -> str:
        """The name in the package clause."""
        return next(iter(self._after("//package ")), self.package.rsplit("/", 1)[-1])

    @cached_property
    def imports(self) -> tuple[Import, ...]:
        """The file's imports."""
        found = (row.rpartition(" ") for row in self._after("import "))
        return tuple(Import(path.strip('"'), alias or None) for alias, _, path in found)

    @cached_property
    def directives(self) -> tuple[tuple[str, str, str, int], ...]:
        """(verb, local, remote or "", 0) of the linkname directives."""
        found = (row.split(" ") for row in self._after("//go:linkname"))
        return tuple(("linkname" + w[0], w[1], w[2] if len(w) > 2 else "", 0) for w in found)

    @cached_property
    def lines(self) -> list[int]:
        """The line of each declaration."""
        steps = next(iter(self._after("//lines ")), "")
        return list(accumulate(map(int, steps.split())))

    @cached_property
    def rows(self) -> list[str]:
        """The declarations' texts, in order."""
        text = self._text.rstrip("\n")
        return text.split("\n")[len(self._head) :] if text else []

    def mentions(self, word: str) -> bool:
        """Whether the text has the word, maybe as part of another."""
        return word in self._text

    @cached_property
    def imports_c(self) -> bool:
        """Whether the file needs cgo."""
        return '\nimport "C"\n' in f"\n{self._text}\n"

    @property
    def is_assembly(self) -> bool:
        """Whether the section lists assembly symbols."""
        return self.name.endswith(".s")

    def symbols(self) -> Iterator[AssemblySymbol]:
        """The assembly symbols the file defines."""
        for row in self.rows:
            kind, symbol, abi = row.split(" ")
            yield kind.lower(), symbol, abi

    def declaration(self, index: int) -> Declaration | None:
        """The declaration in the given row, None when the row cannot be read."""
        return read_declaration(self.rows[index], self.lines[index] if index < len(self.lines) else 0)

    def file(self) -> FileDeclarations:
        """The file's header as the Go model reads it, without declarations."""
        return FileDeclarations(
            f"{self.package}/{self.name}", self.package_name, self.constraint, self.imports, (), self.directives
        )


def read_sections(text: str) -> list[Section]:
    """The sections of a package's text, in order; what cannot be read is left out."""
    head, *parts = text.split("\n-- ")
    package = head.removeprefix("package ").strip()
    return [Section(part, package) for part in parts]


def read_declaration(row: str, line: int) -> Declaration | None:
    """One declaration's line; None when it is none."""
    notes = _NOTE.search(row)
    words = notes[1].split() if notes else []
    if notes:
        row = row[: notes.start()]
    if row.startswith("func "):
        return _read_func(row, line, words)
    if row.startswith("type "):
        match = _TYPE.match(row)
        if match is None:
            return None
        return TypeDeclaration(match[1], row[match.end() :], bool(match[3]), line, match[2] or "")
    keyword, _, rest = row.partition(" ")
    head, _, value = rest.partition(" = ") if " = " in rest else (rest, "", "")
    name, _, kind = head.partition(" ")
    note = dict(zip(words[::2], words[1::2], strict=False))
    if keyword == "var":
        index, count = (int(words[words.index("result") + i]) for i in (1, 3)) if "result" in words else (0, 1)
        return VarDeclaration(name, kind, value, line, index, count, note.get("initial", ""))
    if keyword == "const":
        return ConstDeclaration(name, kind, value, int(note.get("iota", 0)), line)
    return None


def _read_func(row: str, line: int, words: list[str]) -> FuncDeclaration | None:
    match = _FUNC.match(row)
    if match is None:
        return None
    receiver, base, pointer = match[1] or "", "", False
    if receiver:
        bare = receiver.rpartition(" ")[2] if "[" not in receiver else receiver.split("[")[0].rpartition(" ")[2]
        pointer, base = bare.startswith("*"), bare.lstrip("*")
    body = row.endswith(" {}")
    signature = "func" + row[match.end() : -3 if body else None]
    return FuncDeclaration(match[2], signature, body, line, receiver, base, pointer, match[3] or "", tuple(words))
