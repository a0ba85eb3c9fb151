"""Asking head office: no redirects, no proxy of the environment, one time limit for all of it, and no large answers."""

import asyncio
import gzip
import json
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from frontdesk.domain.group.answer import Position, on_offer, position
from frontdesk.domain.group.reasons import GroupReason
from frontdesk.domain.values.errors import InputError
from frontdesk.machine import unreached
from frontdesk.machine.group.group_file import Group

WITHIN_S = 60.0
_LARGEST = 64 * 1024 * 1024
_PIECE = 64 * 1024

Said = dict[str, Any]


class Office:
    """Head office, as a store reaches it."""

    def __init__(self, session: aiohttp.ClientSession, group: Group) -> None:
        self._session = session
        self._base = f"{group.url}/v1/stores/{group.code}"
        self.on_offer: tuple[int, ...] | None = None
        """The numbers of the templates that it offers, as it said with the position; None where it said nothing."""

    async def position(self) -> Position:
        """Return how far the store is known there. Raises `InputError`."""
        status, said = await self._ask("GET", "position")
        self.on_offer = on_offer(said)
        return position(status, said)

    async def template(self, number: int) -> Said:
        """Return a template that is on offer. Raises `InputError`."""
        status, said = await self._ask("GET", f"templates/{number}")
        if status != 200:
            position(status, said)
        return said

    async def send(self, payload: Mapping[str, Any]) -> Position:
        """Send events; return how far the store is known then. Raises `InputError`: nothing of it was taken."""
        said = json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()
        packed = await asyncio.to_thread(gzip.compress, said, 6)
        return position(*await self._ask("POST", "events", packed))

    async def events(self, epoch: int, after: int) -> Said:
        """Return the next events of the store as head office has them, and what it has beside them."""
        status, said = await self._ask("GET", f"events?epoch={epoch}&after={after}")
        if status != 200:
            position(status, said)
        return said

    async def _ask(self, method: str, path: str, packed: bytes | None = None) -> tuple[int, Said]:
        headers = {} if packed is None else {"Content-Encoding": "gzip", "Content-Type": "application/json"}
        try:
            async with self._session.request(
                method, f"{self._base}/{path}", data=packed, headers=headers, allow_redirects=False
            ) as response:
                return response.status, _read(await _content(response))
        except aiohttp.ClientConnectorCertificateError as error:
            raise InputError(GroupReason.UNTRUSTED) from error
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise InputError(GroupReason.UNREACHABLE, detail=unreached.why(error)) from error


@asynccontextmanager
async def reached(group: Group, *, within_s: float = WITHIN_S) -> AsyncIterator[Office]:
    """Give head office, to be asked."""
    headers = {"Authorization": f"Bearer {group.token}"}
    timeout = aiohttp.ClientTimeout(total=within_s, connect=min(10.0, within_s))
    connector = aiohttp.TCPConnector(ssl=_trusting(group.ca))
    async with aiohttp.ClientSession(timeout=timeout, headers=headers, connector=connector) as session:
        yield Office(session, group)


def _trusting(ca: str) -> ssl.SSLContext | bool:
    if not ca:
        return True
    try:
        return ssl.create_default_context(cafile=ca)
    except (OSError, ValueError) as error:
        raise InputError(GroupReason.NO_CA, path=ca) from error


async def _content(response: aiohttp.ClientResponse) -> bytes:
    content = b""
    async for piece in response.content.iter_chunked(_PIECE):
        content += piece
        if len(content) > _LARGEST:
            raise InputError(GroupReason.NOT_UNDERSTOOD, status=response.status)
    return content


def _read(content: bytes) -> Said:
    """Return what was answered; nothing where it makes no sense: then the status alone tells."""
    try:
        said = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}
