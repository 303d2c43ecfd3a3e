"""The import path of a package, and whether it is one of GOROOT's."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.analysis.options import Options
from golinkname_ls.analysis.package_context import PackageContext
from golinkname_ls.golang.modules.module import Module
from golinkname_ls.golang.packages.package_folder import PackageFolder

MODULE = Module(Path("/m"), "example.com/m")
STD = Module(Path("/go/src"), "std")
CMD = Module(Path("/go/src/cmd"), "cmd")


def context(folder: str, module: Module | None, dependency_path: str = "") -> PackageContext:
    return PackageContext(PackageFolder(Path(folder), {}), module, Options(), dependency_path)


@pytest.mark.parametrize(
    ("folder", "module", "dependency", "path"),
    [
        ("/m", MODULE, "", "example.com/m"),
        ("/m/a/b", MODULE, "", "example.com/m/a/b"),
        ("/elsewhere", MODULE, "", "example.com/m"),
        # The go command's name for files that it is given without a module.
        ("/elsewhere", None, "", "command-line-arguments"),
        # A dependency's folder lies below the main module's (vendor) or in the cache: neither tells its path.
        ("/m/vendor/x.y/z", MODULE, "x.y/z", "x.y/z"),
        ("/cache/x.y/z@v1.0.0", None, "x.y/z", "x.y/z"),
        # modload, PathPrefix: std's packages lack its module's path, cmd's have it.
        ("/go/src/internal/cpu", STD, "", "internal/cpu"),
        ("/go/src/cmd/link", CMD, "", "cmd/link"),
    ],
)
def test_the_import_path(folder: str, module: Module | None, dependency: str, path: str) -> None:
    assert context(folder, module, dependency).import_path == path


@pytest.mark.parametrize(
    ("folder", "module", "name"),
    [
        ("/go/src/runtime", STD, "runtime"),
        ("/go/src/internal/cpu", STD, "cpu"),
        ("/go/src/cmd/link", CMD, "link"),
        ("/m/runtime", MODULE, ""),
        ("/elsewhere/runtime", None, ""),
    ],
)
def test_the_std_name_is_empty_outside_goroot(folder: str, module: Module | None, name: str) -> None:
    assert context(folder, module).std_name == name
