"""Head office's dashboard in browsers: who may look, by an access code; each page shows a process of its own."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from aiohttp import web
from aiohttp.typedefs import Handler

from frontdesk.domain.group.readers import SIGNED_IN_FOR
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.stations.devices import DeviceReason
from frontdesk.domain.values.clock import SECOND, Clock
from frontdesk.domain.values.errors import FrontdeskError, Refused, StoreError
from frontdesk.group import readers
from frontdesk.group.database import DATABASE, connected
from frontdesk.web import pages
from frontdesk.web.common import Common, html, signed_in, system_of
from frontdesk.web.limits import Limits
from frontdesk.web.reach import Reach
from frontdesk.web.session import ChildProgram
from frontdesk.web.sessions import Sessions
from frontdesk.web.sockets import show
from frontdesk.web.wrong_codes import WrongCodes
from frontdesk.words.i18n import _
from frontdesk.words.refusals.sentence import sentence

if TYPE_CHECKING:
    from psycopg import Connection

log = logging.getLogger(__name__)

_KIND = "office"
_FORM_AT_MOST = 4096
_REMEMBERED = 1000
_AT_ONCE = 2
_STORES = "/v1/"

T = TypeVar("T")


class Browsers:
    """Answers browsers. One that is not signed in gets the page where a code is typed, and nothing else."""

    def __init__(self, address: str, reach: Reach, clock: Clock, limits: Limits) -> None:
        self._address, self._reach, self._clock, self._limits = address, reach, clock, limits
        self._cookie = f"frontdesk-office-{reach.port}"
        self._common = Common(reach)
        self._wrong = WrongCodes(clock)
        self._known: dict[str, int] = {}
        """The browsers of each cookie that was seen; where the database is away they are still known."""
        self._workers = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="browser")
        self.sessions = Sessions(ChildProgram("frontdesk.group.child", {DATABASE: address}), limits)

    def routes(self) -> list[web.RouteDef]:
        """Return what browsers ask for."""
        return [
            web.get("/", self._home),
            web.get(f"/{_KIND}", self._office),
            web.post("/sign-in", self._sign_in),
            web.get(f"/ws/{_KIND}", self._socket),
            *self._common.routes(),
        ]

    @web.middleware
    async def answer(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer browsers under this server's own names only; stores, who show their token, by any."""
        if request.path.startswith(_STORES) or request.path == "/health":
            return await handler(request)
        self._reach.names.refuse_foreign_host(request)
        try:
            return await handler(request)
        except StoreError as error:
            # Whoever is not signed in is told nothing of the database.
            log.warning("no answer for a browser: %s %s", error.reason, error.facts.get("detail", ""))
            said = _("Head office's database does not answer. Try again in a moment.")
            return html(pages.trouble(said), status=503)

    async def mind(self) -> None:
        """Now and then end what nobody needs any more, and what nobody may look at any more."""
        while True:
            await asyncio.sleep(self._limits.minded_every_s)
            await self.sessions.end_forgotten()
            running = self.sessions.running()
            if not running:
                continue
            try:
                allowed = await self._ask(lambda connection: readers.signed_in(connection, self._clock.now()))
            except FrontdeskError as error:
                # Each dashboard says so itself.
                log.warning("the database cannot be asked who may look: %s", error.reason)
                continue
            self._known = {cookie: number for cookie, number in self._known.items() if number in allowed}
            await self.sessions.end([each for each in running if each.device not in allowed], "unpaired")

    async def close(self) -> None:
        """End every page's process."""
        await self.sessions.end_all()
        self._workers.shutdown(wait=False)

    # -- answers ------------------------------------------------------------------------------------------------

    async def _home(self, _request: web.Request) -> web.Response:
        return web.Response(status=303, headers={"Location": f"/{_KIND}"})

    async def _office(self, request: web.Request) -> web.Response:
        if await self._browser(request) is None:
            return self._sign_in_page(status=403)
        return html(pages.office())

    async def _sign_in(self, request: web.Request) -> web.Response:
        self._reach.names.refuse_foreign_page(request)
        form = await request.clone(client_max_size=_FORM_AT_MOST).post()
        typed, browser = str(form.get("code", "")), system_of(request.headers.get("User-Agent", ""))
        try:
            with self._wrong.tried():
                token = await self._ask(
                    lambda connection: readers.sign_in(connection, typed, browser, self._clock.now())
                )
        except Refused as error:
            too_many = error.reason is DeviceReason.TOO_MANY_CODES
            return self._sign_in_page(sentence(error, ZoneInfo(Policy().time_zone)), status=429 if too_many else 403)
        return signed_in(self._reach, self._cookie, token, SIGNED_IN_FOR // SECOND)

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        self._reach.names.refuse_foreign_page(request)
        browser = await self._browser(request)
        if browser is None:
            raise web.HTTPForbidden(text="not signed in")
        return await show(request, _KIND, browser, self.sessions, self._limits)

    def _sign_in_page(self, wrong: str = "", status: int = 200) -> web.Response:
        return html(pages.office_sign_in(wrong, trusted=self._common.is_own_authority), status)

    async def _browser(self, request: web.Request) -> int | None:
        """Return the number of the browser that asks, by its cookie; one that was seen is known without a database."""
        cookie = request.cookies.get(self._cookie)
        if not cookie:
            return None
        try:
            found = await self._ask(lambda connection: readers.with_cookie(connection, cookie, self._clock.now()))
        except StoreError:
            if cookie in self._known:
                return self._known[cookie]
            raise
        if found is None:
            self._known.pop(cookie, None)
            return None
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        self._known[cookie] = found
        return found

    async def _ask(self, question: "Callable[[Connection[Any]], T]") -> T:
        def ask() -> T:
            with connected(self._address) as connection:
                return question(connection)

        return await asyncio.get_running_loop().run_in_executor(self._workers, ask)
