"""Text of one package in a catalog: Go declarations without bodies, file by file.

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
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from golinkname_ls.syntax.items.declarations import (
    ConstDeclaration,
    Declaration,
    FuncDeclaration,
    Import,
    TypeDeclaration,
    VarDeclaration,
)

AssemblySymbol = tuple[str, str, str]
"""(`text` or `globl`, the symbol, `ABI0` or `ABIInternal`)."""

_NOTE = re.compile(r" // ((?:(?:initial \w+|result \d+ of \d+|iota \d+|go:\w+) ?)+)$")
_NAME = re.compile(r"(?:func (?:\([^)]*\) )?|var |const |type )([^\W\d]\w*)")
_FUNC = re.compile(r"func (?:\(([^)]*)\) )?([^\W\d]\w*)(?:\[(.*?)\])?(?=\()")
_TYPE = re.compile(r"type ([^\W\d]\w*)(?:\[(.*?)\](?= (?:[^ ])))? (= )?")
# So many names of a package are looked for in its text before it is read row by row.
_SEARCHES = 8
# Names are typed letter by letter.
_MOST_FOUND = 10_000


def package_file_name(path: str) -> str:
    """Catalog file name of an import path: `/` becomes `+`, all files are in one folder."""
    return path.replace("/", "+") + ".txt"


class Section:
    """One file of a package in the catalog; its declarations stay text until they are asked for.

    `name` is the file's name, `package` the import path of its package.
    """

    def __init__(self, text: str, package: str) -> None:
        """Section of the text between the `-- ` of this file and that of the next."""
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
        """Expression of the build constraint, "" without one."""
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
        """Linkname directives as (verb, local, remote or "", 0)."""
        found = (row.split(" ") for row in self._after("//go:linkname"))
        return tuple(("linkname" + w[0], w[1], w[2] if len(w) > 2 else "", 0) for w in found)

    @cached_property
    def lines(self) -> list[int]:
        """Line of each declaration in the source file, from 1, in the order of `rows`."""
        steps = next(iter(self._after("//lines ")), "")
        return list(accumulate(map(int, steps.split())))

    @cached_property
    def rows(self) -> list[str]:
        """Declarations as text, one a line, in source order."""
        text = self._text.rstrip("\n")
        return text.split("\n")[len(self._head) :] if text else []

    def mentions(self, word: str) -> bool:
        """Whether the section's text holds a word, maybe as part of another."""
        return word in self._text

    @cached_property
    def imports_c(self) -> bool:
        """Whether the file imports C, so that it is built with cgo only."""
        return '\nimport "C"\n' in f"\n{self._text}\n"

    @property
    def is_assembly(self) -> bool:
        """Whether the file is an assembly file, which lists symbols in place of declarations."""
        return self.name.endswith(".s")

    def symbols(self) -> Iterator[AssemblySymbol]:
        """The assembly symbols the file defines."""
        for row in self.rows:
            kind, symbol, abi = row.split(" ")
            yield kind.lower(), symbol, abi

    def declaration(self, index: int) -> Declaration | None:
        """Declaration in the row of that index, from 0; None when the row cannot be read."""
        return read_declaration(self.rows[index])


def read_declaration(row: str) -> Declaration | None:
    """Declaration read from one line of a package's text; None where the line is none."""
    notes = _NOTE.search(row)
    words = notes[1].split() if notes else []
    if notes:
        row = row[: notes.start()]
    if row.startswith("func "):
        return _read_func(row, words)
    if row.startswith("type "):
        match = _TYPE.match(row)
        if match is None:
            return None
        return TypeDeclaration(match[1], row[match.end() :], bool(match[3]), match[2] or "")
    keyword, _, rest = row.partition(" ")
    head, _, value = rest.partition(" = ") if " = " in rest else (rest, "", "")
    name, _, kind = head.partition(" ")
    note = dict(zip(words[::2], words[1::2], strict=False))
    if keyword == "var":
        index, count = (int(words[words.index("result") + i]) for i in (1, 3)) if "result" in words else (0, 1)
        return VarDeclaration(name, kind, value, index, count, note.get("initial", ""))
    if keyword == "const":
        return ConstDeclaration(name, kind, value, int(note.get("iota", 0)))
    return None


def _read_func(row: str, words: list[str]) -> FuncDeclaration | None:
    match = _FUNC.match(row)
    if match is None:
        return None
    receiver, base, pointer = match[1] or "", "", False
    if receiver:
        bare = receiver.rpartition(" ")[2] if "[" not in receiver else receiver.split("[")[0].rpartition(" ")[2]
        pointer, base = bare.startswith("*"), bare.lstrip("*")
    body = row.endswith(" {}")
    signature = "func" + row[match.end() : -3 if body else None]
    return FuncDeclaration(match[2], signature, body, receiver, base, pointer, match[3] or "", tuple(words))


class Entry(NamedTuple):
    """A std declaration with its section (source file) and its row there, `number` from 0."""

    section: Section
    declaration: Declaration
    number: int = 0

    @property
    def line(self) -> int:
        """The line of its name in the source file, from 1; 0 where it is not known."""
        return self.section.lines[self.number] if self.number < len(self.section.lines) else 0


class PackageText:
    """Text of one std package in one Go version: all its files, for every platform."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.sections = [Section(part, path) for part in text.split("\n-- ")[1:]]
        self._found: dict[str, list[Entry]] = {}
        self._searches = 0

    @cached_property
    def directed(self) -> list[Section]:
        """Files that hold linkname directives."""
        return [section for section in self.sections if section.mentions("//go:linkname")]

    @cached_property
    def _index(self) -> dict[str, list[tuple[Section, int]]]:
        """The rows by the name they declare; the rows themselves stay text."""
        index: dict[str, list[tuple[Section, int]]] = {}
        for section in self.sections:
            for number, row in enumerate(section.rows if not section.is_assembly else ()):
                if match := _NAME.match(row):
                    index.setdefault(match[1], []).append((section, number))
        return index

    def named(self, name: str) -> list[Entry]:
        """Every declaration of `name`, methods too, on any platform."""
        if name not in self._found:
            # Reading every row takes longer than a short-lived process has.
            rows = self._searched(name) if self._searches < _SEARCHES else self._index.get(name, [])
            self._searches += 1
            entries = ((section, section.declaration(number), number) for section, number in rows)
            if len(self._found) > _MOST_FOUND:
                self._found.clear()
            self._found[name] = [Entry(section, d, number) for section, d, number in entries if d is not None]
        return self._found[name]

    def _searched(self, name: str) -> list[tuple[Section, int]]:
        holding = (s for s in self.sections if not s.is_assembly and s.mentions(name))
        return [(s, n) for s in holding for n, row in enumerate(s.rows) if (m := _NAME.match(row)) and m[1] == name]

    @cached_property
    def names(self) -> frozenset[str]:
        """All declared names, methods by their bare name."""
        return frozenset(self._index)

    def methods(self, base: str) -> list[Entry]:
        """The methods whose receiver's type is `base`, on any platform."""
        return self._methods.get(base, [])

    @cached_property
    def _methods(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for section in self.sections:
            for number, row in enumerate(section.rows):
                declaration = section.declaration(number) if row.startswith("func (") else None
                if isinstance(declaration, FuncDeclaration):
                    found.setdefault(declaration.receiver_base, []).append(Entry(section, declaration, number))
        return found
