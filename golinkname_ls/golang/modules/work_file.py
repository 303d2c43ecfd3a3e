"""go.work: its versions, modules and replacements (x/mod/modfile/work.go; go.dev/ref/mod#workspaces)."""

from __future__ import annotations

from dataclasses import dataclass, field

from golinkname_ls.golang.modules.mod_file import Replace, go_line, replace_line, toolchain_line, version_or_none
from golinkname_ls.golang.modules.mod_syntax import ModFileProblem, Statement, statements, unquoted
from golinkname_ls.golang.targets.version import GoVersion


@dataclass(slots=True)
class WorkFile:
    """The content of a go.work; `use` has the folders as written. `problems` are what the go command would refuse."""

    go: str = ""
    toolchain: str = ""
    use: list[str] = field(default_factory=list)
    replace: list[Replace] = field(default_factory=list)
    problems: list[ModFileProblem] = field(default_factory=list)

    @property
    def language(self) -> GoVersion:
        """The `go` line's version; 1.18 without one (cmd/go/internal/gover: DefaultGoWorkVersion)."""
        return version_or_none(self.go) or GoVersion(1, 18)


def parse_work(data: bytes) -> WorkFile:
    """Read a go.work; never raises."""
    file = WorkFile()
    for statement in statements(data, file.problems):
        try:
            _add(file, statement)
        except ValueError as error:
            file.problems.append(ModFileProblem(statement.line, str(error)))
    return file


def _add(file: WorkFile, statement: Statement) -> None:
    if statement.verb == "go":
        if file.go:
            raise ValueError("repeated go statement")
        file.go = go_line(statement.words)
    elif statement.verb == "toolchain":
        if file.toolchain:
            raise ValueError("repeated toolchain statement")
        file.toolchain = toolchain_line(statement.words)
    elif statement.verb == "use":
        if len(statement.words) != 1:
            raise ValueError("usage: use local/dir")
        file.use.append(unquoted(statement.words[0]))
    elif statement.verb == "replace":
        file.replace.append(replace_line(statement.words))
    elif statement.verb != "godebug":
        raise ValueError(f"unknown directive: {statement.verb}")
