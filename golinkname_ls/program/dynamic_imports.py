"""Symbols that a package brings into a program by cgo and from shared libraries."""

from __future__ import annotations

import re
from functools import partial

from golinkname_ls.golang.packages.package_folder import PackageFolder
from golinkname_ls.golang.targets.target import Target
from golinkname_ls.program.package_directives import selected_sources
from golinkname_ls.syntax.files.source_file import SourceFile

# cmd/compile/internal/noder/noder.go, pragcgo (1.27.3:229): how a symbol of a library gets a name of Go's.
_DYNAMIC = re.compile(rb"^//go:cgo_import_dynamic[ \t]+(\S+)", re.M)


def dynamic_imports(package: PackageFolder, target: Target) -> frozenset[str]:
    """Symbols that a package imports from shared libraries by `//go:cgo_import_dynamic`, in the files of the target."""
    # Most packages name none for any target.
    sources = selected_sources(package, target, files) if (files := package.naming_libraries()) else ()
    return frozenset[str]().union(*(source.answers.ask(dynamic_imports, partial(_named, source)) for source in sources))


def _named(source: SourceFile) -> frozenset[str]:
    return frozenset(name.decode("utf-8", "replace") for name in _DYNAMIC.findall(source.data))


def uses_c(package: PackageFolder) -> bool:
    """Whether a Go file of the package, of whatever target, imports C or names a shared library."""
    return package.answers.ask(uses_c, partial(_imports_c, package)) or bool(package.naming_libraries())


def _imports_c(package: PackageFolder) -> bool:
    return any(spec.path == "C" for _, header in package.headers() for spec in header.imports)
