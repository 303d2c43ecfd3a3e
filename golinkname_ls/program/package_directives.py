"""Linkname directives of a package in the files that one target selects, by local and by remote."""

from __future__ import annotations

from collections import Counter

from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.syntax.files.source_file import SourceFile
from golinkname_ls.syntax.items.package_membership import Member


def directive_of(package: PackageFolder, target: Target, local: str) -> str | None:
    """Remote of the directive for a local ("" for the one-argument form); None without a directive."""

    return package.answers.ask((directive_of, target, local), lambda: directives_of(package, target).get(local))


def directives_of(package: PackageFolder, target: Target, like: Member | None = None) -> dict[str, str]:
    """Remotes ("" for the one-argument form) of the package's directives on a target, by local.

    `like` is a file of the package; its tests' directives count when it is one of theirs.
    """
    now = like.as_now() if like is not None else None

    def find() -> dict[str, str]:
        return {
            directive.local: directive.remote
            for name in _compiled(package, target, package.directed(), now)
            for directive in package.directives(name)
            if directive.well_formed
        }

    return package.answers.ask((directives_of, target, package.group(target, like) if like else None), find)


def named_twice(package: PackageFolder, target: Target, like: Member) -> frozenset[str]:
    """Locals and remotes that two directives or more name, in the files compiled together with `like`."""
    now = like.as_now()

    def find() -> frozenset[str]:
        words = Counter(
            word
            for name in package.selected_names(target, now, package.directed())
            for directive in package.directives(name)
            if directive.well_formed
            for word in set(directive.words)
        )
        return frozenset(word for word, count in words.items() if count > 1)

    return package.answers.ask((named_twice, target, package.group(target, like)), find)


def locals_of(package: PackageFolder, target: Target, symbol: str) -> tuple[str, ...]:
    """Locals that two-argument directives of the package link to the symbol."""

    def find() -> tuple[str, ...]:
        return tuple(local for local, remote in directives_of(package, target).items() if remote == symbol)

    return package.answers.ask((locals_of, target, symbol), find)


def selected_sources(
    package: PackageFolder, target: Target, among: list[str], like: Member | None = None
) -> list[SourceFile]:
    """Files of `among` that a target selects for compilation, without tests unless `like` is one."""
    found = map(package.source, _compiled(package, target, among, like))
    return [source for source in found if source is not None]


def _compiled(package: PackageFolder, target: Target, among: list[str], like: Member | None = None) -> list[str]:
    like = like or package.any_member(target, among)
    return list(package.selected_names(target, like, among)) if like is not None else []
