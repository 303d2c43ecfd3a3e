"""Constants of std that conditions ask for most; the catalog's own data has none that no type is made with."""

from __future__ import annotations

from collections.abc import Callable

from golinkname_ls.golang.targets.platform import Platform

_WIDTHS = (8, 16, 32, 64)


def _bits(platform: Platform) -> int:
    return 8 * platform.pointer_size


def _separator(platform: Platform) -> int:
    # os/path_windows.go, path_unix.go and path_plan9.go.
    return ord("\\" if platform.goos == "windows" else "/")


def _always(value: int) -> Callable[[Platform], int]:
    return lambda _: value


_CONSTANTS: dict[tuple[str, str], Callable[[Platform], str | int]] = {
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
    ("os", "PathListSeparator"): lambda platform: ord({"windows": ";", "plan9": "\0"}.get(platform.goos, ":")),
    ("os", "DevNull"): lambda platform: "NUL" if platform.goos == "windows" else "/dev/null",
    ("path/filepath", "Separator"): _separator,
    ("path/filepath", "ListSeparator"): lambda platform: ord({"windows": ";", "plan9": "\0"}.get(platform.goos, ":")),
    ("io", "SeekStart"): _always(0),
    ("io", "SeekCurrent"): _always(1),
    ("io", "SeekEnd"): _always(2),
}
"""Each by path and name, with its value on a platform (math/const.go, runtime/extern.go and others, the same since 1.19)."""


def std_constant(path: str, name: str, platform: Platform) -> str:
    """The Go literal of a constant of the package `path` on a platform; "" for one that is not listed here."""
    find = _CONSTANTS.get((path, name))
    value = find(platform) if find is not None else ""
    return f'"{value}"' if isinstance(value, str) and value else str(value)
