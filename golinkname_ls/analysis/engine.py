"""The findings of single files: every rule on every target of a file's window."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple

from golinkname_ls.analysis.file_check import FileCheck
from golinkname_ls.analysis.findings_across_edits import KeptFindings
from golinkname_ls.analysis.joined_reports import join_reports, reports_of
from golinkname_ls.analysis.package_context import PackageContext
from golinkname_ls.analysis.prefilter import assembly_needs_check, may_have_findings, needs_check
from golinkname_ls.analysis.window import Windows
from golinkname_ls.catalog.std.symbols import TargetSymbols
from golinkname_ls.catalog.store.version_catalog import Catalog
from golinkname_ls.golang.modules.mod_file import DEFAULT_LANGUAGE
from golinkname_ls.golang.packages.folders import Folders
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.incremental.change_counts import CLOCK
from golinkname_ls.incremental.recorded_questions import About
from golinkname_ls.program.program import Programs
from golinkname_ls.rules.core.finding import Finding
from golinkname_ls.rules.core.rule import Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.rules.registry import ASSEMBLY_CHECKS
from golinkname_ls.syntax.comments.mirror_comment import WORD
from golinkname_ls.syntax.files.assembly_file import AssemblyFile
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.files.text_file import TextFile


class Workload(NamedTuple):
    """How much work a file is: the targets that it is checked on, and whether it may have links to resolve."""

    targets: tuple[Target, ...]
    links: bool


@dataclass
class Engine:
    """The rules with the catalog behind them; the symbols of a target and the findings of a file are kept."""

    catalog: Catalog
    folders: Folders = field(default_factory=Folders)
    _symbols: dict[Target, TargetSymbols] = field(default_factory=dict)
    _kept: dict[Path, KeptFindings] = field(default_factory=dict)
    _everywhere: tuple[object, tuple[Unit, ...]] = (None, ())

    def __post_init__(self) -> None:
        """Programs and windows are kept as long as the engine."""
        self.programs = Programs(self.folders)
        self.windows = Windows(self.catalog)

    def symbols(self, target: Target) -> TargetSymbols:
        """The std symbols of a target."""
        if target not in self._symbols:
            version = self.catalog.version(target.go)
            assert version is not None, "a window holds catalog versions only"
            self._symbols[target] = TargetSymbols(version, target)
        return self._symbols[target]

    def use_catalog(self, catalog: Catalog) -> None:
        """Check by another catalog from now on; the symbols already read of a version stay."""
        self.catalog, self.windows = catalog, Windows(catalog)
        self.forget()

    def needs_check(self, name: str, context: PackageContext) -> bool:
        """Whether `check` may have findings in a file on disk, found out without parsing it."""
        package = context.package
        if name.endswith(".s"):
            return assembly_needs_check(package.assembly_file(name) or b"", context.std_name)
        look = package.glance(name)
        if look is None:
            return False
        if any(package.has_word(name, word.rpartition(".")[2]) for word, _ in context.options.mirrors):
            return True
        return needs_check(package, name, look, lambda header: self.windows.of(name, header, context).targets)

    def workload(self, name: str, context: PackageContext) -> Workload | None:
        """How much work a file on disk is; None where its bytes show that it has no findings."""
        package, links = context.package, True
        if name.endswith(".s"):
            if not assembly_needs_check(package.assembly_file(name) or b"", context.std_name):
                return None
            text = package.text(name)
            header = text.header if isinstance(text, AssemblyFile) else None
        else:
            look = package.glance(name)
            if look is not None and not may_have_findings(package, look) and not context.options.mirrors:
                return None
            links = look is None or look.directives
            header = package.header(name)
        targets = self.windows.of(name, header, context).targets if header is not None else ()
        return Workload(targets, links)

    def check(self, source: TextFile, context: PackageContext) -> list[Finding]:
        """The findings of one file, sorted by place; the very same list while it would be equal."""
        kept = self._kept.get(source.path)
        if kept is None or not kept.carry(source, context):
            check = partial(self.check_once, source, context)
            again = kept.file_check if kept is not None and kept.keeps_shape(source, context) else None
            if again is None and isinstance(source, SourceFile):
                again = self._file_check(source, context)
            self._kept[source.path] = kept = KeptFindings(check, again, source, context)
        return kept.findings

    @property
    def depends_on_other_packages(self) -> bool:
        """Whether kept findings depend on other packages' code, which is not looked at while typing."""
        return any(k.file_check is not None and k.file_check.asks(About.ELSEWHERE) for k in self._kept.values())

    def drop_outdated(self) -> bool:
        """Forget kept findings that changes of other packages' code have outdated; whether there were any.

        This takes time that grows with those packages: it is for a pause of typing.
        """
        outdated = [
            path
            for path, kept in self._kept.items()
            if kept.file_check is not None and not kept.file_check.stays(About.ELSEWHERE)
        ]
        for path in outdated:
            del self._kept[path]
        return bool(outdated)

    def forget(self) -> None:
        """Forget all kept findings: something changed beside the text of a file, such as a file on disk."""
        self._kept.clear()
        self._everywhere = None, ()

    def check_once(self, source: TextFile, context: PackageContext) -> list[Finding]:
        """The findings of one file as `check` has them, found anew and not kept."""
        if isinstance(source, AssemblyFile):
            return self._check_assembly(source, context)
        check = self._file_check(source, context) if isinstance(source, SourceFile) else None
        return check.run() if check is not None else []

    def _file_check(self, source: SourceFile, context: PackageContext) -> FileCheck | None:
        """The check of a file on all targets of its window; None when no rule can report on it."""
        outline, options = source.outline, context.options
        bare = bool(outline.funcs_without_body())
        mirrored = WORD in source.data or any(outline.declares(n.rpartition(".")[2]) for n, _ in options.mirrors)
        if not outline.directives and not bare and not context.package.has_assembly and not mirrored:
            return None
        window = self.windows.of(source.path.name, outline.header, context)
        return FileCheck(source, self._units(source, context, window.targets), window)

    def in_every_version(self, source: SourceFile, context: PackageContext, like: Target) -> tuple[Unit, ...]:
        """The file in each version of the catalog, on the platform of `like`, whatever its window is; oldest first.

        Kept while edits leave the shapes and directives of all files as they are: places in it may be those of before.
        """
        state = source.path, like, CLOCK.shapes, CLOCK.directives, self.folders.generation
        if self._everywhere[0] != state:
            targets = tuple(like._replace(go=version) for version in self.catalog.versions)
            self._everywhere = state, self._units(source, context, targets)
        return self._everywhere[1]

    def _units(self, source: SourceFile, context: PackageContext, targets: Iterable[Target]) -> tuple[Unit, ...]:
        options, shared = context.options, dict[object, object]()
        units = tuple(
            Unit(
                source,
                context.package,
                target,
                self.symbols(target),
                self.programs,
                self._language(context),
                context.import_path,
                context.module,
                options.checks_linkname,
                checklinkname_because=options.checklinkname_because,
                policy=options.policy,
                mirrors=options.mirrors,
                shared=shared,
            )
            for target in targets
        )
        for unit in units:
            unit.window = units
        return units

    def _language(self, context: PackageContext) -> tuple[int, int] | None:
        """The language version of the `go` line; None for a main module without one, which `go mod tidy` adds.

        A dependency, a module in another one and one of a workspace have the default language then.
        """
        module = context.module
        if module is None or module.go is not None:
            return (module.go.major, module.go.minor) if module and module.go else None
        within = self.folders.module(module.folder.parent) is not None
        shared = self.folders.locator(module.folder).workspace.work is not None
        defaulted = context.dependency_path or within or shared
        return (DEFAULT_LANGUAGE.major, DEFAULT_LANGUAGE.minor) if defaulted else None

    def _check_assembly(self, file: AssemblyFile, context: PackageContext) -> list[Finding]:
        if not assembly_needs_check(file.data, context.std_name):
            return []
        package, module, path = context.package, context.module, context.import_path
        joined: dict[tuple[str, int, int], list[tuple[Target, Violation]]] = {}
        window = self.windows.of(file.path.name, file.header, context)
        for target in window.targets:
            like = package.any_source(target)
            if like is None:
                continue
            checks = context.options.checks_linkname
            unit = Unit(like, package, target, self.symbols(target), self.programs, None, path, module, checks)
            for check in ASSEMBLY_CHECKS:
                for report in reports_of(partial(check, unit), file):
                    place = (report.rule.code, report.span.start, report.span.end)
                    joined.setdefault(place, []).append((target, report))
        findings = [join_reports(file, reports, window.current) for reports in joined.values()]
        return sorted(findings, key=lambda f: (f.span, f.code))
