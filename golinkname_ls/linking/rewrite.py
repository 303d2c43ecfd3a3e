"""Writes an upstream signature so that it compiles in the stub's file, outside the upstream package."""

from __future__ import annotations

from dataclasses import dataclass

from tree_sitter import Node

from golinkname_ls.linking.scopes import StdScope
from golinkname_ls.linking.words import Parameter, Scope, Signature, basic, type_node
from golinkname_ls.syntax.declaration import Import
from golinkname_ls.syntax.tree import node_text


class Unwritable(Exception):
    """Something in the signature cannot be written outside its package."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes types for a file with the given imports."""

    imports: tuple[Import, ...]

    def signature(self, upstream: Signature, scope: Scope) -> str:
        """`(a int, p unsafe.Pointer) bool`: what stands behind the stub's name; raises Unwritable."""
        parameters = [self._parameter(p, scope) for p in upstream.parameters]
        if any(p.name and p.name != "_" for p in upstream.parameters):
            names = [p.name or "_" for p in upstream.parameters]
            parameters = [f"{n} {t}" for n, t in zip(names, parameters, strict=True)]
        results = [self._parameter(p, scope) for p in upstream.results]
        text = f"({', '.join(parameters)})"
        if not results:
            return text
        if any(p.name and p.name != "_" for p in upstream.results):
            results = [f"{p.name or '_'} {t}" for p, t in zip(upstream.results, results, strict=True)]
            return f"{text} ({', '.join(results)})"
        return f"{text} {results[0]}" if len(results) == 1 else f"{text} ({', '.join(results)})"

    def _parameter(self, parameter: Parameter, scope: Scope) -> str:
        return ("..." if parameter.variadic else "") + self.type(parameter.node, parameter.data, scope)

    def type(self, node: Node, data: bytes, scope: Scope, depth: int = 0) -> str:
        """One type; raises Unwritable."""
        if depth > 20:
            raise Unwritable("recursive type")
        text = node_text(node, data)

        def inner(field: str) -> str:
            child = node.child_by_field_name(field)
            if child is None:
                raise Unwritable(text)
            return self.type(child, data, scope, depth + 1)

        if node.type == "type_identifier":
            return self._named("", text, scope, depth)
        if node.type == "qualified_type":
            qualifier, _, name = text.partition(".")
            return self._named(qualifier, name, scope, depth)
        if node.type == "pointer_type":
            try:
                target = self.type(node.children[1], data, scope, depth + 1)
            except Unwritable:
                return self.pointer
            # A pointer to a struct spelled out would claim a layout; only what has a name keeps it.
            return self.pointer if target.startswith(("struct", "map", "chan", "interface")) else "*" + target
        if node.type == "slice_type":
            return "[]" + inner("element")
        if node.type == "array_type":
            length = node.child_by_field_name("length")
            if length is None or length.type != "int_literal":
                raise Unwritable(text)
            return f"[{node_text(length, data)}]{inner('element')}"
        if node.type in ("map_type", "channel_type"):
            return self.pointer
        if node.type == "function_type":
            return self._function(node, data, scope, depth)
        if node.type == "struct_type":
            return self._struct(node, data, scope, depth)
        if node.type == "interface_type" and not any(c.is_named for c in node.children):
            return "interface{}"
        if node.type == "interface_type":
            return f"struct{{ tab, data {self.pointer} }}"
        if node.type == "parenthesized_type":
            return self.type(node.children[1], data, scope, depth + 1)
        raise Unwritable(text)

    @property
    def pointer(self) -> str:
        """unsafe.Pointer under the name the file imports unsafe by."""
        spec = next((i for i in self.imports if i.path == "unsafe" and i.name not in ("_",)), None)
        return f"{spec.name}.Pointer" if spec is not None and spec.name else "unsafe.Pointer"

    def _named(self, qualifier: str, name: str, scope: Scope, depth: int) -> str:
        if qualifier == "unsafe" and name == "Pointer":
            return self.pointer
        found = scope.type_text(qualifier, name)
        if found is None:
            if not qualifier and basic(name, scope.pointer_size) is not None:
                return name
            raise Unwritable(f"{qualifier}.{name}".lstrip("."))
        here = self._imported(qualifier, name, scope)
        if here:
            return here
        parsed = type_node(found[0])
        if parsed is None:
            raise Unwritable(name)
        return self.type(parsed[0], parsed[1], found[1], depth + 1)

    def _imported(self, qualifier: str, name: str, scope: Scope) -> str:
        if not isinstance(scope, StdScope) or not name[0].isupper():
            return ""
        path = next((i.path for i in scope.section.imports if i.path.rsplit("/", 1)[-1] == qualifier), "")
        path = path or (scope.section.package if not qualifier else "")
        for spec in self.imports:
            if spec.path == path and spec.name not in ("_", "."):
                return f"{spec.name or path.rsplit('/', 1)[-1]}.{name}"
        return ""

    def _function(self, node: Node, data: bytes, scope: Scope, depth: int) -> str:
        def types(holder: Node | None) -> list[str]:
            found = []
            for child in holder.children if holder is not None else ():
                kind = child.child_by_field_name("type")
                if kind is not None:
                    text = self.type(kind, data, scope, depth + 1)
                    text = "..." + text if child.type.startswith("variadic") else text
                    found.extend([text] * max(1, len(child.children_by_field_name("name"))))
            return found

        result = node.child_by_field_name("result")
        text = f"func({', '.join(types(node.child_by_field_name('parameters')))})"
        if result is None:
            return text
        if result.type == "parameter_list":
            return f"{text} ({', '.join(types(result))})"
        return f"{text} {self.type(result, data, scope, depth + 1)}"

    def _struct(self, node: Node, data: bytes, scope: Scope, depth: int) -> str:
        fields = []
        body = next((c for c in node.children if c.type == "field_declaration_list"), None)
        for field in body.children if body is not None else ():
            if field.type != "field_declaration":
                continue
            kind = field.child_by_field_name("type")
            if kind is None:
                raise Unwritable(node_text(node, data))
            names = [node_text(n, data) for n in field.children_by_field_name("name")]
            text = self.type(kind, data, scope, depth + 1)
            if not names:
                names = [node_text(kind, data).rpartition(".")[2]]
                text = self.pointer if any(c.type == "*" for c in field.children) else text
            fields.append(f"{', '.join(names)} {text}")
        return f"struct{{ {'; '.join(fields)} }}" if fields else "struct{}"
