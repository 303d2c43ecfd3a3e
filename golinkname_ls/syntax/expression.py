"""Go expressions and types as values: what a fragment of source says, without knowing what its names mean.

Types and expressions are one family, because `T(x)` and `a[b]` cannot be told apart without the names. Parentheses
are dropped; a type's pointer and a dereference are both `Star`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Name:
    """An identifier, of anything."""

    name: str


@dataclass(frozen=True, slots=True)
class Select:
    """`x.f`: a field, a method, or a name of a package."""

    operand: Expression
    name: str


@dataclass(frozen=True, slots=True)
class Index:
    """`x[i]`, or `F[A, B]` with type arguments."""

    operand: Expression
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Slicing:
    """`x[a:b]`; the bounds do not matter to its type."""

    operand: Expression


@dataclass(frozen=True, slots=True)
class Call:
    """A call or a conversion. `spread` is the `...` after the last argument."""

    function: Expression
    arguments: tuple[Expression, ...]
    spread: bool = False


@dataclass(frozen=True, slots=True)
class Star:
    """`*x`: a pointer type or what a pointer points to."""

    operand: Expression


@dataclass(frozen=True, slots=True)
class Unary:
    """A unary operator other than `*`."""

    operator: str
    operand: Expression


@dataclass(frozen=True, slots=True)
class Binary:
    """A binary operator."""

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Literal:
    """A basic literal: `kind` is int, float, imaginary, rune or string; `text` is the source's."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Composite:
    """A composite literal. `keys` has one entry an element: its key, None when it has none."""

    type: Expression
    keys: tuple[Expression | None, ...]


@dataclass(frozen=True, slots=True)
class FuncLiteral:
    """A func literal, its body left out."""

    type: FuncType


@dataclass(frozen=True, slots=True)
class Assertion:
    """`x.(T)`."""

    operand: Expression
    type: Expression


@dataclass(frozen=True, slots=True)
class ArrayType:
    """`[N]T`; a length of None is `[...]T`."""

    length: Expression | None
    element: Expression


@dataclass(frozen=True, slots=True)
class SliceType:
    """`[]T`."""

    element: Expression


@dataclass(frozen=True, slots=True)
class MapType:
    """`map[K]V`."""

    key: Expression
    element: Expression


@dataclass(frozen=True, slots=True)
class ChanType:
    """A channel; `direction` is `both`, `send` or `receive`."""

    direction: str
    element: Expression


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter or result; `name` is "" when the list has no names."""

    name: str
    type: Expression
    variadic: bool = False


@dataclass(frozen=True, slots=True)
class FuncType:
    """`func(…) …`."""

    parameters: tuple[Parameter, ...]
    results: tuple[Parameter, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a struct; an embedded one has its type's name. `tag` is the literal as written, "" without."""

    name: str
    type: Expression
    embedded: bool = False
    tag: str = ""


@dataclass(frozen=True, slots=True)
class StructType:
    """`struct{…}`."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """An interface's method."""

    name: str
    type: FuncType


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a union: `T` or `~T`."""

    tilde: bool
    type: Expression


@dataclass(frozen=True, slots=True)
class UnionType:
    """`A | ~B`, also a lone `~B`."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class InterfaceType:
    """`interface{…}`: its methods, and what it embeds (types and unions)."""

    methods: tuple[Method, ...]
    embedded: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class TypeParameter:
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
