"""Go files that a target selects, and those that it compiles together (go/build: MatchFile; cmd/go: package clauses).

A folder holds a package, its tests, perhaps external tests and files of other clauses (`//go:build ignore`, package
main).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from golinkname_ls.golang.packages.unparsed_file_scan import FileScan
from golinkname_ls.golang.targets.file_selection import content_matches, name_matches, name_words
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.header import Header
from golinkname_ls.syntax.items.package_membership import Member, UnreadMember


class BuildSelection(FileScan):
    """Go files of a folder that a target selects, by file names and headers; none is parsed."""

    def built(self, target: Target, *, tests: bool = False) -> Iterable[Header]:
        """Headers of the files that a target selects, of whatever package clause; with `tests` those of tests too.

        Their contents are current, the positions of their imports need not be.
        """
        return self._built(target, tests=tests).values()

    def any_member(self, target: Target, among: Iterable[str] | None = None) -> Member | None:
        """The first file (of those named) that a target compiles, tests aside; None when there is none."""
        built = self._built(target, tests=False)
        first = next((name for name in (built if among is None else among) if name in built), None)
        if first is None:
            return None
        package = built[first].package_name
        return self.answers.ask(("member", first, package), lambda: UnreadMember(self.folder / first, package))

    def any_source(self, target: Target) -> SourceFile | None:
        """The file that `any_member` finds, to be parsed."""
        member = self.any_member(target)
        return self._source(member.path.name) if member is not None else None

    def selected(self, target: Target, like: Member, among: Iterable[str] | None = None) -> Iterator[SourceFile]:
        """The files compiled together with `like` on a target: those of its package clause. No others are parsed.

        `_test.go` files count only when `like` is one. `among` narrows down which files are looked at.
        """
        for name in self.selected_names(target, like, among):
            source = self._source(name)
            if source is not None:
                yield source

    def selected_names(self, target: Target, like: Member, among: Iterable[str] | None = None) -> Iterable[str]:
        """The names of the files that `selected` gives; none is parsed."""
        together = self._together(target, like)
        return together if among is None else (name for name in among if name in together)

    def group(self, target: Target, like: Member) -> tuple[str, bool, str]:
        """A key of the files that are compiled together with `like` on a target: equal for any two of them."""
        known = like.name in self._built(target, tests=like.is_test)
        return like.package_name, like.is_test, "" if known else like.name

    def may_lack_bodies(self, target: Target, file: str, package: str) -> bool:
        """Whether a func without body compiles in `file`: its package has assembly or cgo files on this target."""
        tests = file.endswith("_test.go")
        if tests and package.endswith("_test"):
            return False
        if self.foreign(target):
            return True
        return self.answers.ask(("cgo", target, package, tests), lambda: self._uses_cgo(target, package, tests))

    def _uses_cgo(self, target: Target, package: str, tests: bool) -> bool:
        built = self.built(target, tests=tests)
        return any(header.imports_c and header.package_name == package for header in built)

    def _built(self, target: Target, *, tests: bool) -> dict[str, Header]:
        return self.answers.ask(("built", target, tests), lambda: dict(sorted(self._selecting(target, tests))))

    def _selecting(self, target: Target, tests: bool) -> Iterator[tuple[str, Header]]:
        self._listing()
        for words, names in self.answers.ask("name words", self._by_name_words).items():
            # Most files that are left out have a name that says so: they need not be read.
            for name in names if name_matches(words, target) else ():
                if tests or not name.endswith("_test.go"):
                    header = self.header(name)
                    if header is None or header.is_documentation:
                        continue
                    if content_matches(header.constraint, target, header.imports_c):
                        yield name, header

    def _by_name_words(self) -> dict[tuple[str, str], list[str]]:
        self._listing()
        found: dict[tuple[str, str], list[str]] = {}
        for name in self._names:
            found.setdefault(name_words(name), []).append(name)
        return found

    def _together(self, target: Target, like: Member) -> Set[str]:
        """The names of the files compiled together with `like`, as `selected` says; in order."""
        self._listing()
        package, tests, own = like.package_name, like.is_test, like.name
        found = self._of_clause(target, package, tests)
        if own in self._built(target, tests=tests) or self.header(own) is None:
            return found
        # A file that no build of the target takes in is looked at as if one did.
        return dict.fromkeys([*found, own]).keys()

    def _of_clause(self, target: Target, package: str, tests: bool) -> Set[str]:
        """Names of the selected files with a package clause, in order; with `tests` those of tests too."""

        def find() -> Set[str]:
            built = self._built(target, tests=tests).items()
            return dict.fromkeys(name for name, header in built if header.package_name == package).keys()

        return self.answers.ask(("together", target, package, tests), find)
