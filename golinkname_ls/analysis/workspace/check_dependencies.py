"""The packages of required modules that a module's own packages import, directly or not, and their findings.

They are read from vendor or the module cache; what is not on this machine is listed by `not_at_hand`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.package_context import PackageContext
from golinkname_ls.analysis.session import Session
from golinkname_ls.analysis.target_window import asked_targets, versions_to_check
from golinkname_ls.golang.modules.module import Module
from golinkname_ls.golang.modules.package_locator import PackageLocation
from golinkname_ls.golang.packages.import_graph import Closure
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.rules.core.finding import Finding, Severity, Stage

# Style, advice and policy are the affair of who keeps the dependency.
_STAGES = frozenset({Stage.COMPILE, Stage.LINK, Stage.RUNTIME})
_SEVERITIES = frozenset({Severity.ERROR, Severity.WARNING})


@dataclass(frozen=True, slots=True)
class Dependency:
    """A package of a required module, with the module whose build includes it and the targets on which it does."""

    location: PackageLocation
    main: Module
    targets: frozenset[Target]


def dependencies(session: Session, folders: Iterable[Path]) -> list[Dependency]:
    """The packages of required modules that the packages in these folders import, directly or not, on any target.

    Those that are not on this machine are left out.
    """
    found: dict[Path, tuple[PackageLocation, Module, set[Target]]] = {}
    for module, target, closure in _closures(session, folders):
        locator = session.folders.locator(module.folder)
        for imported in closure.packages:
            location = locator.locate(imported)
            if location is not None and location.version and not location.is_main_module:
                found.setdefault(location.folder, (location, module, set()))[2].add(target)
    needed = [Dependency(location, module, frozenset(targets)) for location, module, targets in found.values()]
    return sorted(needed, key=lambda d: (d.location.name, d.location.import_path))


def not_at_hand(session: Session, folders: Iterable[Path]) -> list[str]:
    """Import paths, sorted, of packages imported directly or not that are not on this machine."""
    return sorted({path for _, _, closure in _closures(session, folders) for path in closure.missing})


def _closures(session: Session, folders: Iterable[Path]) -> Iterator[tuple[Module, Target, Closure]]:
    """The transitive imports of the package in each folder, on each target that is asked for."""
    engine = session.engine
    for folder in folders:
        context = session.context(folder)
        package, module, options, _ = context
        if module is None:
            continue
        versions, _ = versions_to_check(options, module, engine.catalog)
        for target in asked_targets(versions, options):
            program = engine.programs.own(package, module, context.import_path, engine.symbols(target))
            yield module, target, program.closure


def check_dependency(session: Session, dependency: Dependency) -> list[Finding]:
    """Findings in a dependency that break builds or memory, in the window of the module that includes it."""
    main, location = dependency.main, dependency.location
    options, current = _options(session, dependency)
    package = session.folders.package(location.folder)
    context = PackageContext(package, replace(main, go=location.language), options, location.import_path)
    found: list[Finding] = []
    for name in package.file_names():
        source = package.text(name) if session.engine.needs_check(name, context) else None
        if source is not None:
            found += session.engine.check(source, context)
    if not current:
        found = [replace(f, severity=Severity.WARNING) if f.severity is Severity.ERROR else f for f in found]
    wanted = [f for f in found if f.stage in _STAGES and f.severity in _SEVERITIES]
    rated = session.project(main.folder).configuration.rated(wanted)
    return [replace(f, module=location.name, fixes=()) for f in rated]


def _options(session: Session, dependency: Dependency) -> tuple[Options, bool]:
    """The main module's options, cut down to targets that include the package; whether a current version is left."""
    main = dependency.main
    options = session.effective_options(main.folder)
    _, current = versions_to_check(options, main, session.engine.catalog)
    reached = sorted({target.go for target in dependency.targets})
    written = ",".join(map(str, reached))
    # Without platforms of the user's choice a file for another one is looked at there, as those of the module are.
    chosen = options.platforms and tuple(sorted({target.platform for target in dependency.targets}))
    narrowed = replace(options, window=written, platforms=chosen, policy=None, mirrors=())
    if options.go in ("auto", ""):
        # The dependency's own go line says nothing of the toolchain that builds it here.
        return replace(narrowed, local=max(current)), not current.isdisjoint(reached)
    return replace(narrowed, go=written), True
