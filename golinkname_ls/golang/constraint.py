"""Build constraints: which files a target selects (go/build: matchTag, goodOSArchFile, shouldBuild)."""

from __future__ import annotations

import functools

from golinkname_ls.golang.expression import Expression, evaluated, parse
from golinkname_ls.golang.platform import KNOWN_ARCH, KNOWN_OS, OS_KNOWN_SINCE, UNIX_OS
from golinkname_ls.golang.target import Target

# go/build matchTag: these systems also satisfy the tag of the one they descend from.
_IMPLIED_OS = {"android": "linux", "illumos": "solaris", "ios": "darwin"}

# internal/buildcfg/cfg.go, gogoarchTags: the tags of the default GO386, GOAMD64, GOARM, …, with the first minor
# version that has them. GOARM is 7 where nothing else is set, and 5 and 6 are true with it.
_FEATURES = {
    "386": (21, ("sse2",)),
    "amd64": (21, ("v1",)),
    "arm": (21, ("5", "6", "7")),
    "arm64": (23, ("v8.0",)),
    "mips": (21, ("hardfloat",)),
    "mipsle": (21, ("hardfloat",)),
    "mips64": (21, ("hardfloat",)),
    "mips64le": (21, ("hardfloat",)),
    "ppc64": (21, ("power8",)),
    "ppc64le": (21, ("power8",)),
    "riscv64": (23, ("rva20u64",)),
    "wasm": (26, ("satconv", "signext")),
}


@functools.lru_cache(maxsize=65536)
def selected(name: str, constraint: str, target: Target, imports_c: bool = False) -> bool:
    """Whether the file `name` with the given constraint expression ("" for none) is part of the target's build.

    Names that begin with `_` or `.` never are. `_test.go` files pass here: who asks decides about tests. A constraint
    that cannot be parsed selects nothing. A Go file that imports "C" (`imports_c`) is built with cgo only.
    """
    if imports_c and not target.cgo:
        return False
    return name[:1] not in ("_", ".") and _name_matches(name, target) and evaluate(constraint, target)


def _name_matches(name: str, target: Target) -> bool:
    stem = name.split(".", 1)[0]
    if "_" not in stem:
        return True
    parts = stem[stem.index("_") :].split("_")
    if parts and parts[-1] == "test":
        parts = parts[:-1]
    if len(parts) >= 2 and _known_os(parts[-2], target) and parts[-1] in KNOWN_ARCH:
        return has_tag(parts[-1], target) and has_tag(parts[-2], target)
    if parts and (_known_os(parts[-1], target) or parts[-1] in KNOWN_ARCH):
        return has_tag(parts[-1], target)
    return True


def _known_os(word: str, target: Target) -> bool:
    return word in KNOWN_OS and target.go.minor >= OS_KNOWN_SINCE.get(word, 0)


@functools.lru_cache(maxsize=65536)
def has_tag(tag: str, target: Target) -> bool:
    """Whether a build tag is true on the target."""
    goos, goarch = target.platform.goos, target.platform.goarch
    if tag in (goos, goarch, "gc") or tag == _IMPLIED_OS.get(goos) or tag in target.tags:
        return True
    if tag == "cgo":
        return target.cgo
    if tag == "unix":
        return goos in UNIX_OS
    if tag == "boringcrypto":
        tag = "goexperiment.boringcrypto"  # matchTag: its old name
        if tag in target.tags:
            return True
    head, _, rest = tag.partition(".")
    if head == "go1":
        return rest.isascii() and rest.isdigit() and rest[0] != "0" and int(rest) <= target.go.minor
    if head == "goexperiment":
        # Few files ask for an experiment; the others do not pay for importing the table.
        from golinkname_ls.golang.experiments import enabled

        return enabled(rest, target.go, target.platform)
    since, features = _FEATURES.get(goarch, (0, ()))
    return head == goarch and rest in features and target.go.minor >= since


def evaluate(constraint: str, target: Target) -> bool:
    """The value of a `//go:build` expression; "" is true, what cannot be parsed false."""
    if not constraint:
        return True
    expression: Expression | None = parse(constraint)
    return expression is not None and evaluated(expression, lambda tag: has_tag(tag, target))
