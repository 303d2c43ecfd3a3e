"""Build constraints of a file: those of its name and its `//go:build` line (go/build: goodOSArchFile, matchTag).

`sys_linux_arm64.go` is built where GOOS is linux and GOARCH is arm64, and its `//go:build` expression is true.
"""

from __future__ import annotations

import functools

from golinkname_ls.golang.targets.constraint_expression import evaluate_constraint, parse_constraint
from golinkname_ls.golang.targets.platform import KNOWN_ARCH, KNOWN_OS, OS_KNOWN_SINCE, UNIX_OS
from golinkname_ls.golang.targets.target import Target

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


def selected(name: str, constraint: str, target: Target, imports_c: bool = False) -> bool:
    """Whether the target's build includes the file `name` with a `//go:build` expression ("" for none).

    Names that begin with `_` or `.` never are. `_test.go` files pass here: who asks decides about tests. A constraint
    that cannot be parsed selects nothing. A Go file that imports "C" (`imports_c`) is built with cgo only.
    """
    return name_matches(name_words(name), target) and content_matches(constraint, target, imports_c)


def content_matches(constraint: str, target: Target, imports_c: bool = False) -> bool:
    """Whether a file's `//go:build` expression, and its import of "C", let it into the target's build."""
    return (target.cgo or not imports_c) and (not constraint or is_satisfied(constraint, target))


def name_matches(words: tuple[str, str], target: Target) -> bool:
    """Whether a file name with these `name_words` lets a file into the target's build."""
    before, last = words
    if not last:
        return True
    if last == _NEVER:
        return False
    if _known_os(before, target) and last in KNOWN_ARCH:
        return has_tag(last, target) and has_tag(before, target)
    return not (_known_os(last, target) or last in KNOWN_ARCH) or has_tag(last, target)


_NEVER = "_"


def name_words(name: str) -> tuple[str, str]:
    """Last two words of a file name, `_test` aside, if the last may be a GOOS or GOARCH; else two empty ones.

    Files whose names have equal words are selected by the same targets, as far as names decide.
    """
    if name[:1] in ("_", "."):
        return "", _NEVER
    parts = name.split(".", 1)[0].split("_")
    if parts[-1] == "test" and len(parts) > 1:
        parts = parts[:-1]
    # What stands before the first underscore is never looked at.
    parts[0] = ""
    return (parts[-2], parts[-1]) if parts[-1] in KNOWN_OS or parts[-1] in KNOWN_ARCH else ("", "")


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
        from golinkname_ls.golang.targets.experiments import enabled

        return enabled(rest, target.go, target.platform)
    since, features = _FEATURES.get(goarch, (0, ()))
    return head == goarch and rest in features and target.go.minor >= since


@functools.lru_cache(maxsize=65536)
def is_satisfied(constraint: str, target: Target) -> bool:
    """The value of a `//go:build` expression on a target; "" is true, what cannot be parsed false."""
    if not constraint:
        return True
    expression = parse_constraint(constraint)
    return expression is not None and evaluate_constraint(expression, lambda tag: has_tag(tag, target))
