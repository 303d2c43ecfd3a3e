"""The Go version of the user's own go command, and a catalog that has it."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from golinkname_ls.catalog.store.version_catalog import Catalog, CatalogError
from golinkname_ls.golang.installation.goroot import find_goroot
from golinkname_ls.golang.targets.version import GoVersion

_TIMEOUT = 10.0


@functools.cache
def local_version() -> GoVersion | None:
    """The version by `go env GOVERSION`; None without a go command, when it fails or takes too long.

    It runs in a folder of its own with GOTOOLCHAIN=local: no go.mod or go.work is read, nothing is downloaded.
    """
    command = _command()
    if command is None:
        return None
    environment = os.environ | {"GOTOOLCHAIN": "local", "GOWORK": "off", "GOFLAGS": ""}
    try:
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(  # noqa: S603  (an absolute path, no words of a workspace)
                [command, "env", "GOVERSION"],
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_TIMEOUT,
                check=False,
            )
        return GoVersion.parse(done.stdout.decode("utf-8", "replace"))
    except (OSError, subprocess.SubprocessError, ValueError):
        return None


def _command() -> str | None:
    """Go command in an absolute folder of PATH: never one of the working directory, where Windows looks first."""
    folders = [f for f in os.environ.get("PATH", "").split(os.pathsep) if Path(f).is_absolute()]
    found = shutil.which("go", path=os.pathsep.join(folders)) if folders else None
    if found is None or Path(found).parent not in map(Path, folders):
        return None
    return found


def with_local(catalog: Catalog, local: GoVersion | None) -> tuple[Catalog, list[str]]:
    """The catalog with the user's own Go version added if it is not shipped, and messages about that for the user.

    No sources are read yet: a package's are when it is asked for.
    """
    if local is None or local in catalog.versions:
        return catalog, []
    # Imported late: only those who have such a version need what reads sources.
    from golinkname_ls.catalog.building.goroot_catalog import with_goroot

    search = find_goroot()
    if search.goroot is None or search.goroot.version != local:
        return catalog, [f"Go {local} is not in the catalog, and its sources were not found: {search.told}"]
    try:
        return with_goroot(catalog, search.goroot)
    except CatalogError as error:
        return catalog, [str(error)]
