"""go.mod: every directive (golang.org/x/mod/modfile/rule.go; https://go.dev/ref/mod#go-mod-file)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from golinkname_ls.golang.modules.mod_syntax import ModFileError, Problem, Statement, statements, unquoted
from golinkname_ls.golang.targets.version import GoVersion

# rule.go: GoVersionRE and ToolchainRE.
_GO = re.compile(r"([1-9][0-9]*)\.(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*))?([a-z]+[0-9]+)?")
_LAX_GO = re.compile(r"v?(([1-9][0-9]*)\.(0|[1-9][0-9]*))([^0-9].*)")
_TOOLCHAIN = re.compile(r"default|go1(\..*)?")
_ONCE = frozenset({"module", "go", "toolchain"})

DEFAULT_LANGUAGE = GoVersion(1, 16)
"""That of a module without a `go` line (cmd/go/internal/gover/version.go: DefaultGoModVersion)."""


@dataclass(frozen=True, slots=True, order=True)
class ModuleVersion:
    """A module path at a version; version "" is a local folder or whatever version is selected."""

    path: str
    version: str = ""

    def __str__(self) -> str:
        return f"{self.path}@{self.version}" if self.version else self.path


@dataclass(frozen=True, slots=True)
class Require:
    """One required module."""

    module: ModuleVersion
    indirect: bool
    line: int


@dataclass(frozen=True, slots=True)
class Replace:
    """`old => new`; an `old` without version stands for all, a `new` without version is a folder as written."""

    old: ModuleVersion
    new: ModuleVersion
    line: int


@dataclass(slots=True)
class ModFile:
    """What a go.mod says. `problems` are what the go command would refuse; the rest was read all the same."""

    module: str = ""
    go: str = ""
    toolchain: str = ""
    godebug: dict[str, str] = field(default_factory=dict)
    require: list[Require] = field(default_factory=list)
    exclude: set[ModuleVersion] = field(default_factory=set)
    replace: list[Replace] = field(default_factory=list)
    retract: list[tuple[str, str]] = field(default_factory=list)
    tool: list[str] = field(default_factory=list)
    ignore: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def go_version(self) -> GoVersion | None:
        """The `go` line's version, None without one."""
        return version_or_none(self.go)

    @property
    def language(self) -> GoVersion:
        """The language version, `DEFAULT_LANGUAGE` without a `go` line."""
        return self.go_version or DEFAULT_LANGUAGE

    def ignores(self, relative: str) -> bool:
        """Whether `./...` leaves out the folder `relative` (slashes, below the module) by an `ignore` directive."""
        folder = _slashed(relative)
        for pattern in self.ignore:
            if pattern.startswith("./"):
                if folder.startswith(_slashed(pattern[2:])):
                    return True
            elif _slashed(pattern) in folder:
                return True
        return False


def version_or_none(text: str) -> GoVersion | None:
    """A `go` or `toolchain` line's version; None for `default`, "" and what is no version."""
    try:
        return GoVersion.parse(text) if text else None
    except ValueError:
        return None


def parse_mod(data: bytes, *, main: bool = True) -> ModFile:
    """Read a go.mod; never raises. A dependency's (`main` false) counts only with the directives that reach others."""
    file = ModFile()
    seen: set[str] = set()
    for statement in statements(data, file.problems):
        if not main and statement.verb not in ("module", "go", "require", "retract", "ignore"):
            continue
        try:
            if statement.verb in _ONCE and statement.verb in seen:
                raise ValueError(f"repeated {statement.verb} statement")
            seen.add(statement.verb)
            _add(file, statement, main)
        except ValueError as error:
            file.problems.append(Problem(statement.line, str(error)))
    return file


def read_mod(path: Path, *, main: bool = True) -> ModFile:
    """Read a go.mod strictly: raises OSError, or ModFileError with the first line that the go command refuses."""
    file = parse_mod(path.read_bytes(), main=main)
    refuse(path, file.problems)
    return file


