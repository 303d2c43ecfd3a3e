"""Rewriting of upstream signatures for a stub's file, outside the upstream package.

    func f(reason waitReason) bool   → (reason uint8) bool
    func lock(l *mutex)              → (l unsafe.Pointer)

What can be named there is named (its import is asked for), a pointer to what cannot is an unsafe.Pointer, and a value
of what cannot is written as its underlying type, which travels in the same places.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from golinkname_ls.contract.call_layout import CallLayout
from golinkname_ls.golang.types import model as m
from golinkname_ls.golang.types.universe import ERROR
from golinkname_ls.syntax.items.declarations import Import

_DEPTH = 12


class Unwritable(Exception):
    """A type that cannot be written outside its package; the message names it."""


@dataclass
class Writer:
    """Writer of types and signatures for one file.

    `path` is the file's package. `taken` says whether a name means something in the file or its package already, so
    that no import may have it. `imports` collects the imports to add: path to name.
    """

    existing: tuple[Import, ...]
    path: str = "main"
    taken: Callable[[str], bool] = lambda _name: False
    imports: dict[str, str] = field(default_factory=dict)

    def signature(self, call: CallLayout) -> str:
        """Parameters and results of a call as Go text, `(a int, p unsafe.Pointer) bool`; raises Unwritable."""
        parameters = []
        for number, parameter in enumerate(call.parameters, 1):
            variadic = call.variadic and number == len(call.parameters) and isinstance(parameter.type, m.Slice)
            kind = parameter.type.element if variadic and isinstance(parameter.type, m.Slice) else parameter.type
            parameters.append(("..." if variadic else "") + self.type(kind))
        text = f"({', '.join(_named(call.parameters, parameters))})"
        results = _named(call.results, [self.type(r.type) for r in call.results])
        if not results:
            return text
        if len(results) == 1 and not call.results[0].name:
            return f"{text} {results[0]}"
        return f"{text} ({', '.join(results)})"

    def specs(self) -> tuple[Import, ...]:
        """Import specs to add to the file."""
        return tuple(Import(path, name) for path, name in self.imports.items())

    def type(self, kind: m.Type, depth: int = 0) -> str:
        """Text of a type with the layout and calling sequence of `kind`; raises Unwritable."""
        try:
            return self.name(kind)
        except Unwritable:
            return self._shape(kind, depth)

    @property
    def pointer(self) -> str:
        """unsafe.Pointer by the name under which the file imports unsafe."""
        spec = next((i for i in self.existing if i.path == "unsafe" and i.name != "_"), None)
        if spec is not None and spec.name == ".":
            return "Pointer"
        return f"{spec.name}.Pointer" if spec is not None and spec.name else "unsafe.Pointer"

    def name(self, kind: m.Type) -> str:
        """Text of exactly this type, made of names that the file can use; raises Unwritable."""
        match kind:
            case m.Basic() if kind is not m.INVALID and not kind.untyped:
                return self.pointer if kind.kind == "unsafe.Pointer" else self._predeclared(kind.name)
            case m.Named():
                return self._qualified(kind)
            case m.Pointer():
                # A pointer to a struct spelled out would claim a layout that no name vouches for.
                if isinstance(kind.element, m.Struct) and kind.element.fields:
                    raise Unwritable("pointer to an unnamed struct")
                return "*" + self.name(kind.element)
            case m.Slice():
                return "[]" + self.name(kind.element)
            case m.Array() if kind.length is not None:
                return f"[{kind.length}]" + self.name(kind.element)
            case m.Map():
                return f"map[{self.name(kind.key)}]{self.name(kind.element)}"
            case m.Chan():
                word = {"both": "chan ", "send": "chan<- ", "receive": "<-chan "}[kind.direction]
                element = self.name(kind.element)
                return f"{word}({element})" if element.startswith("<-") else word + element
            case m.Signature() if not kind.type_parameters:
                return self._func(kind, lambda inner: self.name(inner))
            case m.Interface() if not kind.methods and not kind.embedded:
                return "interface{}"
            case m.Struct() if not kind.fields:
                return "struct{}"
            case _:
                raise Unwritable(repr(kind))

    def _shape(self, kind: m.Type, depth: int) -> str:
        if depth > _DEPTH:
            raise Unwritable("recursive type")

        def inner(part: m.Type) -> str:
            return self.type(part, depth + 1)

        match m.underlying(kind) if not isinstance(kind, m.TypeParameter) else kind:
            case m.Pointer() | m.Map() | m.Chan():
                return self.pointer
            case m.Slice(element):
                return "[]" + inner(element)
            case m.Array(length, element) if length is not None:
                return f"[{length}]" + inner(element)
            case m.Signature() as func if not func.type_parameters:
                return self._func(func, inner)
            case m.Struct() as struct:
                # Embedding would bring methods along; a field of the name has the same layout.
                fields = [f"{f.name} {inner(f.type)}" for f in struct.fields]
                return f"struct{{ {'; '.join(fields)} }}" if fields else "struct{}"
            case m.Interface() as interface:
                if not interface.methods and not interface.embedded:
                    return "interface{}"
                return f"struct{{ tab, data {self.pointer} }}"
            case m.Basic() as basic:
                return self.name(basic)
            case _:
                raise Unwritable(repr(kind))

    def _func(self, kind: m.Signature, write: Callable[[m.Type], str]) -> str:
        parameters = []
        for number, parameter in enumerate(kind.parameters, 1):
            inner = parameter.type
            if kind.variadic and number == len(kind.parameters) and isinstance(inner, m.Slice):
                parameters.append("..." + write(inner.element))
            else:
                parameters.append(write(inner))
        results = [write(r.type) for r in kind.results]
        tail = "" if not results else f" {results[0]}" if len(results) == 1 else f" ({', '.join(results)})"
        return f"func({', '.join(parameters)}){tail}"

    def _predeclared(self, name: str) -> str:
        if self.taken(name):
            raise Unwritable(f"{name} means something else in this package")
        return name

    def _qualified(self, kind: m.Named) -> str:
        if kind is ERROR or (not kind.path and kind.name in ("error", "comparable")):
            return self._predeclared(kind.name)
        arguments = f"[{', '.join(self.name(a) for a in kind.arguments)}]" if kind.arguments else ""
        if kind.path == self.path:
            return kind.name + arguments
        if not kind.name[:1].isupper() or not importable(kind.path, self.path):
            raise Unwritable(f"{kind.path}.{kind.name}")
        qualifier = self._import(kind.path)
        return f"{qualifier}.{kind.name}{arguments}" if qualifier else kind.name + arguments

    def _import(self, path: str) -> str:
        for spec in self.existing:
            if spec.path == path and spec.name != "_":
                return "" if spec.name == "." else spec.name or path.rsplit("/", 1)[-1]
        if path not in self.imports:
            name = path.rsplit("/", 1)[-1]
            if name[:1] == "v" and name[1:].isdigit() and "/" in path:
                name = path.rsplit("/", 2)[-2]
            used = {*self.imports.values(), *(i.name or i.path.rsplit("/", 1)[-1] for i in self.existing)}
            while name in used or self.taken(name):
                name = f"go{name}"
            self.imports[path] = name
        return self.imports[path]


def importable(path: str, importer: str) -> bool:
    """Whether package `importer` may import `path` (cmd/go/internal/load: disallowInternal, vendored std)."""
    parts = path.split("/")
    if path in ("main", "") or parts[0] == "vendor":
        return False
    if "internal" in parts:
        parent = "/".join(parts[: len(parts) - 1 - parts[::-1].index("internal")])
        return bool(parent) and (importer == parent or importer.startswith(parent + "/"))
    return True


def _named(parameters: tuple[m.Parameter, ...], types: list[str]) -> list[str]:
    if not any(p.name and p.name != "_" for p in parameters):
        return types
    names: list[str] = []
    for parameter in parameters:
        # Names of a receiver and of parameters may meet.
        names.append(parameter.name if parameter.name and parameter.name not in names else "_")
    return [f"{name} {kind}" for name, kind in zip(names, types, strict=True)]
