"""Which package has a second definition of what assembly defines; the expectations are real linkers' answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.linking.resolving.duplicate_assembly import duplicating_package
from golinkname_ls.program.text_and_globl import definitions_in_file
from tests.program.small_programs import MODULE, program, target


def duplicating(
    root: Path, text: str, others: dict[str, str] | None = None, version: str = "1.27", platform: str = "linux/amd64"
) -> str:
    """Package that clashes with the first definition of a.s in a main package with these files beside it."""
    files = {"main.go": "package main\n\nfunc main() {}\n", "a.s": text} | (others or {})
    found = program(root, files, target(version, platform))
    package = found.closure.packages[MODULE]
    mine = definitions_in_file(package, "a.s", found.prefix(MODULE), found.symbols.target)[0]
    return duplicating_package(mine, found, MODULE, root / "a.s")


MAIN = "package main\n\n{}\n\nfunc main() {{}}\n"
IMPORTING = f'package main\n\nimport _ "{MODULE}/lib"\n\nfunc main() {{}}\n'
TEXT = "TEXT ·f(SB),4,$0-0\n\tRET\n"
DATA = "DATA ·x(SB)/8, $5\nGLOBL ·x(SB), 16, $8\n"


@pytest.mark.parametrize(
    ("text", "version", "platform", "package"),
    [
        ("TEXT runtime·gogo(SB),4,$0-0\n", "1.27", "linux/amd64", "runtime"),
        ("TEXT runtime·gogo<ABIInternal>(SB),4,$0-0\n", "1.27", "linux/amd64", ""),
        ("TEXT runtime·memmove<ABIInternal>(SB),4,$0-0\n", "1.27", "linux/amd64", "runtime"),
        # Go's funcs are of another ABI, but where there is only one.
        ("TEXT runtime·gcStart(SB),4,$0-0\n", "1.27", "linux/amd64", ""),
        ("TEXT runtime·gcStart(SB),4,$0-0\n", "1.27", "linux/386", "runtime"),
        ("TEXT runtime·gcStart(SB),7,$0-0\n", "1.27", "linux/386", ""),
        ("TEXT runtime·nosuch(SB),4,$0-0\n", "1.27", "linux/386", ""),
        # Not linked in.
        ("TEXT os·Exit(SB),4,$0-0\n", "1.27", "linux/386", ""),
    ],
)
def test_text_of_std(text: str, version: str, platform: str, package: str, tmp_path: Path) -> None:
    assert duplicating(tmp_path, text, version=version, platform=platform) == package


@pytest.mark.parametrize(
    ("text", "others", "platform", "package"),
    [
        (TEXT, {}, "linux/amd64", ""),
        (TEXT, {"b.s": TEXT}, "linux/amd64", MODULE),
        (TEXT + TEXT, {}, "linux/amd64", MODULE),
        # One that may repeat is enough.
        (TEXT, {"b.s": "TEXT ·f(SB),6,$0-0\n"}, "linux/amd64", ""),
        ("TEXT ·f(SB),6,$0-0\n", {"b.s": TEXT}, "linux/amd64", ""),
        (TEXT, {"b_arm64.s": TEXT}, "linux/amd64", ""),
        (
            "TEXT x·f(SB),4,$0-0\n",
            {"main.go": IMPORTING, "lib/l.go": "package lib\n", "lib/b.s": "TEXT x·f(SB),4,$0-0\n"},
            "linux/amd64",
            f"{MODULE}/lib",
        ),
        # The compiler refuses a body of the package itself before the linker sees it.
        (TEXT, {"main.go": MAIN.format("func f() {}")}, "linux/386", ""),
        (
            "TEXT example·com∕m∕lib·F(SB),4,$0-0\n",
            {"main.go": IMPORTING, "lib/l.go": "package lib\n\nfunc F() {}\n"},
            "linux/386",
            f"{MODULE}/lib",
        ),
        (
            "TEXT example·com∕m∕lib·F(SB),4,$0-0\n",
            {"main.go": IMPORTING, "lib/l.go": "package lib\n\nfunc F() {}\n"},
            "linux/amd64",
            "",
        ),
        (
            "TEXT example·com∕m∕lib·F(SB),4,$0-0\n",
            {"main.go": IMPORTING, "lib/l.go": "package lib\n\nfunc F()\n"},
            "linux/386",
            "",
        ),
    ],
)
def test_text_outside_std(text: str, others: dict[str, str], platform: str, package: str, tmp_path: Path) -> None:
    assert duplicating(tmp_path, text, others, platform=platform) == package


@pytest.mark.parametrize(
    ("text", "declared", "version", "package"),
    [
        (DATA, "var x int", "1.27", ""),
        (DATA, "var x = 7", "1.27", MODULE),
        ("GLOBL ·x(SB), 16, $8\n", "var x = 7", "1.27", ""),
        # With 1.23 neither side's data may be smaller than the other.
        (DATA, "var x [4]int", "1.22", ""),
        (DATA, "var x [4]int", "1.23", MODULE),
        (DATA, "var x [4]int", "1.24", ""),
        ("GLOBL ·x(SB), 16, $64\n", "var x = 3", "1.23", MODULE),
        ("GLOBL ·x(SB), 16, $64\n", "var x = 3", "1.24", ""),
        ("GLOBL ·x(SB), 16, $8\n", "var x [4]int", "1.23", ""),
        (DATA, "var x int", "1.23", ""),
        (DATA.replace("16,", "18,"), "var x = 7", "1.27", ""),
    ],
)
def test_data_over_a_var(text: str, declared: str, version: str, package: str, tmp_path: Path) -> None:
    assert duplicating(tmp_path, text, {"main.go": MAIN.format(declared)}, version) == package


@pytest.mark.parametrize(
    ("symbol", "size", "version", "package"),
    [
        ("runtime·overflowError", 16, "1.27", "runtime"),
        ("runtime·allglen", 8, "1.27", ""),
        # Less than the 8 bytes of std's.
        ("runtime·allglen", 4, "1.23", "runtime"),
        ("runtime·allglen", 4, "1.27", ""),
        # io is not linked in.
        ("io·ErrShortWrite", 16, "1.27", ""),
    ],
)
def test_data_over_a_var_of_std(symbol: str, size: int, version: str, package: str, tmp_path: Path) -> None:
    text = f"DATA {symbol}(SB)/4, $5\nGLOBL {symbol}(SB), 16, ${size}\n"
    assert duplicating(tmp_path, text, version=version) == package


@pytest.mark.parametrize(
    ("other", "package"),
    [
        (DATA, MODULE),
        # Without data it is only room for the same.
        ("GLOBL ·x(SB), 16, $8\n", ""),
        (DATA.replace("16,", "18,"), ""),
    ],
)
def test_data_twice(other: str, package: str, tmp_path: Path) -> None:
    assert duplicating(tmp_path, DATA, {"b.s": other}) == package
