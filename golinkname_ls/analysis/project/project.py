"""A module with what it says of itself: its golinkname.toml and the flags of its build files."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.project.checklinkname_flag import unchecked_because
from golinkname_ls.analysis.project.configuration import (
    FILE_NAME,
    Configuration,
    ConfigurationError,
    read_configuration,
)
from golinkname_ls.golang.modules.module import Module
from golinkname_ls.golang.targets.version import GoVersion


@dataclass(frozen=True)
class Project:
    """One module. A configuration that cannot be read counts as none, and `error` says why."""

    module: Module | None = None
    configuration: Configuration = field(default_factory=Configuration)
    unchecked_because: str = ""
    error: ConfigurationError | None = None


def read_project(module: Module | None, known: list[GoVersion]) -> Project:
    """Read what lies beside a go.mod; `known` are the versions a configuration may name."""
    if module is None:
        return Project()
    because = unchecked_because(module.folder)
    try:
        return Project(module, read_configuration(module.folder, known), because)
    except ConfigurationError as error:
        return Project(module, unchecked_because=because, error=error)


def effective(asked: Options, project: Project) -> Options:
    """What was asked for, completed by the configuration, then by what the build files show."""
    configuration = project.configuration
    checklinkname, because = asked.checklinkname, asked.checklinkname_because
    if checklinkname is None and configuration.checklinkname is not None:
        checklinkname, because = configuration.checklinkname, FILE_NAME
    elif checklinkname is None and project.unchecked_because:
        checklinkname, because = False, project.unchecked_because
    return replace(
        asked,
        window=asked.window or configuration.versions,
        platforms=asked.platforms or configuration.platforms,
        tags=asked.tags or configuration.tags,
        checklinkname=checklinkname,
        checklinkname_because=because if checklinkname is False else "",
        policy=configuration.policy if asked.policy is None else asked.policy,
        mirrors=configuration.mirrors,
    )
