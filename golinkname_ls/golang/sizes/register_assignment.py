"""Calling sequence of a func: the registers and stack slots of its arguments and results in Go's ABIInternal.

`func(p *byte, n int) error` on linux/amd64 → `p` in AX, `n` in BX; the result in AX and BX. Where an architecture has
no register ABI, all are on the stack (src/cmd/compile/abi-internal.md; reflect/abi.go).

All numbers are bytes, but for register indices. Unresolved types raise Unresolved: what is unknown is never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from golinkname_ls.golang.sizes.layout import Sizes, aligned, field_offsets, layout_of
from golinkname_ls.golang.targets.experiments import has_register_abi
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.types import model as m


class Unresolved(Exception):
    """A type of which some part is not known; the message names it."""


class _OnStack(Exception):
    """A value that registers cannot hold."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A machine value inside a value: `kind` is a basic kind, `pointer`, or `itab`, an interface's first word."""

    kind: str
    offset: int
    size: int

    @property
    def is_float(self) -> bool:
        """Whether the scalar travels in a floating-point register."""
        return self.kind in ("float32", "float64")

    @property
    def is_pointer(self) -> bool:
        """Whether the scalar is a pointer that the garbage collector follows."""
        return self.kind in ("pointer", "unsafe.Pointer")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of an argument or result: in a register (`register` is its index in its class) or at a stack offset.

    `scalar` is what a register holds; a stack part is the whole value, at `stack` bytes from the first argument.
    """

    size: int
    offset: int = 0
    scalar: Scalar | None = None
    register: int | None = None
    stack: int | None = None

    @property
    def kind(self) -> str:
        """Class of the part: `int`, `ptr`, `float` (registers) or `stack`."""
        if self.scalar is None:
            return "stack"
        return "ptr" if self.scalar.is_pointer else "float" if self.scalar.is_float else "int"


@dataclass(frozen=True, slots=True)
class CallingSequence:
    """The parts of each argument and result of a func; a value of size 0 has none.

    `stack_bytes` is the room of arguments and results on the stack, `spill_bytes` that into which the callee may spill
    register arguments. The caller reserves both.
    """

    arguments: tuple[tuple[Part, ...], ...]
    results: tuple[tuple[Part, ...], ...]
    stack_bytes: int
    spill_bytes: int


def _numbered(letter: str, *numbers: int) -> tuple[str, ...]:
    return tuple(f"{letter}{n}" for n in numbers)


# The integer and the floating-point registers in order (src/cmd/compile/abi-internal.md, "Architecture specifics";
# internal/abi/abi_*.go).
_REGISTERS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "amd64": (("AX", "BX", "CX", "DI", "SI", "R8", "R9", "R10", "R11"), _numbered("X", *range(15))),
    "arm64": (_numbered("R", *range(16)), _numbered("F", *range(16))),
    "ppc64": (_numbered("R", *range(3, 11), *range(14, 18)), _numbered("F", *range(1, 13))),
    "ppc64le": (_numbered("R", *range(3, 11), *range(14, 18)), _numbered("F", *range(1, 13))),
    "riscv64": (
        _numbered("X", *range(10, 18), 8, 9, *range(18, 24)),
        _numbered("F", *range(10, 18), 8, 9, *range(18, 24)),
    ),
    "loong64": (_numbered("R", *range(4, 20)), _numbered("F", *range(16))),
    "s390x": (_numbered("R", *range(2, 10)), _numbered("F", *range(16))),
}


def register_name(part: Part, target: Target) -> str:
    """The name of a part's register in Go's assembly (`AX`), "" for a part on the stack."""
    if part.register is None:
        return ""
    integers, floats = _REGISTERS[target.platform.goarch]
    return (floats if part.kind == "float" else integers)[part.register]


def registers(target: Target) -> tuple[int, int]:
    """Numbers of integer and floating-point argument registers of a target; (0, 0) without a register ABI."""
    if not has_register_abi(target.go, target.platform.goarch):
        return 0, 0
    integers, floats = _REGISTERS[target.platform.goarch]
    return len(integers), len(floats)


def assign(parameters: list[m.Type], results: list[m.Type], target: Target) -> CallingSequence:
    """The calling sequence of a func in Go (not assembly); a receiver is the first parameter. Raises Unresolved."""
    state = _Assigner(Sizes.of(target.platform), *registers(target))
    arguments = tuple(state.add(kind, spilled=True) for kind in parameters)
    state.stack = aligned(state.stack, state.sizes.word)
    state.integers = state.floats = 0
    returned = tuple(state.add(kind) for kind in results)
    word = state.sizes.word
    return CallingSequence(arguments, returned, aligned(state.stack, word), aligned(state.spill, word))


def scalars(kind: m.Type, sizes: Sizes, offset: int = 0) -> Iterator[Scalar]:
    """The machine values of a type in order of their offsets, arrays spelled out; raises Unresolved."""
    return _scalars(kind, sizes, offset, in_registers=False)


def _scalars(kind: m.Type, sizes: Sizes, offset: int, in_registers: bool) -> Iterator[Scalar]:
    bare, word = m.underlying(kind), sizes.word
    match bare:
        case m.Pointer() | m.Map() | m.Chan() | m.Signature():
            yield Scalar("pointer", offset, word)
        case m.Slice():
            yield Scalar("pointer", offset, word)
            yield Scalar("int", offset + word, word)
            yield Scalar("int", offset + 2 * word, word)
        case m.Interface() if not isinstance(kind, m.TypeParameter):
            yield Scalar("itab", offset, word)
            yield Scalar("pointer", offset + word, word)
        case m.Basic():
            yield from _basic(bare, sizes, offset)
        case m.Array() if bare.length is not None:
            element = layout_of(bare.element, sizes)
            if element is None:
                raise Unresolved(repr(bare.element))
            if in_registers and bare.length > 1:
                raise _OnStack
            for number in range(bare.length if element.size else 0):
                yield from _scalars(bare.element, sizes, offset + number * element.size, in_registers)
        case m.Struct():
            fields = field_offsets(bare, sizes)
            if fields is None:
                raise Unresolved(repr(kind))
            for field, at, _ in fields:
                yield from _scalars(field.type, sizes, offset + at, in_registers)
        case _:
            raise Unresolved(repr(kind))


def _basic(kind: m.Basic, sizes: Sizes, offset: int) -> Iterator[Scalar]:
    word = sizes.word
    if kind.kind == "string":
        yield Scalar("pointer", offset, word)
        yield Scalar("int", offset + word, word)
        return
    layout = layout_of(kind, sizes)
    if layout is None:
        raise Unresolved(kind.name)
    if kind.kind.startswith("complex"):
        half = layout.size // 2
        yield Scalar(f"float{8 * half}", offset, half)
        yield Scalar(f"float{8 * half}", offset + half, half)
        return
    name = "pointer" if kind.kind == "unsafe.Pointer" else kind.kind
    yield Scalar(name, offset, layout.size)


class _Assigner:
    """Assigner of values to registers and stack slots, in order; it counts those in use so far."""

    def __init__(self, sizes: Sizes, integer_registers: int, float_registers: int) -> None:
        self.sizes = sizes
        self.limits = (integer_registers, float_registers)
        self.integers = self.floats = self.stack = self.spill = 0

    def add(self, kind: m.Type, spilled: bool = False) -> tuple[Part, ...]:
        layout = layout_of(kind, self.sizes)
        if layout is None:
            raise Unresolved(repr(kind))
        if layout.size == 0:
            # A value of size 0 counts as on the stack, where it aligns what follows.
            self.stack = aligned(self.stack, layout.align)
            return ()
        parts = self._in_registers(kind)
        if parts is None:
            at = aligned(self.stack, layout.align)
            self.stack = at + layout.size
            return (Part(layout.size, stack=at),)
        if spilled:
            self.spill = aligned(self.spill, layout.align) + layout.size
        return parts

    def _in_registers(self, kind: m.Type) -> tuple[Part, ...] | None:
        integers, floats = self.integers, self.floats
        parts: list[Part] = []
        try:
            for scalar in _scalars(kind, self.sizes, 0, in_registers=True):
                if scalar.is_float:
                    parts.append(Part(scalar.size, scalar.offset, scalar, floats))
                    floats += 1
                else:
                    parts.append(Part(scalar.size, scalar.offset, scalar, integers))
                    integers += 1
                if integers > self.limits[0] or floats > self.limits[1]:
                    return None
        except _OnStack:
            return None
        self.integers, self.floats = integers, floats
        return tuple(parts)
