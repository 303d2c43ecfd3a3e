"""Signatures written outside any file, as on a command line, their qualifiers being import paths.

`func(t runtime.gcTrigger, m internal/abi.Mutex)` → the signature with both packages' types.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from golinkname_ls.golang.type_checker.checker import Checker
from golinkname_ls.golang.type_checker.file_scope import Scope
from golinkname_ls.golang.type_checker.package_source import Declared
from golinkname_ls.golang.types import model as m
from golinkname_ls.syntax.expressions import expression as e
from golinkname_ls.syntax.expressions.parser import parse_parameters, parse_signature
from golinkname_ls.syntax.items.declarations import Import

_QUALIFIED = re.compile(r"(?:(?<=\.\.\.)|(?<![\w./]))((?:[\w.\-]+/)*)([^\W\d]\w*)\.(?=[^\W\d])")
# `func (c *mcache) refill(…)`, `func refill(…)`; a result that is a func or a channel is no name.
_DECLARED = re.compile(r"func\s*(?:\(([^()]*)\)\s*)?(?!(?:func|chan|map|struct|interface)\b)[^\W\d]\w*\s*(?=[(\[])")
_GENERIC = re.compile(r"func\s*\[")
_SHOWN = 100


class NoPackage:
    """A package without declarations, for a signature that stands in no file."""

    path = name = ""

    def declared(self, name: str) -> Declared | None:  # noqa: ARG002 (it has none)
        """None: the package declares nothing."""
        return None

    def methods(self, base: str) -> dict[str, Declared]:  # noqa: ARG002 (it has none)
        """No methods: the package declares no types."""
        return {}


class NoSignature(ValueError):
    """A text that denotes no signature; the message says why, on one line."""


def signature_of(text: str, checker: Checker) -> m.Signature:
    """The signature that a text denotes; raises NoSignature.

    A declaration's name is passed over; its receiver is the first parameter.
    """
    imports: dict[str, str] = {}

    def shorten(match: re.Match[str]) -> str:
        path = match[1] + match[2]
        known = next((name for name, found in imports.items() if found == path), None)
        # Two packages may have the same last element.
        name = known or (match[2] if match[2] not in imports else f"imported{len(imports)}")
        imports[name] = path
        return f"{name}."

    parsed = _parsed(_QUALIFIED.sub(shorten, text.strip()), text)
    scope = Scope(NoPackage(), tuple(Import(path, name) for name, path in imports.items()))
    unknown = list(dict.fromkeys(_unknown(parsed, checker, scope)))
    if unknown:
        written = [re.sub(r"^\w+(?=\.)", lambda q: imports.get(q[0], q[0]), name) for name in unknown]
        target = checker.packages.target
        raise NoSignature(f"{', '.join(written)} in {_shown(text)} is not known to Go {target.go} on {target.platform}")
    return checker.signature(parsed, scope)


def _parsed(source: str, text: str) -> e.FuncType:
    try:
        source.encode()
    except UnicodeEncodeError:
        raise NoSignature(f"{_shown(text)} is no signature: it is not UTF-8") from None
    declared = _DECLARED.match(source)
    if declared is not None:
        source = "func" + source[declared.end() :]
    if _GENERIC.match(source):
        raise NoSignature(
            f"{_shown(text)} is generic: write the type arguments in their places, without type parameters"
        )
    parsed = parse_signature(source) if source.startswith("func") else None
    receiver = parse_parameters(declared[1]) if declared is not None and declared[1] is not None else ()
    if parsed is None or receiver is None or (declared is not None and declared[1] is not None and len(receiver) != 1):
        raise NoSignature(f"{_shown(text)} is no signature: write it as Go does, e.g. 'func(p *int) error'")
    for values in (parsed.parameters, parsed.results):
        # The grammar lets through what go/parser does not.
        if len({bool(value.name) for value in values}) > 1:
            raise NoSignature(f"{_shown(text)} is no signature: some of its parameters have names and some have none")
    if any(p.variadic for p in (*parsed.parameters[:-1], *parsed.results)):
        raise NoSignature(f"{_shown(text)} is no signature: only its last parameter can be variadic")
    return parsed._replace(parameters=(*receiver, *parsed.parameters))


def _shown(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else text[:_SHOWN] + "…")


def _written(name: e.Expression) -> str:
    match name:
        case e.Select(e.Name(package), last):
            return f"{package}.{last}"
        case e.Name(alone):
            return alone
        case _:
            return "a type"


def _unknown(kind: e.Expression, checker: Checker, scope: Scope) -> Iterator[str]:
    """Types that cannot be resolved, and arrays whose length is unknown, each as text."""
    match kind:
        case e.Name() | e.Select(e.Name()):
            found = checker.type(kind, scope)
            if found is m.INVALID:
                yield _written(kind)
            elif isinstance(found, m.Named) and found.parameters:
                yield f"{_written(kind)} without type arguments"
        case e.Index():
            inner = [x for argument in kind.arguments for x in _unknown(argument, checker, scope)]
            yield from inner
            if not inner and checker.type(kind, scope) is m.INVALID:
                yield next(_unknown(kind.operand, checker, scope), "an instance of what is not generic")
        case e.ArrayType():
            found = checker.type(kind, scope)
            if isinstance(found, m.Array) and found.length is None:
                yield "the length of an array"
            yield from _unknown(kind.element, checker, scope)
        case _:
            parts = _parts(kind)
            if parts is None:
                yield _written(kind)
            for part in parts or ():
                yield from _unknown(part, checker, scope)


def _parts(kind: e.Expression) -> Iterable[e.Expression] | None:
    """Component types of a type literal as written; None for an expression that is no type literal."""
    match kind:
        case e.Star(operand):
            return (operand,)
        case e.SliceType(element) | e.ChanType(_, element):
            return (element,)
        case e.MapType():
            return (kind.key, kind.element)
        case e.FuncType():
            return [parameter.type for parameter in (*kind.parameters, *kind.results)]
        case e.StructType():
            return [field.type for field in kind.fields]
        case e.InterfaceType():
            return [*(method.type for method in kind.methods), *kind.embedded]
        case e.UnionType():
            return [term.type for term in kind.terms]
        case _:
            return None
