"""A robot on 127.0.0.1 that answers, refuses, breaks off, hangs, drips or sends elsewhere, as the test says."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

OK = '{"errcode": 0, "errmsg": "ok"}'


@dataclass
class Robot:
    """What it says, and what it was told."""

    says: str = OK
    status: int = 200
    behaves: str = "answers"
    port: int = 0
    told: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/robot?key=geheim"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._serve(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = next(int(row.split(":")[1]) for row in head.split("\r\n") if row.lower().startswith("content-length"))
        self.told.append(json.loads(await reader.readexactly(length)))
        self.paths.append(head.split()[1])
        body = self.says.encode()
        more = "Location: http://127.0.0.1:1/\r\n" if 300 <= self.status < 400 else ""
        answer = f"HTTP/1.1 {self.status} X\r\n{more}Content-Length: {len(body)}\r\n\r\n".encode() + body
        if self.behaves == "hangs":
            await asyncio.sleep(60)
        elif self.behaves == "breaks off":
            writer.write(answer[:20])
        elif self.behaves == "drips":
            for byte in answer:
                writer.write(bytes([byte]))
                await writer.drain()
                await asyncio.sleep(0.05)
        elif self.behaves == "endless":
            writer.write(b"HTTP/1.1 200 X\r\n\r\n" + b"0" * 300_000)
        elif self.behaves == "answers":
            writer.write(answer)
        await writer.drain()


@asynccontextmanager
async def robot(**said: Any) -> AsyncIterator[Robot]:
    """A robot that is there for a while."""
    found = Robot(**said)
    server = await asyncio.start_server(found.serve, "127.0.0.1", 0)
    found.port = server.sockets[0].getsockname()[1]
    try:
        yield found
    finally:
        server.close()
