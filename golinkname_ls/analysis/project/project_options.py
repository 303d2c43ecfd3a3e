"""A module with its golinkname.toml and the flags of its build files, and the options in force for it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.project.checklinkname_flag import disables_checklinkname, find_disabling_flag
from golinkname_ls.analysis.project.configuration import (
    FILE_NAME,
    Configuration,
    ConfigurationError,
    read_configuration,
)
from golinkname_ls.golang.installation.environment import GoEnvironment
from golinkname_ls.golang.modules.module import Module
from golinkname_ls.golang.targets.ports import cgo_asked
from golinkname_ls.golang.targets.version import GoVersion


@dataclass(frozen=True)
class Project:
    """A module with its configuration; one that cannot be read counts as empty, and `error` says why."""

    module: Module | None = None
    configuration: Configuration = field(default_factory=Configuration)
    checklinkname_disabled_at: str = ""
    """The build file and line that pass `-checklinkname=0`, as `Makefile:12`."""
    error: ConfigurationError | None = None


def read_project(module: Module | None, known: list[GoVersion]) -> Project:
    """Project of a module, read from the files beside its go.mod; a configuration may name the `known` versions."""
    if module is None:
        return Project()
    disabled_at = find_disabling_flag(module.folder)
    try:
        return Project(module, read_configuration(module.folder, known), disabled_at)
    except ConfigurationError as error:
        return Project(module, checklinkname_disabled_at=disabled_at, error=error)


def with_go_environment(asked: Options) -> Options:
    """The options completed by GOFLAGS and CGO_ENABLED, which every go command reads."""
    environment = GoEnvironment.read()
    checklinkname, because = asked.checklinkname, asked.checklinkname_because
    if checklinkname is None and disables_checklinkname(environment.flag("ldflags")):
        checklinkname, because = False, "GOFLAGS"
    return replace(
        asked,
        tags=asked.tags or frozenset(environment.flag("tags").replace(",", " ").split()),
        checklinkname=checklinkname,
        checklinkname_because=because,
        cgo=cgo_asked(os.environ),
    )


def effective_options(asked: Options, project: Project) -> Options:
    """The options completed by the module's configuration, then by its build files."""
    configuration = project.configuration
    checklinkname, because = asked.checklinkname, asked.checklinkname_because
    if checklinkname is None and configuration.checklinkname is not None:
        checklinkname, because = configuration.checklinkname, FILE_NAME
    elif checklinkname is None and project.checklinkname_disabled_at:
        checklinkname, because = False, project.checklinkname_disabled_at
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
