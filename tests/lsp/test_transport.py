"""Messages as they come through a pipe."""

import io
from concurrent.futures import ThreadPoolExecutor

from golinkname_ls.lsp.message_reader import MessageReader


async def read(data: bytes) -> list[bytes]:
    """What pygls' loop reads: header lines, and the body behind the empty one."""
    found = []
    with ThreadPoolExecutor() as pool:
        reader = MessageReader(io.BytesIO(data), pool)
        size = 0
        while line := await reader.readline():
            found.append(line)
            if line.startswith(b"Content-Length: "):
                size = int(line[16:])
            if size and not line.strip():
                found.append(await reader.readexactly(size))
                size = 0
    return found


async def test_messages_keep_their_lines_and_bodies():
    one = [b"Content-Length: 7\r\n", b"\r\n", b"{\r\n\r\n1}"]
    two = [b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n", b"Content-Length: 2\r\n", b"\r\n", b"{}"]
    assert await read(b"".join([*one, *two])) == [*one, *two]


async def test_a_cut_message_ends_the_input():
    assert await read(b"Content-Length: 7\r\n\r\n{") == [b"Content-Length: 7\r\n", b"\r\n", b"{"]
    assert await read(b"Content-Length: 7\r\n") == [b"Content-Length: 7\r\n"]
    assert await read(b"") == []


async def test_lines_that_are_no_message_are_passed_on():
    assert (await read(b"nonsense\n\nContent-Length: 2\r\n\r\n{}"))[2:] == [b"Content-Length: 2\r\n", b"\r\n", b"{}"]
