"""The server of the stations in browsers: its routes, and who gets an answer on each."""

import asyncio
import logging
from ipaddress import ip_address
from pathlib import Path

from aiohttp import web
from aiohttp.typedefs import Handler

from frontdesk import __version__
from frontdesk.domain.stations.devices import Device, DeviceReason
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import SystemClock
from frontdesk.domain.values.errors import FrontdeskError, Refused
from frontdesk.web import pages
from frontdesk.web.checks import OF_PAPER, add_headers
from frontdesk.web.common import Common, html, signed_in, system_of
from frontdesk.web.gates import GateReports
from frontdesk.web.limits import Limits
from frontdesk.web.pairing import Pairing
from frontdesk.web.reach import Reach
from frontdesk.web.session import ChildProgram
from frontdesk.web.sessions import Sessions
from frontdesk.web.sockets import show
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.refusals.sentence import sentence

log = logging.getLogger(__name__)

_KEPT_FOR_S = 400 * 24 * 3600
"""Browsers keep no cookie for longer."""
_FORM_AT_MOST = 4096
_NOTED_EVERY_S = 600.0


class Server:
    """Answers browsers. One that is not paired gets the page where a code is typed, and nothing else."""

    def __init__(self, store: Path, reach: Reach, limits: Limits) -> None:
        self._reach = reach
        self._limits = limits
        self._cookie = f"frontdesk-{reach.port}"
        self._common = Common(reach)
        self._noted_at: dict[int, float] = {}
        self.pairing = Pairing(store, SystemClock())
        program = ChildProgram("frontdesk.web.child", {"FRONTDESK_DATABASE": str(store)})
        self.sessions = Sessions(program, limits)
        self.gates = GateReports(store, SystemClock())

    def application(self) -> web.Application:
        """Return the application for aiohttp."""
        application = web.Application(middlewares=[self._answer], client_max_size=_FORM_AT_MOST)
        kinds = "|".join(StationKind)
        application.add_routes(
            [
                web.get("/", self._home),
                web.post("/pair", self._pair),
                web.get(f"/{{kind:{kinds}}}", self._station),
                web.get(f"/ws/{{kind:{kinds}}}", self._socket),
                web.get("/paper/{key}", self._paper),
                *self._common.routes(),
                web.post("/gate/{token}", self.gates.take),
                web.post("/gate/{token}/{form}", self.gates.take),
                web.get("/health", self._health),
            ]
        )
        application.on_response_prepare.append(add_headers)
        return application

    async def mind(self) -> None:
        """Now and then end what nobody needs any more, and what a device may not show any more."""
        while True:
            await asyncio.sleep(self._limits.minded_every_s)
            await self.sessions.end_forgotten()
            try:
                allowed = {(device.id, kind) for device in await self.pairing.paired() for kind in device.kinds}
                running = self.sessions.running()
                await self.sessions.end([s for s in running if (s.device, s.kind) not in allowed], "unpaired")
                await self._note_seen({session.device for session in running if session.browser is not None})
            except FrontdeskError as error:
                # Its stations say so where it is seen.
                log.warning("the store cannot be asked about devices: %s", error.reason)

    async def _note_seen(self, shown: set[int]) -> None:
        """Note which devices show a station; seldom, because each station looks at the store whenever it changes."""
        now = asyncio.get_running_loop().time()
        due = {device for device in shown if now - self._noted_at.get(device, -_NOTED_EVERY_S) >= _NOTED_EVERY_S}
        if due:
            await self.pairing.note_seen(due)
            self._noted_at.update(dict.fromkeys(due, now))

    # -- answers ------------------------------------------------------------------------------------------------

    @web.middleware
    async def _answer(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        # A camera may call this machine what it likes: its address is its secret, and it has no cookie.
        if not request.path.startswith("/gate/"):
            self._reach.names.refuse_foreign_host(request)
        try:
            return await handler(request)
        except FrontdeskError as error:
            return html(pages.trouble(sentence(error)), status=503)

    async def _home(self, request: web.Request) -> web.Response:
        device = await self._device(request)
        return (
            self._pairing_page() if device is None else html(pages.home(device, trusted=self._common.is_own_authority))
        )

    async def _pair(self, request: web.Request) -> web.Response:
        self._reach.names.refuse_foreign_page(request)
        typed = (await request.post()).get("code", "")
        try:
            name = system_of(request.headers.get("User-Agent", ""))
            token = await self.pairing.pair(str(typed), name, await self._device(request))
        except Refused as error:
            too_many = error.reason is DeviceReason.TOO_MANY_CODES
            said = sentence(error, await self.pairing.zone())
            return self._pairing_page(said, status=429 if too_many else 403)
        return signed_in(self._reach, self._cookie, token, _KEPT_FOR_S)

    async def _station(self, request: web.Request) -> web.Response:
        kind = StationKind(request.match_info["kind"])
        device = await self._device(request)
        if device is None:
            return self._pairing_page(status=403)
        if kind not in device.kinds:
            shown = _(", ").join(word(each) for each in device.kinds)
            said = _("This browser is paired for: {stations}. A code for {kind} lets it show that too.")
            return self._pairing_page(said.format(stations=shown, kind=word(kind)), status=403)
        return html(pages.station(kind))

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        self._reach.names.refuse_foreign_page(request)
        kind = StationKind(request.match_info["kind"])
        device = await self._device(request)
        if device is None or kind not in device.kinds:
            raise web.HTTPForbidden(text="not paired")
        return await show(request, kind, device.id, self.sessions, self._limits)

    async def _paper(self, request: web.Request) -> web.Response:
        device = await self._device(request)
        paper = self.sessions.papers.take(request.match_info["key"], device.id) if device else None
        if paper is None:
            raise web.HTTPNotFound
        headers = {"Content-Disposition": f'inline; filename="{paper.name}"', "Content-Security-Policy": OF_PAPER}
        charset = "utf-8" if paper.kind.startswith("text/") else None
        return web.Response(body=paper.content, content_type=paper.kind, charset=charset, headers=headers)

    async def _health(self, request: web.Request) -> web.Response:
        if request.remote is None or not ip_address(request.remote).is_loopback:
            raise web.HTTPNotFound
        return web.json_response({"version": __version__, "sessions": len(self.sessions.running())})

    def _pairing_page(self, wrong: str = "", status: int = 200) -> web.Response:
        return html(pages.pairing(wrong, trusted=self._common.is_own_authority), status)

    async def _device(self, request: web.Request) -> Device | None:
        return await self.pairing.device_of(request.cookies.get(self._cookie))
