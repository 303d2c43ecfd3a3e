"""A package's path as it stands in symbol names (cmd/internal/objabi/path.go, PathToPrefix)."""

from __future__ import annotations

import functools


@functools.lru_cache(maxsize=8192)
def path_to_prefix(path: str) -> str:
    """`example.com/yaml.v3` gives `example.com/yaml%2ev3`: dots behind the last slash, and what cannot be printed."""
    data = path.encode("utf-8", "surrogateescape")
    slash = data.rfind(b"/")
    out = []
    for at, byte in enumerate(data):
        if byte <= 0x20 or byte in b'%"' or byte >= 0x7F or (byte == 0x2E and at > slash):
            out.append(f"%{byte:02x}")
        else:
            out.append(chr(byte))
    return "".join(out)
