"""Text of a type, as go/types prints it with full import paths (go/types/typestring.go)."""

from __future__ import annotations

import json
from dataclasses import dataclass

from golinkname_ls.golang.types import model as m


def type_text(kind: m.Type, any_word: str = "any") -> str:
    """The type's text, as `func(p *runtime.g, s ...string) (ok bool)`; what is unknown reads `invalid type`.

    `any_word` is how the predeclared `any` reads where aliases are resolved: since 1.27 go/types prints
    `interface{}` there, and `any` only in interfaces and generic funcs.
    """
    return _Writer(any_word).type(kind)


@dataclass(frozen=True, slots=True)
class _Writer:
    any_word: str

    @property
    def verbatim(self) -> _Writer:
        return _Writer("any")

    def type(self, kind: m.Type) -> str:
        match kind:
            case m.Basic() | m.TypeParameter():
                return kind.name
            case m.Pointer():
                return "*" + self.type(kind.element)
            case m.Slice() | m.Array():
                length = "" if isinstance(kind, m.Slice) else "?" if kind.length is None else kind.length
                return f"[{length}]{self.type(kind.element)}"
            case m.Map():
                return f"map[{self.type(kind.key)}]{self.type(kind.element)}"
            case m.Chan():
                return self._chan(kind)
            case m.Signature():
                return "func" + self._tail(kind)
            case m.Struct():
                return f"struct{{{'; '.join(map(self._field, kind.fields))}}}"
            case m.Interface():
                return self._interface(kind)
            case m.Union():
                return " | ".join(("~" if t.tilde else "") + self.type(t.type) for t in kind.terms)
            case m.Tuple():
                return f"({', '.join(map(self.type, kind.types))})"
            case m.Named():
                return self._named(kind)

    def _tail(self, kind: m.Signature) -> str:
        writer = self.verbatim if kind.type_parameters else self
        text = writer.type_parameters(kind.type_parameters) + writer.parameters(kind.parameters, kind.variadic)
        if len(kind.results) == 1 and not kind.results[0].name:
            return f"{text} {writer.type(kind.results[0].type)}"
        return f"{text} {writer.parameters(kind.results)}" if kind.results else text

    def parameters(self, parameters: tuple[m.Parameter, ...], variadic: bool = False) -> str:
        parts = []
        for number, parameter in enumerate(parameters):
            if variadic and number == len(parameters) - 1 and isinstance(parameter.type, m.Slice):
                text = "..." + self.type(parameter.type.element)
            else:
                text = self.type(parameter.type)
            parts.append(f"{parameter.name} {text}" if parameter.name else text)
        return f"({', '.join(parts)})"

    def type_parameters(self, parameters: tuple[m.TypeParameter, ...]) -> str:
        # Parameters declared together share one constraint object, which is written once.
        text = ""
        for number, parameter in enumerate(parameters):
            if number and parameter.constraint is not parameters[number - 1].constraint:
                text += " " + self.type(parameters[number - 1].constraint)
            text += (", " if number else "") + parameter.name
        return f"[{text} {self.type(parameters[-1].constraint)}]" if parameters else ""

    def _named(self, kind: m.Named) -> str:
        name = f"{kind.path}.{kind.name}" if kind.path else kind.name
        if kind.arguments:
            return f"{name}[{', '.join(map(self.type, kind.arguments))}]"
        return name + self.type_parameters(kind.parameters)

    def _chan(self, kind: m.Chan) -> str:
        element = self.type(kind.element)
        if kind.direction == "send":
            return f"chan<- {element}"
        if kind.direction == "receive":
            return f"<-chan {element}"
        inner_receives = isinstance(kind.element, m.Chan) and kind.element.direction == "receive"
        return f"chan ({element})" if inner_receives else f"chan {element}"

    def _field(self, field: m.Field) -> str:
        text = self.type(field.type)
        text = text if field.embedded else f"{field.name} {text}"
        return f"{text} {json.dumps(field.tag, ensure_ascii=False)}" if field.tag else text

    def _interface(self, kind: m.Interface) -> str:
        if kind.word == "any":
            return self.any_word
        writer = self.verbatim
        if kind.implicit and not kind.methods and len(kind.embedded) == 1:
            return writer.type(kind.embedded[0])
        parts = [method.name + writer._tail(method.signature) for method in kind.methods]
        return f"interface{{{'; '.join([*parts, *map(writer.type, kind.embedded)])}}}"
