"""The part of a Go file before its first declaration: package clause, imports, build constraint.

It is read from bytes without a tree, after cmd/go/internal/imports/read.go, which stops at the first declaration. What
is being typed is passed over, so that the imports behind it stay known: `import ("fm` ⏎ `"unsafe")` imports unsafe.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from golinkname_ls.syntax.items.constraint_lines import constraint_of
from golinkname_ls.syntax.items.declarations import Import
from golinkname_ls.text.span import Span

_BLANK = re.compile(rb"(?:[ \t\r\n;]+|//[^\n]*|/\*.*?\*/)*", re.S)
_PACKAGE = re.compile(rb"package(?=[\s/])")
_KEYWORD = re.compile(rb"(?:import|func|var|const|type)\b")
_NAME = re.compile(rb"(?!" + _KEYWORD.pattern + rb")[A-Za-z_\x80-\xff][\w\x80-\xff]*|\.")
_IMPORT = re.compile(rb"import(?=[\s\"`(/])")
_PATH = re.compile(rb"\"([^\"\n]*)\"|`([^`]*)`")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Header:
    """The package's name ("" without clause), the build constraint's expression ("" without) and the import specs."""

    package_name: str
    constraint: str
    imports: tuple[Import, ...]
    imports_c: bool = False
    """Whether the file is one of cgo's: builds without cgo leave it out."""
    import_spans: tuple[Span, ...] = field(default=(), compare=False)
    """The bytes of each import spec: the one thing that says where something stands, which edits behind leave alone."""

    @classmethod
    def read(cls, data: bytes) -> Header:
        """Read the header of a file's bytes; what cannot be read is left out, nothing is raised."""
        at = _skip(data, len(_BYTE_ORDER_MARK) if data.startswith(_BYTE_ORDER_MARK) else 0)
        clause = _PACKAGE.match(data, at)
        at = _skip(data, clause.end()) if clause else at
        # Without a clause it is one half written: `packa`.
        name = _NAME.match(data, at)
        at = _skip(data, name.end()) if name else at
        imports: list[tuple[Import, Span]] = []
        while keyword := _IMPORT.match(data, at):
            at = _skip(data, keyword.end())
            if not data.startswith(b"(", at):
                at = _spec(data, at, imports)
                continue
            at = _skip(data, at + 1)
            while at < len(data) and not data.startswith(b")", at) and not _KEYWORD.match(data, at):
                at = _spec(data, at, imports)
            at = _skip(data, at + data.startswith(b")", at))
        return cls(
            package_name=_text(name[0]) if clause and name else "",
            constraint=constraint_of(data),
            imports=tuple(spec for spec, _ in imports),
            imports_c=any(spec.path == "C" for spec, _ in imports),
            import_spans=tuple(span for _, span in imports),
        )

    @property
    def is_documentation(self) -> bool:
        """Whether the file is of a package named documentation, which no build takes in (go/build/build.go: Import)."""
        return self.package_name == "documentation"

    def placed_imports(self) -> list[tuple[Import, Span]]:
        """The import specs, each with its bytes."""
        return list(zip(self.imports, self.import_spans, strict=True))


def _spec(data: bytes, at: int, imports: list[tuple[Import, Span]]) -> int:
    """Read one import spec; the end of it with the blanks behind, or of its line when it cannot be read."""
    name = _NAME.match(data, at)
    path = _PATH.match(data, _skip(data, name.end()) if name else at)
    if path is None:
        end = at if _KEYWORD.match(data, at) else data.find(b"\n", at)
        return len(data) if end < 0 else _skip(data, end)
    text = path[1] if path[1] is not None else path[2]
    imports.append((Import(_text(text), _text(name[0]) if name else None), Span(at, path.end())))
    return _skip(data, path.end())


def _skip(data: bytes, at: int) -> int:
    match = _BLANK.match(data, at)
    return match.end() if match is not None else at


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
