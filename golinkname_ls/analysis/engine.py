"""Runs every rule over one file on every target of its window and joins what they say."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple

from golinkname_ls.analysis.file_check import Checking, followed, join
from golinkname_ls.analysis.kept_findings import Kept
from golinkname_ls.analysis.prefilter import assembly_concerned, concerned, worth_a_look
from golinkname_ls.analysis.window import Options, Windows
from golinkname_ls.catalog.std.symbols import TargetSymbols
from golinkname_ls.catalog.store.versions import Catalog
from golinkname_ls.golang.modules.mod_file import DEFAULT_LANGUAGE
from golinkname_ls.golang.modules.module import Module, is_std
from golinkname_ls.golang.packages.folders import Folders
from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.incremental.recorded_questions import About
from golinkname_ls.program.program import Programs
from golinkname_ls.rules.core.finding import Finding
from golinkname_ls.rules.core.rule import Report, Unit
from golinkname_ls.rules.link import duplicate_definition, forbidden_assembly_reference
from golinkname_ls.syntax.comments.mirror_comment import WORD
from golinkname_ls.syntax.files.assembly_file import AssemblyFile
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.files.text_file import TextFile


class Prospect(NamedTuple):
    """What a check of a file comes to: the targets that it is checked on, and whether there may be links to follow."""

    targets: tuple[Target, ...]
    links: bool


@dataclass
class Engine:
    """The rules with the catalog behind them; symbols found for a target are kept."""

    catalog: Catalog
    folders: Folders = field(default_factory=Folders)
    _symbols: dict[Target, TargetSymbols] = field(default_factory=dict)
    _kept: dict[Path, Kept] = field(default_factory=dict)

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
        """Another catalog counts from now on; what a version's symbols were found to be stays, if it has the version."""
        self.catalog, self.windows = catalog, Windows(catalog)
        self.forget()

    def concerned(self, name: str, package: PackageFolder, module: Module | None, options: Options) -> bool:
        """Whether `check` may have anything to say of a file on disk, found out without parsing it."""
        if name.endswith(".s"):
            return assembly_concerned(package.assembly_file(name) or b"", _std_name(package, module))
        look = package.glance(name)
        if look is None:
            return False
        if any(package.has_word(name, word.rpartition(".")[2]) for word, _ in options.mirrors):
            return True
        return concerned(package, name, look, lambda h: self.windows.of(name, h, module, options).targets)

    def prospect(self, name: str, package: PackageFolder, module: Module | None, options: Options) -> Prospect | None:
        """What a check of a file on disk comes to; None where its bytes show that no rule has a word to say of it."""
        links = True
        if name.endswith(".s"):
            if not assembly_concerned(package.assembly_file(name) or b"", _std_name(package, module)):
                return None
            text = package.text(name)
            header = text.header if isinstance(text, AssemblyFile) else None
        else:
            look = package.glance(name)
            if look is not None and not worth_a_look(package, look) and not options.mirrors:
                return None
            links = look is None or look.directives
            header = package.header(name)
        targets = self.windows.of(name, header, module, options).targets if header is not None else ()
        return Prospect(targets, links)

    def check(self, source: TextFile, package: PackageFolder, module: Module | None, options: Options) -> list[Finding]:
        """The findings of one file, sorted by place; the very same list while it would be equal."""
        kept = self._kept.get(source.path)
        if kept is None or not kept.carry(source, package, module, options):
            check = partial(self.check_once, source, package, module, options)
            again = kept.checking if kept is not None and kept.keeps_shape(source, package, module, options) else None
            if again is None and isinstance(source, SourceFile):
                again = self._begin(source, package, module, options)
            self._kept[source.path] = kept = Kept(check, again, source, package, module, options)
        return kept.findings

    @property
    def rests_elsewhere(self) -> bool:
        """Whether findings that are kept rest on the code of other packages, or of more than is looked at while typing."""
        return any(k.checking is not None and k.checking.asks(About.ELSEWHERE) for k in self._kept.values())

    def look_elsewhere(self) -> bool:
        """Forget the findings that the code of other packages has changed since; whether there were any.

        This takes time that grows with those packages: it is for a pause.
        """
        stale = [p for p, k in self._kept.items() if k.checking is not None and not k.checking.stays(About.ELSEWHERE)]
        for path in stale:
            del self._kept[path]
        return bool(stale)

    def forget(self) -> None:
        """Something changed that is not the text of a file: what is on disk, or which text counts."""
        self._kept.clear()

    def check_once(
        self, source: TextFile, package: PackageFolder, module: Module | None, options: Options, path: str = ""
    ) -> list[Finding]:
        """The findings of one file as `check` has them, worked out anew and not kept.

        `path` is the package's import path where the module's own does not give it: that of a dependency.
        """
        if isinstance(source, AssemblyFile):
            return self._check_assembly(source, package, module, options, path)
        if not isinstance(source, SourceFile):
            return []
        checking = self._begin(source, package, module, options, path)
        return checking.run(source.outline.directives) if checking is not None else []

    def _begin(
        self, source: SourceFile, package: PackageFolder, module: Module | None, options: Options, path: str = ""
    ) -> Checking | None:
        """The file on all targets of its window; None when no rule has anything to look at."""
        outline = source.outline
        bare = bool(outline.funcs_without_body())
        mirrored = WORD in source.data or any(outline.declares(n.rpartition(".")[2]) for n, _ in options.mirrors)
        if not outline.directives and not bare and not package.has_assembly and not mirrored:
            return None
        span = self.windows.of(source.path.name, source.outline.header, module, options)
        language = self._language(module, dependency=bool(path))
        path = path or import_path(module, package)
        shared: dict[object, object] = {}
        units = tuple(
            Unit(
                source,
                package,
                target,
                self.symbols(target),
                self.programs,
                language,
                path,
                module,
                options.checks_linkname,
                checklinkname_because=options.checklinkname_because,
                policy=options.policy,
                mirrors=options.mirrors,
                shared=shared,
            )
            for target in span.targets
        )
        for unit in units:
            unit.window = units
        return Checking(source, units, span.beyond, span.current)

    def _language(self, module: Module | None, *, dependency: bool) -> tuple[int, int] | None:
        """The `go` line in force; None for a module of its own that has none, and gets one from the next `go mod tidy`.

        Others have the default language then; so has the module itself for `go build` without `-mod=mod`.
        """
        if module is None or module.go is not None:
            return (module.go.major, module.go.minor) if module and module.go else None
        within = self.folders.module(module.folder.parent) is not None
        shared = self.folders.locator(module.folder).workspace.work is not None
        return (DEFAULT_LANGUAGE.major, DEFAULT_LANGUAGE.minor) if dependency or within or shared else None

    def _check_assembly(
        self, file: AssemblyFile, package: PackageFolder, module: Module | None, options: Options, path: str
    ) -> list[Finding]:
        if not assembly_concerned(file.data, _std_name(package, module)):
            return []
        joined: dict[tuple[str, int, int], list[tuple[Target, Report]]] = {}
        path = path or import_path(module, package)
        chosen = self.windows.of(file.path.name, file.header, module, options)
        for target in chosen.targets:
            like = package.any_source(target)
            if like is None:
                continue
            unit = Unit(
                like, package, target, self.symbols(target), self.programs, None, path, module, options.checks_linkname
            )
            for rule in (forbidden_assembly_reference, duplicate_definition):
                for report in followed(partial(rule.check_assembly, unit), file):
                    place = (report.rule.code, report.span.start, report.span.end)
                    joined.setdefault(place, []).append((target, report))
        findings = [join(file, reports, chosen.current) for reports in joined.values()]
        return sorted(findings, key=lambda f: (f.span, f.code))


def _std_name(package: PackageFolder, module: Module | None) -> str:
    return package.folder.name if is_std(module) else ""


def import_path(module: Module | None, package: PackageFolder) -> str:
    """The package's import path."""
    if module is None:
        return "command-line-arguments"
    try:
        return module.import_path(package.folder)
    except ValueError:
        return module.path
