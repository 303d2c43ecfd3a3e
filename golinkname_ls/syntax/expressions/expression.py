"""Go expressions and types as values: what a fragment of source says, without knowing what its names mean.

Types and expressions are one family, because `T(x)` and `a[b]` cannot be told apart without the names. Parentheses are
dropped; a type's pointer and a dereference are both `Star`. Ask for a node's class before comparing it: named tuples,
which are made faster than data classes, are equal to any others with the same parts.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Name(NamedTuple):
    """An identifier."""

    name: str


class Select(NamedTuple):
    """A selector, `x.f`: a field, a method, or a name of a package."""

    operand: Expression
    name: str


class Index(NamedTuple):
    """An index expression `x[i]`, or a generic with type arguments, `F[A, B]`."""

    operand: Expression
    arguments: tuple[Expression, ...]


class Slicing(NamedTuple):
    """A slice expression, `x[a:b]`; the bounds do not matter to its type."""

    operand: Expression


class Call(NamedTuple):
    """A call or a conversion. `spread` is the `...` after the last argument."""

    function: Expression
    arguments: tuple[Expression, ...]
    spread: bool = False


class Star(NamedTuple):
    """A pointer type or a dereference, `*x`."""

    operand: Expression


class Unary(NamedTuple):
    """A unary operator other than `*`."""

    operator: str
    operand: Expression


class Binary(NamedTuple):
    """A binary operator."""

    operator: str
    left: Expression
    right: Expression


class Literal(NamedTuple):
    """A basic literal: `kind` is int, float, imaginary, rune or string; `text` is the source's."""

    kind: str
    text: str


class Composite(NamedTuple):
    """A composite literal. `keys` has one entry an element: its key, None when it has none."""

    type: Expression
    keys: tuple[Expression | None, ...]


class FuncLiteral(NamedTuple):
    """A func literal, its body left out."""

    type: FuncType


class Assertion(NamedTuple):
    """A type assertion, `x.(T)`."""

    operand: Expression
    type: Expression


class ArrayType(NamedTuple):
    """An array type, `[N]T`; a length of None is `[...]T`."""

    length: Expression | None
    element: Expression


class SliceType(NamedTuple):
    """A slice type, `[]T`."""

    element: Expression


class MapType(NamedTuple):
    """A map type, `map[K]V`."""

    key: Expression
    element: Expression


class ChanType(NamedTuple):
    """A channel type; `direction` is `both`, `send` or `receive`."""

    direction: str
    element: Expression


class Parameter(NamedTuple):
    """One parameter or result; `name` is "" when the list has no names."""

    name: str
    type: Expression
    variadic: bool = False


class FuncType(NamedTuple):
    """A func type, `func(…) …`."""

    parameters: tuple[Parameter, ...]
    results: tuple[Parameter, ...]


class Field(NamedTuple):
    """One field of a struct; an embedded one has its type's name. `tag` is the literal as written, "" without."""

    name: str
    type: Expression
    embedded: bool = False
    tag: str = ""


class StructType(NamedTuple):
    """A struct type, `struct{…}`."""

    fields: tuple[Field, ...]


class Method(NamedTuple):
    """An interface's method."""

    name: str
    type: FuncType


class Term(NamedTuple):
    """One term of a union: `T` or `~T`."""

    tilde: bool
    type: Expression


class UnionType(NamedTuple):
    """A union of a constraint, `A | ~B`, also a lone `~B`."""

    terms: tuple[Term, ...]


class InterfaceType(NamedTuple):
    """An interface type, `interface{…}`: its methods, and what it embeds (types and unions)."""

    methods: tuple[Method, ...]
    embedded: tuple[Expression, ...]


class TypeParameter(NamedTuple):
    """One type parameter with its constraint."""

    name: str
    constraint: Expression


Expression: TypeAlias = (
    Name
    | Select
    | Index
    | Slicing
    | Call
    | Star
    | Unary
    | Binary
    | Literal
    | Composite
    | FuncLiteral
    | Assertion
    | ArrayType
    | SliceType
    | MapType
    | ChanType
    | FuncType
    | StructType
    | InterfaceType
    | UnionType
)
