"""Cache folder of texts: each is written whole or not at all, and checked when it is read again."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

# In every file's first line: a change of the catalog's format makes all of them new.
_FORMAT = "golinkname-ls cache 2"


class TextCache:
    """Cached texts by name. Several processes may share the folder; one that cannot be written is done without."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, name: str, stamp: str, make: Callable[[], str]) -> str:
        """The text kept under `name` if it was made for the same `stamp`, else what `make` gives, kept from now on."""
        file = self.folder / name
        kept = self._read(file, stamp)
        if kept is not None:
            return kept
        text = make()
        self._write(file, stamp, text)
        return text

    def _read(self, file: Path, stamp: str) -> str | None:
        try:
            head, _, body = file.read_bytes().partition(b"\n")
        except OSError:
            return None
        return body.decode("utf-8") if head == _head(stamp, body) else None

    def _write(self, file: Path, stamp: str, text: str) -> None:
        body = text.encode()
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, fresh = tempfile.mkstemp(prefix=".writing-", dir=self.folder)
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(_head(stamp, body) + b"\n" + body)
                Path(fresh).replace(file)
            except BaseException:
                Path(fresh).unlink(missing_ok=True)
                raise


def _head(stamp: str, body: bytes) -> bytes:
    # The body's own digest finds a file that a full disk or a crash cut off.
    digest = hashlib.sha256(stamp.encode() + b"\0" + body).hexdigest()
    return f"{_FORMAT} {digest}".encode()
