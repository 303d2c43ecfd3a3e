"""Values of std's constants on a platform, as their documentation has them."""

from __future__ import annotations

import pytest

from golinkname_ls.catalog.std.platform_constants import std_constant
from golinkname_ls.golang.targets.platform import Platform


@pytest.mark.parametrize(
    ("constant", "platform", "literal"),
    [
        ("runtime.GOOS", "linux/arm64", '"linux"'),
        ("runtime.GOARCH", "linux/arm64", '"arm64"'),
        ("runtime.Compiler", "linux/arm64", '"gc"'),
        ("strconv.IntSize", "linux/386", "32"),
        ("math/bits.UintSize", "linux/s390x", "64"),
        # wasm has words of 64 bits (GOARCH=wasm, internal/goarch).
        ("strconv.IntSize", "js/wasm", "64"),
        ("math.MaxInt", "linux/386", "2147483647"),
        ("math.MinInt", "linux/386", "-2147483648"),
        ("math.MaxUint", "linux/386", "4294967295"),
        ("math.MaxInt", "linux/amd64", "9223372036854775807"),
        ("math.MinInt", "linux/amd64", "-9223372036854775808"),
        ("math.MaxUint", "linux/amd64", "18446744073709551615"),
        ("math.MaxInt8", "linux/amd64", "127"),
        ("math.MinInt16", "linux/amd64", "-32768"),
        ("math.MaxUint32", "linux/386", "4294967295"),
        ("math.MaxInt64", "linux/386", "9223372036854775807"),
        ("os.PathSeparator", "windows/amd64", str(ord("\\"))),
        ("os.PathSeparator", "plan9/amd64", str(ord("/"))),
        ("os.PathListSeparator", "windows/amd64", str(ord(";"))),
        ("os.PathListSeparator", "plan9/amd64", "0"),
        ("path/filepath.ListSeparator", "linux/amd64", str(ord(":"))),
        ("path/filepath.ListSeparator", "windows/amd64", str(ord(";"))),
        ("path/filepath.Separator", "windows/amd64", str(ord("\\"))),
        ("os.DevNull", "windows/amd64", '"NUL"'),
        ("os.DevNull", "plan9/amd64", '"/dev/null"'),
        # A zero is a value, and no constant is none.
        ("io.SeekStart", "linux/amd64", "0"),
        ("io.SeekCurrent", "linux/amd64", "1"),
        ("io.SeekEnd", "linux/amd64", "2"),
        ("math.Pi", "linux/amd64", ""),
        ("strconv.GOOS", "linux/amd64", ""),
    ],
)
def test_constant_has_its_value(constant: str, platform: str, literal: str) -> None:
    path, _, name = constant.rpartition(".")
    assert std_constant(path, name, Platform.parse(platform)) == literal
