"""The reader of messages on standard input."""

from __future__ import annotations

import asyncio
from collections import deque
from concurrent.futures import Executor
from typing import BinaryIO


class MessageReader:
    """A reader that reads a whole message in one task of a thread; pygls' own takes a task for each header line."""

    def __init__(self, stdin: BinaryIO, executor: Executor) -> None:
        self._stdin = stdin
        self._executor = executor
        self._lines: deque[bytes] = deque()
        self._body = b""

    async def readline(self) -> bytes:
        """The next header line with its line end; b"" at the end of the input."""
        if not self._lines:
            await asyncio.get_running_loop().run_in_executor(self._executor, self._read)
        return self._lines.popleft()

    async def readexactly(self, size: int) -> bytes:
        """The body that follows the header; fewer bytes at the end of the input."""
        body, self._body = self._body, b""
        if len(body) < size:
            rest = asyncio.get_running_loop().run_in_executor(self._executor, self._stdin.read, size - len(body))
            body += await rest
        return body

    def _read(self) -> None:
        size = 0
        while True:
            line = self._stdin.readline()
            self._lines.append(line)
            name, _, value = line.partition(b":")
            if not size and name.lower() == b"content-length" and value.strip().isdigit():
                size = int(value)
            if not line.strip():
                self._body = self._stdin.read(size) if line else b""
                return
