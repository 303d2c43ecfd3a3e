"""Whether the linker lets code outside std pull a std symbol; the expectations are real linkers' answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.linking.marks.pull_verdicts import is_blocked, pull_verdict
from tests.linking.std_versions.small_std import small_std
from tests.program.small_programs import symbols_of, target


@pytest.mark.parametrize(
    ("version", "symbol", "verdict"),
    [
        # A directive of the defining package names it.
        ("1.22", "time.now", "allowed"),
        ("1.27", "time.now", "allowed"),
        ("1.27", "reflect.(*rtype).Align", "allowed"),
        # No mark.
        ("1.22", "runtime.gcStart", "allowed"),
        ("1.23", "runtime.gcStart", "forbidden"),
        ("1.27", "runtime.gcStart", "forbidden"),
        ("1.23", "reflect.(*rtype).uncommon", "forbidden"),
        ("1.22", "os.Args", "allowed"),
        ("1.23", "os.Args", "forbidden"),
        ("1.27", "runtime.overflowError", "allowed"),
        # Builtins of the compiler are not asked for in 1.23, if they are funcs.
        ("1.23", "runtime.printlock", "allowed"),
        ("1.24", "runtime.printlock", "forbidden"),
        ("1.23", "runtime.x86HasPOPCNT", "forbidden"),
        # Assembly needs marks from 1.27 on.
        ("1.26", "runtime.gogo", "allowed"),
        ("1.27", "runtime.gogo", "forbidden"),
        ("1.27", "runtime.memmove", "allowed"),
        ("1.26", "runtime.mainPC", "allowed"),
        ("1.27", "runtime.mainPC", "forbidden"),
        # Marked by linknamestd.
        ("1.26", "runtime.spillArgs", "allowed"),
        ("1.27", "runtime.spillArgs", "std-only"),
        # Listed as blocked, which is asked first.
        ("1.22", "runtime.coroswitch", "allowed"),
        ("1.23", "runtime.coroswitch", "blocked"),
        ("1.27", "runtime.coroswitch", "std-only"),
        ("1.25", "net.newWindowsFile", "blocked"),
        ("1.24", "net.newWindowsFile", "absent"),
        ("1.27", "runtime.privateHelper", "absent"),
        ("1.27", "runtime.mutex", "absent"),
    ],
)
def test_verdict_by_version(version: str, symbol: str, verdict: str) -> None:
    assert pull_verdict(symbols_of(target(version)), symbol)[0].value == verdict


@pytest.mark.parametrize(
    ("version", "platform", "symbol", "verdict"),
    [
        # Without a register ABI nobody asks assembly for marks.
        ("1.27", "linux/386", "runtime.gogo", "allowed"),
        ("1.27", "js/wasm", "runtime.gogo", "allowed"),
        ("1.27", "darwin/arm64", "runtime.gogo", "forbidden"),
        ("1.27", "linux/386", "runtime.gcStart", "forbidden"),
        # The Go entry of a func with go:cgo_unsafe_args is a wrapper, which goes unchecked up to 1.26.
        ("1.26", "darwin/arm64", "runtime.pthread_attr_init", "allowed"),
        ("1.27", "darwin/arm64", "runtime.pthread_attr_init", "forbidden"),
    ],
)
def test_verdict_by_platform(version: str, platform: str, symbol: str, verdict: str) -> None:
    assert pull_verdict(symbols_of(target(version, platform)), symbol)[0].value == verdict


@pytest.mark.parametrize(
    ("package", "symbol", "verdict"),
    [
        # The check of 1.27 compares the symbol's beginning with the importer's path.
        ("r", "runtime.gcWriteBarrier1", "allowed"),
        ("main", "runtime.gcWriteBarrier1", "forbidden"),
        # What is assembly of the other ABI has no such hole.
        ("r", "runtime.gogo", "forbidden"),
        ("r", "runtime.gcStart", "forbidden"),
    ],
)
def test_package_whose_path_begins_the_symbol(package: str, symbol: str, verdict: str) -> None:
    assert pull_verdict(symbols_of(target("1.27")), symbol, package)[0].value == verdict


@pytest.mark.parametrize(("abi", "verdict"), [("<ABIInternal>", "allowed"), ("", "forbidden")])
def test_assembly_without_a_package_in_its_name(abi: str, verdict: str, tmp_path: Path) -> None:
    symbols = small_std(tmp_path, "1.27", "", f"TEXT loose{abi}(SB),4,$0\n\tRET\n")
    assert pull_verdict(symbols, "loose")[0].value == verdict


@pytest.mark.parametrize(
    ("version", "symbol", "package", "blocked"),
    [
        ("1.23", "runtime.newcoro", "main", True),
        ("1.23", "runtime.newcoro", "iter", False),
        ("1.22", "runtime.newcoro", "main", False),
        ("1.26", "runtime.addmoduledata", "runtime", True),
        ("1.25", "runtime.addmoduledata", "main", False),
        # Whether it exists does not matter.
        ("1.25", "net.newWindowsFile", "main", True),
        ("1.25", "net.newWindowsFile", "net", False),
    ],
)
def test_blocked_names(version: str, symbol: str, package: str, blocked: bool) -> None:
    assert is_blocked(symbols_of(target(version)), symbol, package) is blocked


def test_the_definition_comes_with_the_verdict() -> None:
    symbols = symbols_of(target("1.27"))
    _, found = pull_verdict(symbols, "sync.runtime_Semacquire")
    assert found is not None
    assert found.package == "runtime"
    assert pull_verdict(symbols, "runtime.privateHelper")[1] is None
