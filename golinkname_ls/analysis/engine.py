"""The findings of single files: every rule on every target of a file's window."""

from __future__ import annotations

from functools import partial

from golinkname_ls.analysis.file_check import FileCheck
from golinkname_ls.analysis.joined_reports import join_reports, reports_of
from golinkname_ls.analysis.package_context import PackageContext
from golinkname_ls.analysis.prefilter import assembly_needs_check, needs_check
from golinkname_ls.analysis.target_window import Windows
from golinkname_ls.catalog.std.symbols import TargetSymbols
from golinkname_ls.catalog.store.version_catalog import Catalog
from golinkname_ls.golang.modules.mod_file import DEFAULT_LANGUAGE
from golinkname_ls.golang.packages.packages_by_folder import Folders
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.incremental.answers import Input
from golinkname_ls.program.program import Programs
from golinkname_ls.rules.all_rules import ASSEMBLY_CHECKS
from golinkname_ls.rules.core.finding import Finding
from golinkname_ls.rules.core.rule import Violation
from golinkname_ls.rules.core.unit import Unit
from golinkname_ls.syntax.comments.mirror_comment import WORD
from golinkname_ls.syntax.files.editable_assembly_text import AssemblyFile
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.files.text_file import TextFile
from golinkname_ls.text.span import Span


class Engine:
    """Checker of single files: runs every rule on every target of a file's window, against one catalog."""

    def __init__(self, catalog: Catalog, folders: Folders | None = None) -> None:
        self.folders = folders or Folders()
        self.programs = Programs(self.folders)
        self.windows = Windows(catalog)
        self._catalog = Input(catalog)
        self._symbols: dict[Target, TargetSymbols] = {}

    @property
    def catalog(self) -> Catalog:
        """The catalog in use."""
        return self._catalog.ask()

    def symbols(self, target: Target) -> TargetSymbols:
        """The std symbols of a target."""
        if target not in self._symbols:
            version = self.catalog.version(target.go)
            assert version is not None, "a window holds catalog versions only"
            self._symbols[target] = TargetSymbols(version, target)
        return self._symbols[target]

    def use_catalog(self, catalog: Catalog) -> None:
        """Check by another catalog from now on; the symbols already read of a version stay."""
        self.windows = Windows(catalog)
        self._catalog.set(catalog)

    def needs_check(self, name: str, context: PackageContext) -> bool:
        """Whether `check` may have findings for a file on disk, as far as its bytes tell without a parse."""
        package = context.package
        if name.endswith(".s"):
            return assembly_needs_check(package.assembly_file(name) or b"", context.std_name)
        look = package.glance(name)
        if look is None:
            return False
        if any(package.has_word(name, word.rpartition(".")[2]) for word, _ in context.options.mirrors):
            return True
        return needs_check(package, name, look, lambda header: self.windows.of(name, header, context).targets)

    def check(self, source: TextFile, context: PackageContext) -> list[Finding]:
        """The findings of one file, in no order."""
        if isinstance(source, AssemblyFile):
            return self._check_assembly(source, context)
        if not isinstance(source, SourceFile):
            return []
        make = partial(self._file_check, source, context)
        check = make() if source.inputs is None else source.answers.ask((Engine.check, context), make)
        return check.findings() if check is not None else []

    def _file_check(self, source: SourceFile, context: PackageContext) -> FileCheck | None:
        """The check of a file on all targets of its window; None when no rule can report on it."""
        outline, options = source.outline, context.options
        bare = bool(outline.funcs_without_body())
        mirrored = source.holds(WORD) or any(outline.declares(n.rpartition(".")[2]) for n, _ in options.mirrors)
        if not outline.directives and not bare and not context.package.has_assembly and not mirrored:
            return None
        window = self.windows.of(source.path.name, outline.header, context)
        return FileCheck(source, self.units(source, context, window.targets), window)

    def in_every_version(self, source: SourceFile, context: PackageContext, like: Target) -> tuple[Unit, ...]:
        """Units of a file, one for each Go version of the catalog, oldest first, on the platform of `like`.

        The file's window does not count.
        """
        return self.units(source, context, tuple(like._replace(go=version) for version in self.catalog.versions))

    def units(self, source: SourceFile, context: PackageContext, targets: tuple[Target, ...]) -> tuple[Unit, ...]:
        """Units of a file, one for each of the targets."""
        make = partial(self._units, source, context, targets)
        return make() if source.inputs is None else source.answers.ask((Engine.units, context, targets), make)

    def _units(self, source: SourceFile, context: PackageContext, targets: tuple[Target, ...]) -> tuple[Unit, ...]:
        options = context.options
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
        joined: dict[tuple[str, Span], list[tuple[Target, Violation]]] = {}
        window = self.windows.of(file.path.name, file.header, context)
        for target in window.targets:
            like = package.any_source(target)
            if like is None:
                continue
            checks = context.options.checks_linkname
            unit = Unit(like, package, target, self.symbols(target), self.programs, None, path, module, checks)
            for check in ASSEMBLY_CHECKS:
                for report in reports_of(partial(check, unit, file)):
                    joined.setdefault((report.rule.code, report.at.span), []).append((target, report))
        return [join_reports(reports, window.current) for reports in joined.values()]
