"""Input of a rule: one file in its package on one target."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from golinkname_ls.catalog.std.symbols import TargetSymbols
from golinkname_ls.compiler.checker_and_scope import CodeContext
from golinkname_ls.compiler.live.mentions_of_name import Liveness
from golinkname_ls.compiler.live.package_mentions import sole_mentioners, uses_import
from golinkname_ls.contract.call_layout import CallLayout, call_layout
from golinkname_ls.contract.stub_comparison import StubComparison
from golinkname_ls.contract.upstream_types import own_call, own_variable, upstream_call, upstream_variable
from golinkname_ls.golang.modules.module import Module, is_std
from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.targets.linker_eras import CALLS_UNSEEN
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.golang.type_checker.checker import Checker
from golinkname_ls.golang.type_checker.file_scope import Scope
from golinkname_ls.golang.types import model as m
from golinkname_ls.incremental.answers import Answers, Later
from golinkname_ls.linking.resolving.all_programs_resolution import resolve_in_module
from golinkname_ls.linking.resolving.definitions_outside_std import OwnDefinition
from golinkname_ls.linking.resolving.outcomes import Outcome
from golinkname_ls.linking.resolving.program_resolution import mark_outcome
from golinkname_ls.program.directive_with_stub import Link, link_of
from golinkname_ls.program.program import Program, Programs
from golinkname_ls.program.type_checking import checker_of
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.declarations import FuncDeclaration
from golinkname_ls.syntax.items.declared_signature import signature_of
from golinkname_ls.syntax.items.directives import Directive


@dataclass(eq=False)
class Unit:
    """One file in its package on one target, with the answers about its links that rules ask for."""

    source: SourceFile
    package: PackageFolder
    target: Target
    symbols: TargetSymbols
    programs: Programs
    language: tuple[int, int] | None = None
    """go.mod's `go` line, None without one (the compiler then takes the newest language)."""
    path: str = "main"
    """The package's import path; given as the folder's, `_test` is appended for that of external tests."""
    module: Module | None = None
    checklinkname: bool = True
    """False when the build passes `-ldflags=-checklinkname=0`."""
    checklinkname_because: str = ""
    """What says so: `golinkname.toml`, `Makefile:12`, `--no-checklinkname`."""
    policy: tuple[str, ...] | None = None
    """The packages that a project allows as remotes, None without such a policy."""
    mirrors: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Types that the configuration says stand for upstream structs: name, or import path and name; upstream types."""
    window: tuple[Unit, ...] = ()
    """The same file on all targets it is checked for, this one among them."""
    answers: Answers = field(default_factory=Answers)
    """What was found on the target."""

    def __post_init__(self) -> None:
        """External tests are a package of their own."""
        self._folder_path = self.path
        if self.source.is_external_test:
            self.path += "_test"

    @property
    def links(self) -> list[Link]:
        """Well-formed directives of the file whose verb the version knows (1.27 is the first for `linknamestd`)."""
        return self.answers.ask("links", lambda: [k for d in self.source.outline.directives for k in self.links_of(d)])

    def links_of(self, directive: Directive) -> tuple[Link, ...]:
        """Link of a directive of the file; () for one that is not well-formed, or that the version does not know."""

        def find() -> tuple[Link, ...]:
            if not directive.well_formed or not knows_verb(self.target, directive.verb):
                return ()
            return (link_of(directive, self.source, self.package, self.target),)

        return self.answers.ask(("links", directive), find)

    @property
    def context(self) -> CodeContext:
        """Package, target and imports by which names in the file's code resolve."""
        return CodeContext(self.program, self.path, self.package, self.target, self.source)

    @property
    def checker(self) -> Checker:
        """Type checker of the unit's program, on top of that of the std library."""
        return self.context.checker

    def checker_of(self, found: OwnDefinition) -> Checker:
        """Type checker of a program that links in the definition's package, which the unit's own program need not."""
        if found.package in self.program.closure.packages:
            return self.checker
        around = self._around()
        programs = (*self.mains, around) if around is not None else self.mains
        return checker_of(next((p for p in programs if found.package in p.closure.packages), self.program))

    def variable(self, name: str) -> m.Type:
        """The type of a var of the package, or a type that it declares; invalid when it is not known."""
        package = self.checker.packages.package(self.path, self.path)
        found = self.checker.object(package, name) if package is not None else None
        return found.type if found is not None else m.INVALID

    def declares(self, source: SourceFile, name: str) -> bool:
        """Whether a name is declared in the package, or is that of one of the file's imports."""
        if any(i.name == name for i in source.outline.imports):
            return True
        return bool(self.package.declared(name, self.target, source))

    def upstream_variable(self, link: Link) -> m.Type:
        """The type of the var that a pulled var is laid over, invalid when it is not known."""
        found = self.outcome(link).found
        if isinstance(found, OwnDefinition):
            return own_variable(self.checker_of(found), found)
        return upstream_variable(self.symbols, found) if found is not None else m.INVALID

    def comparison(self, link: Link) -> StubComparison | None:
        """Comparison of a pulled func's stub with its upstream; None when one of them is not known."""
        return self.answers.ask(("comparison", link), lambda: self._compare(link))

    def _compare(self, link: Link) -> StubComparison | None:
        found = self.outcome(link).found
        if isinstance(found, OwnDefinition):
            upstream = own_call(self.checker_of(found), found)
        else:
            upstream = upstream_call(self.symbols, found) if found is not None else None
        if found is None or upstream is None:
            return None
        stub = self.stub_call(link)
        return StubComparison.of(link, found, stub, upstream) if stub is not None else None

    def stub_call(self, link: Link) -> CallLayout | None:
        """Call layout by which the package calls a stub; None when it is no func, or a type is not known."""
        if not isinstance(link.stub, FuncDeclaration) or link.stub_source is None or link.stub.type_parameters:
            return None
        package = self.checker.packages.package(self.path, self.path)
        parsed = signature_of(link.stub)
        if package is None or parsed is None:
            return None
        signature = self.checker.signature(parsed, Scope(package, link.stub_source.outline.imports))
        return call_layout(signature, self.target)

    @property
    def package_name(self) -> str:
        """The name in the file's package clause."""
        return self.source.outline.package_name

    @property
    def program(self) -> Program:
        """Program of the package with its transitive imports."""
        return self.answers.ask("program", self._program)

    def _program(self) -> Program:
        tests = self.source.is_test
        return self.programs.own(self.package, self.module, self._folder_path, self.symbols, tests=tests)

    @property
    def may_lack_bodies(self) -> bool:
        """Whether a func without body compiles in the file."""
        return self.package.may_lack_bodies(self.target, self.source.path.name, self.package_name)

    def may_change(self, folder: Path) -> bool:
        """Whether a fix may write in the folder: the module's own, nothing vendored and no other module's."""
        if self.module is None or not folder.is_relative_to(self.module.folder):
            return False
        return "vendor" not in folder.relative_to(self.module.folder).parts

    @property
    def is_std(self) -> bool:
        """Whether the package is one of GOROOT's, which may pull whatever there is."""
        return is_std(self.module)

    @property
    def mains(self) -> list[Program]:
        """The programs of the module that the package is part of; none for a main, which is its own."""
        return self.programs.mains(self.module, self.path, self.symbols) if self.program.open else []

    def _around(self) -> Program | None:
        return self.programs.around(self.module, self.symbols)

    def outcome(self, link: Link) -> Outcome:
        """Outcome of a link: what the linker makes of it in the programs of the module."""
        return self.answers.ask(("outcome", link), lambda: self._outcome(link))

    def _outcome(self, link: Link) -> Outcome:
        known = mark_outcome(link) if self.is_std else None
        return known or resolve_in_module(link, self.path, self.program, lambda: self.mains, self._around)

    def mentioned(self, name: str) -> bool:
        """Whether live code of the package mentions the package-level name on this target."""
        return self._holders(name) is None

    def reached(self, name: str) -> bool:
        """Whether linked-in code uses the name other than as a discarded value: then a definition must be there."""
        return self._holders(name, Liveness.REACHED) is None

    def fails_without(self, name: str) -> bool:
        """Whether linked-in code of any package refers to a func so that the linker stops when nothing defines it."""
        unseen = self.target.platform.goarch in CALLS_UNSEEN
        need = Liveness.REACHED_AS_VALUE if unseen else Liveness.REACHED
        return self._holders(name, need) is None or self.mentioned_elsewhere(name, need)

    def _holders(self, name: str, need: Liveness = Liveness.EMITTED) -> frozenset[str] | None:
        return self.answers.ask(("mentioners", name, need), lambda: sole_mentioners(self.context, name, need))

    def mentioned_elsewhere(self, name: str, need: Liveness = Liveness.EMITTED) -> bool:
        """Whether another package of a program that has this one mentions its exported name, or a generic that does."""
        words = tuple(w for w in (name, *sorted(self._holders(name) or ())) if w[:1].isupper())
        if not words:
            return False
        # There are many packages: it waits for a pause of typing.
        return self.answers.ask(("elsewhere", words, need), partial(self._mentioned_elsewhere, words, need), Later)

    def _mentioned_elsewhere(self, words: tuple[str, ...], need: Liveness) -> bool:
        return any(
            uses_import(program, path, self.path, word, need)
            for word in words
            for program in [self.program, *self.mains]
            for path, package in program.closure.packages.items()
            if package is not self.package
        )


# cmd/compile/internal/noder/noder.go:281 (1.27) is the first to read linknamestd.
_LINKNAMESTD_SINCE = (1, 27)


def knows_verb(target: Target, verb: str) -> bool:
    """Whether the compiler of the target's version reads directives of this verb (`linknamestd`: since 1.27)."""
    return verb == "linkname" or (target.go.major, target.go.minor) >= _LINKNAMESTD_SINCE
