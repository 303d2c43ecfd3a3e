"""A package with its module and the options in force for it."""

from __future__ import annotations

from typing import NamedTuple

from golinkname_ls.analysis.options import Options
from golinkname_ls.golang.modules.module import Module, is_std
from golinkname_ls.golang.packages.package_folder import PackageFolder


class PackageContext(NamedTuple):
    """A package with its module and the options in force: the input of a check beside the file's text.

    Kept results compare its parts by identity.
    """

    package: PackageFolder
    module: Module | None
    options: Options
    dependency_path: str = ""
    """The import path of a package of a required module; "" for one of the module itself, whose folder tells it."""

    @property
    def import_path(self) -> str:
        """The package's import path."""
        if self.dependency_path or self.module is None:
            return self.dependency_path or "command-line-arguments"
        try:
            return self.module.import_path(self.package.folder)
        except ValueError:
            return self.module.path

    @property
    def std_name(self) -> str:
        """Last element of a GOROOT package's import path, "" for every other package."""
        return self.package.folder.name if is_std(self.module) else ""
