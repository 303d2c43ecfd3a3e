"""Build constraints: which files a target selects (go/build: matchTag, goodOSArchFile; go/build/constraint)."""

from __future__ import annotations

import functools
import re

from golinkname_ls.golang.platform import KNOWN_ARCH, KNOWN_OS, UNIX_OS
from golinkname_ls.golang.target import Target

_TOKEN = re.compile(r"\s*(&&|\|\||!|\(|\)|[\w.]+)")

# go/build matchTag: these systems also satisfy the tag of the one they descend from.
_IMPLIED_OS = {"android": "linux", "illumos": "solaris", "ios": "darwin"}

# Experiments on by default, (first minor, last minor or None), from `baseline` in internal/buildcfg/exp.go of each
# version; regabi* only where the architecture has the register ABI.
_EXPERIMENTS: dict[str, tuple[int, int | None]] = {
    "unified": (20, None),
    "coverageredesign": (20, 24),
    "allocheaders": (22, 22),
    "exectracer2": (22, 22),
    "aliastypeparams": (24, 25),
    "swissmap": (24, 25),
    "spinbitmutex": (24, 24),
    "synchashtriemap": (24, 25),
    "dwarf5": (25, None),
    "randomizedheapbase64": (26, None),
    "greenteagc": (26, None),
    "jsonv2": (27, None),
    "sizespecializedmalloc": (27, None),
}
_REGABI = frozenset({"regabiwrappers", "regabiargs"})
_REGABI_ARCH = frozenset({"amd64", "arm64", "loong64", "ppc64", "ppc64le", "riscv64"})


@functools.lru_cache(maxsize=65536)
def selected(name: str, constraint: str, target: Target) -> bool:
    """Whether the file `name` with the given constraint expression ("" for none) is part of the target's build.

    `_test.go` files pass here: who asks decides about tests. A constraint that cannot be parsed selects nothing.
    """
    return _name_matches(name, target) and evaluate(constraint, target)


def _name_matches(name: str, target: Target) -> bool:
    stem = name.split(".", 1)[0]
    if "_" not in stem:
        return True
    parts = stem[stem.index("_") :].split("_")
    if parts and parts[-1] == "test":
        parts = parts[:-1]
    if len(parts) >= 2 and parts[-2] in KNOWN_OS and parts[-1] in KNOWN_ARCH:
        return has_tag(parts[-1], target) and has_tag(parts[-2], target)
    if parts and (parts[-1] in KNOWN_OS or parts[-1] in KNOWN_ARCH):
        return has_tag(parts[-1], target)
    return True


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
    if tag.startswith("go1."):
        return tag[4:].isdigit() and 1 <= int(tag[4:]) <= target.go.minor
    if tag.startswith("goexperiment."):
        return _experiment(tag.partition(".")[2], target)
    return tag in (f"{goarch}.v1", f"{goarch}.sse2", f"{goarch}.hardfloat", f"{goarch}.power8", f"{goarch}.rva20u64")


def _experiment(name: str, target: Target) -> bool:
    if name in _REGABI:
        return target.platform.goarch in _REGABI_ARCH
    first, last = _EXPERIMENTS.get(name, (1000, None))
    return first <= target.go.minor and (last is None or target.go.minor <= last)


def evaluate(constraint: str, target: Target) -> bool:
    """The value of a `//go:build` expression; "" is true, what cannot be parsed false."""
    if not constraint:
        return True
    expression = _parse(constraint)
    return expression is not None and _value(expression, target)


def _value(expression: object, target: Target) -> bool:
    if isinstance(expression, str):
        return has_tag(expression, target)
    assert isinstance(expression, tuple)
    operator, *sides = expression
    if operator == "!":
        return not _value(sides[0], target)
    if operator == "&&":
        return _value(sides[0], target) and _value(sides[1], target)
    return _value(sides[0], target) or _value(sides[1], target)


@functools.lru_cache(maxsize=8192)
def _parse(text: str) -> object | None:
    tokens, at = [], 0
    text = text.split("//", 1)[0].rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            return None
        tokens.append(match[1])
        at = match.end()
    tokens.append("")
    try:
        expression = _or(tokens)
    except (IndexError, ValueError):
        return None
    return expression if tokens == [""] else None


def _or(tokens: list[str]) -> object:
    left = _and(tokens)
    while tokens[0] == "||":
        tokens.pop(0)
        left = ("||", left, _and(tokens))
    return left


def _and(tokens: list[str]) -> object:
    left = _not(tokens)
    while tokens[0] == "&&":
        tokens.pop(0)
        left = ("&&", left, _not(tokens))
    return left


def _not(tokens: list[str]) -> object:
    token = tokens.pop(0)
    if token == "!":
        return ("!", _not(tokens))
    if token == "(":
        inner = _or(tokens)
        if tokens.pop(0) != ")":
            raise ValueError("unbalanced")
        return inner
    if token in ("", ")", "&&", "||"):
        raise ValueError("no tag")
    return token
