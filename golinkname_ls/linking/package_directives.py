"""The directives of a package that count on one target."""

from __future__ import annotations

from golinkname_ls.golang.package import PackageFolder
from golinkname_ls.golang.target import Target
from golinkname_ls.syntax.reads import note
from golinkname_ls.syntax.source_file import SourceFile


def directive_of(package: PackageFolder, target: Target, local: str) -> str | None:
    """The remote of one of them ("" for the one-argument form); None without one."""

    def ask() -> str | None:
        return directives_of(package, target).get(local)

    remote = ask()
    note(("directive", id(package), target, local), ask, remote)
    return remote


def directives_of(package: PackageFolder, target: Target, like: SourceFile | None = None) -> dict[str, str]:
    """The remotes ("" for the one-argument form) of the package's directives on a target, by their locals.

    `like` is a file of the package; its tests' directives count when it is one of theirs.
    """

    def find() -> dict[str, str]:
        return {
            directive.arguments[0].text: directive.remote.text if directive.remote else ""
            for source in compiled(package, target, package.directed(), like)
            for directive in source.outline.directives
            if directive.well_formed
        }

    return package.recall((directives_of, target, like.path.name if like else ""), find)


def locals_of(package: PackageFolder, target: Target, symbol: str) -> tuple[str, ...]:
    """The locals that two-argument directives give the symbol's name."""

    def ask() -> tuple[str, ...]:
        return tuple(local for local, remote in directives_of(package, target).items() if remote == symbol)

    found = ask()
    note(("locals", id(package), target, symbol), ask, found)
    return found


def compiled(
    package: PackageFolder, target: Target, among: list[str], like: SourceFile | None = None
) -> list[SourceFile]:
    """Those files that a target compiles, tests aside unless `like` is one."""
    like = like or package.any_source(target, among)
    return list(package.selected(target, like, among)) if like is not None else []
