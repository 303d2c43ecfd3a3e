"""Writer of a package's text in a catalog; the format is that of `catalog.store.package_text`."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Iterator

from golinkname_ls.catalog.building.goroot_packages import SourcePackage
from golinkname_ls.syntax.items.declarations import (
    ConstDeclaration,
    Declaration,
    FileDeclarations,
    FuncDeclaration,
    TypeDeclaration,
    VarDeclaration,
)

_KEPT_PRAGMAS = frozenset({"go:cgo_unsafe_args", "go:wasmimport"})
_RAW_STRING_OF_LINES = re.compile(r"`([^`]*\n[^`]*)`")


def write_package(package: SourcePackage, constants: Container[str] | None = None) -> str:
    """Text of a package in the catalog's format; of its constants those in `constants`, all without them."""
    out = [f"package {package.path}"]
    for file in package.files:
        placed = [
            (d, line)
            for d, line in zip(file.declarations, file.lines, strict=True)
            if d.name != "_" and (constants is None or not isinstance(d, ConstDeclaration) or d.name in constants)
        ]
        out.extend(_head(file, package.path))
        if placed:
            out.append("//lines " + " ".join(map(str, _steps(line for _, line in placed))))
        out.extend(f'import {i.name + " " if i.name else ""}"{i.path}"' for i in file.imports)
        out.extend(f"//go:{verb} {local} {remote}".rstrip() for verb, local, remote, _line in file.directives)
        out.extend(_row(d) for d, _ in placed)
    for name, constraint, symbols in package.assembly:
        out.append(f"-- {name}")
        if constraint:
            out.append(f"//go:build {constraint}")
        out.extend(f"{kind.upper()} {symbol} {abi}" for kind, symbol, abi in symbols)
    return "\n".join(out) + "\n"


def _head(file: FileDeclarations, path: str) -> Iterator[str]:
    yield f"-- {file.path}"
    if file.constraint:
        yield f"//go:build {file.constraint}"
    if file.package_name != path.rsplit("/", 1)[-1]:
        yield f"//package {file.package_name}"


def _steps(lines: Iterable[int]) -> Iterator[int]:
    """Line numbers as differences, each from the line before, the first from 0."""
    last = 0
    for line in lines:
        yield line - last
        last = line


def _row(declaration: Declaration) -> str:
    match declaration:
        case FuncDeclaration(name=name):
            receiver = f"({declaration.receiver}) " if declaration.receiver else ""
            signature = declaration.signature.removeprefix("func")
            text = f"func {receiver}{name}{_generic(declaration)}{signature}{' {}' if declaration.has_body else ''}"
            return text + _notes(*(p for p in declaration.pragmas if p in _KEPT_PRAGMAS))
        case VarDeclaration(name=name, type=kind, value=value):
            text = f"var {name}{f' {kind}' if kind else ''}{f' = {value}' if value else ''}"
            initial = [f"initial {declaration.initial}"] if declaration.initial else []
            several = declaration.results > 1
            return text + _notes(*initial, *([f"result {declaration.result} of {declaration.results}"] * several))
        case ConstDeclaration(name=name, type=kind, value=value):
            one_line = _RAW_STRING_OF_LINES.sub(_quoted, value)
            return f"const {name}{f' {kind}' if kind else ''} = {one_line}" + _notes(f"iota {declaration.iota}")
        case TypeDeclaration(name=name):
            return f"type {name}{_generic(declaration)} {'= ' if declaration.is_alias else ''}{declaration.type}"


def _generic(declaration: FuncDeclaration | TypeDeclaration) -> str:
    return f"[{declaration.type_parameters}]" if declaration.type_parameters else ""


def _quoted(raw: re.Match[str]) -> str:
    """A raw string with line ends as an interpreted one, which has one line."""
    return json.dumps(raw[1].replace("\r", ""), ensure_ascii=False)


def _notes(*notes: str) -> str:
    return " // " + " ".join(notes) if notes else ""
