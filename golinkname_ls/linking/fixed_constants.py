"""Constants of std that conditions ask for most; the catalog has none that no type is made with."""

from __future__ import annotations

from collections.abc import Callable

from golinkname_ls.golang.platform import Platform

_WIDTHS = (8, 16, 32, 64)


def _bits(platform: Platform) -> int:
    return 8 * platform.pointer_size


def _separator(platform: Platform) -> int:
    # os/path_windows.go, path_unix.go and path_plan9.go.
    return ord("\\" if platform.goos == "windows" else "/")


def _always(value: int) -> Callable[[Platform], int]:
    return lambda _: value


FIXED: dict[tuple[str, str], Callable[[Platform], str | int]] = {
    ("runtime", "GOOS"): lambda platform: platform.goos,
    ("runtime", "GOARCH"): lambda platform: platform.goarch,
    ("runtime", "Compiler"): lambda _: "gc",
    ("strconv", "IntSize"): _bits,
    ("math/bits", "UintSize"): _bits,
    ("math", "MaxInt"): lambda platform: (1 << (_bits(platform) - 1)) - 1,
    ("math", "MinInt"): lambda platform: -(1 << (_bits(platform) - 1)),
    ("math", "MaxUint"): lambda platform: (1 << _bits(platform)) - 1,
    **{("math", f"MaxInt{n}"): _always((1 << (n - 1)) - 1) for n in _WIDTHS},
    **{("math", f"MinInt{n}"): _always(-(1 << (n - 1))) for n in _WIDTHS},
    **{("math", f"MaxUint{n}"): _always((1 << n) - 1) for n in _WIDTHS},
    ("os", "PathSeparator"): _separator,
    ("path/filepath", "Separator"): _separator,
}
"""Each by path and name, with its value on a platform (math/const.go, runtime/extern.go and others, the same since 1.19)."""
