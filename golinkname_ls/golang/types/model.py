"""Go types as values, one class for each form of the specification's "Types" (go/types: Type and its kinds).

Two types are identical (Go specification, "Type identity") exactly when they compare equal: parameter names do not
count, `byte` is `uint8`, aliases are gone, and a named type is one object.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Basic:
    """A predeclared type. `kind` identifies it; `name` is how it was written (`byte` for kind `uint8`)."""

    kind: str
    name: str = field(compare=False)

    @property
    def untyped(self) -> bool:
        """Whether the type is an untyped one, which only constants and nil have."""
        return self.kind.startswith("untyped ")


@dataclass(frozen=True, slots=True)
class Pointer:
    """A pointer type, `*T`."""

    element: Type


@dataclass(frozen=True, slots=True)
class Slice:
    """A slice type, `[]T`."""

    element: Type


@dataclass(frozen=True, slots=True)
class Array:
    """An array type, `[N]T`; a length of None could not be computed."""

    length: int | None
    element: Type


@dataclass(frozen=True, slots=True)
class Map:
    """A map type, `map[K]V`."""

    key: Type
    element: Type


@dataclass(frozen=True, slots=True)
class Chan:
    """A channel type; `direction` is `both`, `send` or `receive`."""

    direction: str
    element: Type


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter or result. A variadic one has the slice's type."""

    type: Type
    name: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Signature:
    """A func type. A method's receiver is not part of it; `receiver` has it where it matters (method expressions)."""

    parameters: tuple[Parameter, ...]
    results: tuple[Parameter, ...]
    variadic: bool = False
    type_parameters: tuple[TypeParameter, ...] = ()
    receiver: Parameter | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a struct. `package` is the path that an unexported name belongs to, "" for exported ones."""

    name: str
    type: Type
    embedded: bool = False
    tag: str = ""
    package: str = ""


@dataclass(frozen=True, slots=True)
class Struct:
    """A struct type, `struct{…}`."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """An interface's method. `package` as in `Field`."""

    name: str
    signature: Signature
    package: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a union."""

    tilde: bool
    type: Type


@dataclass(frozen=True, slots=True)
class Union:
    """A union of a constraint, `A | ~B`."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Interface:
    """An interface type. `word` is a predeclared one as written (`any`); `implicit` when it stood without braces."""

    methods: tuple[Method, ...] = ()
    embedded: tuple[Type, ...] = ()
    word: str = field(default="", compare=False)
    implicit: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Tuple:
    """The results of a call that has several."""

    types: tuple[Type, ...]


@dataclass(frozen=True, slots=True, eq=False)
class TypeParameter:
    """A type parameter, identical only to itself. `bound` works out its constraint."""

    name: str
    bound: Callable[[], Type]

    @property
    def constraint(self) -> Type:
        """The constraint: an interface, or a named one."""
        return self.bound()


@dataclass(slots=True, eq=False)
class Named:
    """A defined type, or an instance of a generic one; identical to itself and to the same instance made elsewhere.

    `resolve` computes the underlying type the first time something asks, so that types may be recursive.
    """

    path: str
    name: str
    resolve: Callable[[], Type]
    parameters: tuple[TypeParameter, ...] = ()
    arguments: tuple[Type, ...] = ()
    origin: Named | None = None
    _underlying: Type | None = None

    @property
    def underlying(self) -> Type:
        """The underlying type, which is never named; invalid for a type that is defined by itself alone."""
        if self._underlying is None:
            self._underlying = INVALID
            self._underlying = self.resolve()
        return self._underlying

    def __eq__(self, other: object) -> bool:
        """Identity, or the same type arguments for the same generic type."""
        if self is other:
            return True
        same = isinstance(other, Named) and self.origin is not None and self.origin is other.origin
        return same and isinstance(other, Named) and self.arguments == other.arguments

    def __hash__(self) -> int:
        """Hash by identity, or by generic type and type arguments."""
        return hash((id(self.origin), self.arguments)) if self.origin is not None else id(self)

    def __repr__(self) -> str:
        """The qualified name: the default would never end on recursive types."""
        return f"Named({self.path}.{self.name})"


Type: TypeAlias = (
    Basic
    | Pointer
    | Slice
    | Array
    | Map
    | Chan
    | Signature
    | Struct
    | Interface
    | Union
    | Tuple
    | TypeParameter
    | Named
)

INVALID = Basic("invalid", "invalid type")
"""The type of what could not be resolved: it is said to be unknown, never guessed."""


def underlying(kind: Type) -> Type:
    """Underlying type of a type; for a type parameter that of its constraint."""
    if isinstance(kind, Named):
        return kind.underlying
    if isinstance(kind, TypeParameter):
        return underlying(kind.constraint)
    return kind
