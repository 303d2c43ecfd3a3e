"""Escaping of import paths in symbol names (cmd/internal/objabi/path.go, PathToPrefix)."""

from __future__ import annotations

import functools


@functools.lru_cache(maxsize=8192)
def path_to_prefix(path: str) -> str:
    """Import path as it stands in symbols: `example.com/yaml.v3` gives `example.com/yaml%2ev3`.

    Escaped are dots behind the last slash, and bytes that are not printable ASCII.
    """
    data = path.encode("utf-8", "surrogateescape")
    slash = data.rfind(b"/")
    out = []
    for at, byte in enumerate(data):
        if byte <= 0x20 or byte in b'%"' or byte >= 0x7F or (byte == 0x2E and at > slash):
            out.append(f"%{byte:02x}")
        else:
            out.append(chr(byte))
    return "".join(out)
