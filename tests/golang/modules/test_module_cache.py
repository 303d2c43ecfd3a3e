"""Where the module cache keeps a module, with capitals escaped (x/mod/module: EscapePath)."""

from __future__ import annotations

from pathlib import Path

import pytest

from golinkname_ls.golang.modules import module_cache
from golinkname_ls.golang.modules.mod_file import ModuleVersion


@pytest.mark.parametrize(
    ("path", "version", "source", "mod_file"),
    [
        ("x.y/a", "v1.0.0", "x.y/a@v1.0.0", "cache/download/x.y/a/@v/v1.0.0.mod"),
        (
            "github.com/Azure/SDK",
            "v1.2.0-RC1",
            "github.com/!azure/!s!d!k@v1.2.0-!r!c1",
            "cache/download/github.com/!azure/!s!d!k/@v/v1.2.0-!r!c1.mod",
        ),
    ],
)
def test_places_in_the_cache(path: str, version: str, source: str, mod_file: str) -> None:
    cache, module = Path("cache"), ModuleVersion(path, version)
    assert module_cache.source_folder(cache, module) == cache / source
    assert module_cache.mod_file(cache, module) == cache / mod_file
