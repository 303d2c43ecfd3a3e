"""go.mod: its module, versions, requirements and replacements (x/mod/modfile/rule.go; go.dev/ref/mod#go-mod-file)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from golinkname_ls.golang.modules.mod_syntax import ModFileProblem, Statement, statements, unquoted
from golinkname_ls.golang.targets.version import GoVersion

# rule.go: GoVersionRE and ToolchainRE.
_GO = re.compile(r"([1-9][0-9]*)\.(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*))?([a-z]+[0-9]+)?")
_LAX_GO = re.compile(r"v?(([1-9][0-9]*)\.(0|[1-9][0-9]*))([^0-9].*)")
_TOOLCHAIN = re.compile(r"default|go1(\..*)?")
_ONCE = frozenset({"module", "go", "toolchain"})

DEFAULT_LANGUAGE = GoVersion(1, 16)
"""The language version of a module without a `go` line (cmd/go/internal/gover/version.go: DefaultGoModVersion)."""


@dataclass(frozen=True, slots=True, order=True)
class ModuleVersion:
    """A module path at a version; version "" is a local folder or whatever version is selected."""

    path: str
    version: str = ""

    def __str__(self) -> str:
        return f"{self.path}@{self.version}" if self.version else self.path


@dataclass(frozen=True, slots=True)
class Replace:
    """`old => new`; an `old` without version stands for all, a `new` without version is a folder as written."""

    old: ModuleVersion
    new: ModuleVersion


@dataclass(slots=True)
class ModFile:
    """The content of a go.mod. `problems` are what the go command would refuse; the rest was read all the same."""

    module: str = ""
    go: str = ""
    toolchain: str = ""
    require: list[ModuleVersion] = field(default_factory=list)
    exclude: set[ModuleVersion] = field(default_factory=set)
    replace: list[Replace] = field(default_factory=list)
    problems: list[ModFileProblem] = field(default_factory=list)

    @property
    def go_version(self) -> GoVersion | None:
        """The version of the `go` line, None without one."""
        return version_or_none(self.go)

    @property
    def language(self) -> GoVersion:
        """The language version, `DEFAULT_LANGUAGE` without a `go` line."""
        return self.go_version or DEFAULT_LANGUAGE


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
            file.problems.append(ModFileProblem(statement.line, str(error)))
    return file


def _add(file: ModFile, statement: Statement, main: bool) -> None:
    verb, words = statement.verb, statement.words
    match verb:
        case "module":
            file.module = _one(verb, words)
        case "go":
            file.go = go_line(words, lax=not main)
        case "toolchain":
            file.toolchain = toolchain_line(words)
        case "require":
            file.require.append(_module_version(verb, words))
        case "exclude":
            file.exclude.add(_module_version(verb, words))
        case "replace":
            file.replace.append(replace_line(words))
        # What these say is asked for by nothing here; what is wrong in them is a problem all the same.
        case "retract":
            if len(words) != 1 and (len(words) != 5 or words[::2] != ["[", ",", "]"]):
                raise ValueError("usage: retract v1.2.3 or retract [v1.2.3, v1.3.0]")
        case "tool" | "ignore":
            _one(verb, words)
        case "godebug":
            if "=" not in _one(verb, words):
                raise ValueError("usage: godebug key=value")
        case _:
            raise ValueError(f"unknown directive: {verb}")


def go_line(words: list[str], *, lax: bool = False) -> str:
    """Version in a `go` line; raises ValueError for a malformed one."""
    word = _one("go", words)
    if _GO.fullmatch(word):
        return word
    loose = _LAX_GO.fullmatch(word) if lax else None
    if loose is None:
        raise ValueError(f"invalid go version '{word}': must match format 1.23.0")
    return loose[1]


def toolchain_line(words: list[str]) -> str:
    """Name in a `toolchain` line; raises ValueError for a malformed one."""
    word = _one("toolchain", words)
    if not _TOOLCHAIN.fullmatch(word):
        raise ValueError(f"invalid toolchain version '{word}': must match format go1.23.0 or default")
    return word


def replace_line(words: list[str]) -> Replace:
    """Replacement by a `replace` directive; raises ValueError for a malformed one."""
    arrow = 1 if words[1:2] == ["=>"] else 2
    if not arrow + 2 <= len(words) <= arrow + 3 or words[arrow] != "=>":
        raise ValueError("usage: replace module/path [v1.2.3] => other/module v1.4 or => ../local/directory")
    old = ModuleVersion(unquoted(words[0]), unquoted(words[1]) if arrow == 2 else "")
    new = ModuleVersion(unquoted(words[arrow + 1]), unquoted(words[arrow + 2]) if len(words) == arrow + 3 else "")
    if not new.version and not is_folder_path(new.path):
        raise ValueError("replacement module without version must be directory path (rooted or starting with . or ..)")
    if new.version and is_folder_path(new.path):
        raise ValueError(f"replacement module directory path {new.path!r} cannot have version")
    return Replace(old, new)


def is_folder_path(path: str) -> bool:
    """Whether a replacement names a folder, in Unix or Windows spelling (rule.go: IsDirectoryPath)."""
    return path in (".", "..") or re.match(r"\.\.?[/\\]|[/\\]|[A-Za-z]:", path) is not None


def _one(verb: str, words: list[str]) -> str:
    if len(words) != 1:
        raise ValueError(f"{verb} directive expects exactly one argument")
    return unquoted(words[0])


def _module_version(verb: str, words: list[str]) -> ModuleVersion:
    if len(words) != 2:
        raise ValueError(f"usage: {verb} module/path v1.2.3")
    return ModuleVersion(unquoted(words[0]), unquoted(words[1]))