def refuse(path: Path, problems: list[Problem]) -> None:
    """Raise ModFileError for the first problem, if there is one."""
    if problems:
        first = min(problems, key=lambda p: p.line)
        raise ModFileError(f"{path}:{first.line}: {first.message}")


def _add(file: ModFile, statement: Statement, main: bool) -> None:
    verb, words = statement.verb, list(statement.words)
    if verb == "module":
        file.module = _one(verb, words)
    elif verb == "go":
        file.go = go_line(words, lax=not main)
    elif verb == "toolchain":
        file.toolchain = toolchain_line(words)
    elif verb == "godebug":
        key, equals, value = _one(verb, words).partition("=")
        if not equals:
            raise ValueError("usage: godebug key=value")
        file.godebug[key] = value
    elif verb in ("require", "exclude"):
        if len(words) != 2:
            raise ValueError(f"usage: {verb} module/path v1.2.3")
        module = ModuleVersion(unquoted(words[0]), unquoted(words[1]))
        if verb == "exclude":
            file.exclude.add(module)
        else:
            indirect = re.match(r"indirect(?:;|$)", statement.comment) is not None
            file.require.append(Require(module, indirect, statement.line))
    elif verb == "replace":
        file.replace.append(replace_line(statement))
    elif verb == "retract":
        file.retract.append(_interval(words))
    elif verb == "tool":
        file.tool.append(_one(verb, words))
    elif verb == "ignore":
        file.ignore.append(_one(verb, words))
    else:
        raise ValueError(f"unknown directive: {verb}")


def go_line(words: Iterable[str], *, lax: bool = False) -> str:
    """The argument of `go`; raises ValueError."""
    word = _one("go", list(words))
    if _GO.fullmatch(word):
        return word
    loose = _LAX_GO.fullmatch(word) if lax else None
    if loose is None:
        raise ValueError(f"invalid go version '{word}': must match format 1.23.0")
    return loose[1]


def toolchain_line(words: Iterable[str]) -> str:
    """The argument of `toolchain`; raises ValueError."""
    word = _one("toolchain", list(words))
    if not _TOOLCHAIN.fullmatch(word):
        raise ValueError(f"invalid toolchain version '{word}': must match format go1.23.0 or default")
    return word


def replace_line(statement: Statement) -> Replace:
    """A `replace` directive; raises ValueError."""
    words = list(statement.words)
    arrow = 1 if words[1:2] == ["=>"] else 2
    if not arrow + 2 <= len(words) <= arrow + 3 or words[arrow] != "=>":
        raise ValueError("usage: replace module/path [v1.2.3] => other/module v1.4 or => ../local/directory")
    old = ModuleVersion(unquoted(words[0]), unquoted(words[1]) if arrow == 2 else "")
    new = ModuleVersion(unquoted(words[arrow + 1]), unquoted(words[arrow + 2]) if len(words) == arrow + 3 else "")
    if not new.version and not is_folder_path(new.path):
        raise ValueError("replacement module without version must be directory path (rooted or starting with . or ..)")
    if new.version and is_folder_path(new.path):
        raise ValueError(f"replacement module directory path {new.path!r} cannot have version")
    return Replace(old, new, statement.line)


def is_folder_path(path: str) -> bool:
    """Whether a replacement names a folder, in Unix or Windows spelling (rule.go: IsDirectoryPath)."""
    return path in (".", "..") or re.match(r"\.\.?[/\\]|[/\\]|[A-Za-z]:", path) is not None


def _one(verb: str, words: list[str]) -> str:
    if len(words) != 1:
        raise ValueError(f"{verb} directive expects exactly one argument")
    return unquoted(words[0])


def _interval(words: list[str]) -> tuple[str, str]:
    if len(words) == 1:
        return words[0], words[0]
    if len(words) == 5 and words[::2] == ["[", ",", "]"]:
        return words[1], words[3]
    raise ValueError("usage: retract v1.2.3 or retract [v1.2.3, v1.3.0]")


def _slashed(path: str) -> str:
    path = path.replace("\\", "/")
    return ("" if path.startswith("/") else "/") + path + ("" if path.endswith("/") else "/")
