"""Cameras at the gate report plates here, each at an address of its own; nothing that is answered opens a barrier."""

import asyncio
import logging
from collections import defaultdict, deque
from pathlib import Path

from aiohttp import web

from frontdesk.desk import gates
from frontdesk.desk.background import BackgroundDesk
from frontdesk.domain.gates import Gate, Outcome
from frontdesk.domain.people.staff import Actor, Proof
from frontdesk.domain.values.clock import MINUTE, Clock, Millis
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.files.camera_reports import FORMS, ReportError

log = logging.getLogger(__name__)

_MOST_A_MINUTE = 60
_LARGEST = 2 * 1024 * 1024
"""Cameras send their pictures along; those are not kept."""
_ACTOR = Actor("gate", "", Proof.GATE)


class GateReports:
    """Takes what cameras report."""

    def __init__(self, store: Path, clock: Clock) -> None:
        self._clock = clock
        self._desk = BackgroundDesk(store, _ACTOR, clock)
        self._lately: dict[int, deque[Millis]] = defaultdict(deque)
        """When each gate reported within the last minute."""

    async def close(self) -> None:
        """Finish what was begun."""
        await asyncio.to_thread(self._desk.close)

    async def take(self, request: web.Request) -> web.Response:
        """Answer a report; a token that no gate has is answered as any address that is none."""
        read = FORMS.get(request.match_info.get("form", ""))
        gate = await self._desk.do(gates.of_token, request.match_info["token"])
        if gate is None or read is None:
            raise web.HTTPNotFound
        if self._is_too_often(gate):
            raise web.HTTPTooManyRequests(text="too often")
        try:
            report = read(await _body(request), request.headers.get("Content-Type", ""))
        except ReportError as error:
            raise web.HTTPBadRequest(text=f"not understood: {error}") from error
        if report is None:
            return _answer("alive")
        try:
            return _answer(await self._desk.do_as(_ACTOR, gates.take, gate, report))
        except FrontdeskError as error:
            # The camera sends it again; the operation id makes that harmless.
            log.warning("a camera's report was not kept: %s", error.reason)
            raise web.HTTPServiceUnavailable(text="not kept") from error

    def _is_too_often(self, gate: Gate) -> bool:
        now, lately = self._clock.monotonic(), self._lately[gate.id]
        while lately and now - lately[0] >= MINUTE:
            lately.popleft()
        if len(lately) >= _MOST_A_MINUTE:
            return True
        lately.append(now)
        return False


def _answer(outcome: Outcome | str) -> web.Response:
    return web.json_response({"outcome": str(outcome)})


async def _body(request: web.Request) -> bytes:
    body = bytearray()
    async for part in request.content.iter_chunked(64 * 1024):
        body += part
        if len(body) > _LARGEST:
            raise web.HTTPRequestEntityTooLarge(_LARGEST, len(body))
    return bytes(body)
