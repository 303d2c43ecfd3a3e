"""golinkname.toml, the configuration of a module, beside its go.mod."""

from __future__ import annotations

import re
import tomllib
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from golinkname_ls.analysis.options import OptionsError, parse_platforms, parse_versions
from golinkname_ls.golang.regular_files import read_regular
from golinkname_ls.golang.targets.platform import Platform
from golinkname_ls.golang.targets.version import GoVersion
from golinkname_ls.rules.all_rules import RULES
from golinkname_ls.rules.core.finding import Finding, Severity

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

FILE_NAME = "golinkname.toml"
OFF = "off"
_SYMBOL = re.compile(r".+\..+$")
_POSITION = re.compile(r"\(at line (\d+), column \d+\)")


class ConfigurationError(Exception):
    """A golinkname.toml that cannot be read or understood; `reason` says why, `line` (from 1) where."""

    def __init__(self, file: Path, line: int, reason: str) -> None:
        super().__init__(f"{file}:{line}: {reason}")
        self.file = file
        self.line = line
        self.reason = reason


class _InvalidValue(Exception):
    """A key or value that is not allowed; `name` is the innermost key it is about when that is not the top one."""

    def __init__(self, reason: str, name: str = "") -> None:
        super().__init__(reason)
        self.name = name


@dataclass(frozen=True)
class Configuration:
    """The contents of one golinkname.toml; empty without one.

    `severities` holds None for rules that are off. `ignore` has patterns as in a .gitignore beside the file.
    """

    file: Path | None = None
    versions: str = ""
    platforms: tuple[Platform, ...] = ()
    tags: frozenset[str] = frozenset()
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    policy: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    checklinkname: bool | None = None
    mirrors: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def ignores(self, path: Path) -> bool:
        """Whether a pattern of `ignore` matches the absolute path of a file."""
        if not self.ignore or self.file is None or not path.is_relative_to(self.file.parent):
            return False
        return self._patterns.match_file(path.relative_to(self.file.parent).as_posix())

    def rated(self, findings: list[Finding]) -> list[Finding]:
        """Findings with the severities that the file gives to their rules, without those of rules that are off."""
        if not self.severities:
            return findings
        given = ((f, self.severities.get(f.code, f.severity)) for f in findings)
        return [
            f if severity is f.severity else replace(f, severity=severity)
            for f, severity in given
            if severity is not None
        ]

    @cached_property
    def _patterns(self) -> GitIgnoreSpec:
        return _git_ignore(self.ignore)


def _git_ignore(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # Imported late: most modules have no patterns.

    return GitIgnoreSpec.from_lines(patterns)


def read_configuration(folder: Path, known: list[GoVersion]) -> Configuration:
    """The configuration of the module in `folder`, an empty one without a file; raises ConfigurationError."""
    file = folder / FILE_NAME
    try:
        text = read_regular(file).decode("utf-8-sig")
    except FileNotFoundError:
        return Configuration()
    except OSError as error:
        raise ConfigurationError(file, 1, f"cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise ConfigurationError(
            file, error.object.count(b"\n", 0, error.start) + 1, "cannot be read: it is not UTF-8"
        ) from None
    try:
        # TOML forbids a lone \r, which tomllib reports; \r\n is its own.
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _POSITION.search(str(error))
        line = int(place[1]) if place else len(text.splitlines()) or 1
        raise ConfigurationError(file, line, _POSITION.sub("", str(error)).strip()) from None
    except RecursionError:
        raise ConfigurationError(file, 1, "cannot be read: it is nested too deeply") from None
    found = Configuration(file)
    for key, value in tables.items():
        try:
            if key not in _KEYS:
                raise _InvalidValue(_unknown("key", key, list(_KEYS)))
            found = replace(found, **_KEYS[key](value, known))
        except _InvalidValue as invalid:
            raise ConfigurationError(file, _line(text, invalid.name or key), str(invalid)) from None
    return found


def _versions(value: Any, known: list[GoVersion]) -> dict[str, Any]:
    text = value if isinstance(value, str) else ",".join(_strings("versions", value))
    try:
        parse_versions(text, known, "versions")
    except OptionsError as error:
        raise _InvalidValue(str(error)) from None
    return {"versions": text}


def _platforms(value: Any, known: list[GoVersion]) -> dict[str, Any]:
    try:
        return {"platforms": parse_platforms(_strings("platforms", value), known)}
    except ValueError as error:
        raise _InvalidValue(f"platforms: {error}") from None


def _tags(value: Any, known: list[GoVersion]) -> dict[str, Any]:
    return {"tags": frozenset(_strings("tags", value))}


def _ignore(value: Any, known: list[GoVersion]) -> dict[str, Any]:
    patterns = tuple(_strings("ignore", value))
    for pattern in patterns:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                _git_ignore((pattern,))
        except Exception as error:  # noqa: BLE001  (whatever pathspec, or re below it, makes of a pattern)
            raise _InvalidValue(f"ignore: {pattern!r} is no pattern of a .gitignore: {error}") from None
    return {"ignore": patterns}


def _checklinkname(value: Any, known: list[GoVersion]) -> dict[str, Any]:
    if not isinstance(value, bool):
        raise _InvalidValue("checklinkname is to be true or false")
    return {"checklinkname": value}


def _severities(value: Any, known: list[GoVersion]) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _InvalidValue('severities is to be a table of rule codes, such as LN301 = "warning"')
    codes = [module.RULE.code for module in RULES]
    words = [s.value for s in Severity] + [OFF]
    found: dict[str, Severity | None] = {}
    for code, word in value.items():
        if code not in codes:
            raise _InvalidValue(_unknown("rule", code, codes), code)
        if word not in words:
            raise _InvalidValue(f"severities.{code} is to be one of {', '.join(words)}", code)
        found[code] = None if word == OFF else Severity(word)
    return {"severities": found}


def _policy(value: Any, known: list[GoVersion]) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _InvalidValue('policy is to be a table, such as packages = ["runtime"]')
    for key in value:
        if key != "packages":
            raise _InvalidValue(_unknown("key", key, ["packages"], "policy."), key)
    return {"policy": tuple(_strings("policy.packages", value["packages"])) if "packages" in value else None}


def _mirrors(value: Any, known: list[GoVersion]) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _InvalidValue('mirrors is to be a table, such as hmap = "runtime.hmap"')
    found = []
    for name, upstream in value.items():
        types = [upstream] if isinstance(upstream, str) else upstream
        if not isinstance(types, list) or not types or not all(isinstance(t, str) and _SYMBOL.match(t) for t in types):
            raise _InvalidValue(
                f'mirrors.{name} is to be an upstream type, such as "runtime.hmap", or a list of such', name
            )
        found.append((name, tuple(types)))
    return {"mirrors": tuple(found)}


_KEYS: dict[str, Callable[[Any, list[GoVersion]], dict[str, Any]]] = {
    "versions": _versions,
    "platforms": _platforms,
    "tags": _tags,
    "severities": _severities,
    "policy": _policy,
    "ignore": _ignore,
    "checklinkname": _checklinkname,
    "mirrors": _mirrors,
}


def _strings(key: str, value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise _InvalidValue(f"{key} is to be a list of strings")
    return value


def _unknown(what: str, name: str, known: list[str], prefix: str = "") -> str:
    from rapidfuzz import process  # Imported late: most configurations have no unknown key.

    nearest = process.extractOne(name.lower(), known, processor=str.lower, score_cutoff=50)
    if nearest is None:
        return f"unknown {what} {prefix}{name}; there are {', '.join(prefix + k for k in known)}"
    return f"unknown {what} {prefix}{name}: did you mean {prefix}{nearest[0]}?"


def _line(text: str, name: str) -> int:
    """The line that sets the key `name` or opens its table."""
    key = re.compile(rf"\s*\[*\s*(?:[\w-]+\s*\.\s*)*[\"']?{re.escape(name)}[\"']?\s*[\].=]")
    return next((number for number, row in enumerate(text.splitlines(), 1) if key.match(row)), 1)
