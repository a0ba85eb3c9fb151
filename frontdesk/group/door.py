"""Head office's door: a store sends its events here, and asks how far it is known; it shows its token each time."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_address
from typing import Any, TypeVar

from aiohttp import web
from psycopg import Connection, Error, OperationalError
from psycopg_pool import ConnectionPool, PoolTimeout

from frontdesk import __version__
from frontdesk.domain.group.store import Store
from frontdesk.domain.journal.chain import BODY, HEADER
from frontdesk.domain.values.clock import Clock
from frontdesk.group import batch, intake, stores, templates
from frontdesk.group.batch import NotTaken
from frontdesk.group.browsers import Browsers
from frontdesk.group.database import options
from frontdesk.group.tables import tables
from frontdesk.web.checks import add_headers

log = logging.getLogger(__name__)
# Whoever asks hears it, and it stands in our log: the pool need not say it again in the terminal.
logging.getLogger("psycopg.pool").addHandler(logging.NullHandler())

AT_ONCE = 4
"""How many stores are served at the same time; the others wait their turn."""
_LARGEST = 32 * 1024 * 1024
"""The most that is taken at once, unpacked."""
_EVENTS = (
    f"select {', '.join(HEADER)}, rule, hash, body_hash, changes is not null or operation is not null,"
    f" {', '.join(BODY)} from events left join event_bodies using (store, epoch, seq)"
    " where store = %s and epoch = %s and seq > %s order by seq limit %s"
)
_BESIDE = "select beside from stores where id = %s and epoch = %s"

T = TypeVar("T")


class Door:
    """Answers stores, by their tokens."""

    def __init__(self, address: str, clock: Clock) -> None:
        self._clock = clock
        self._pool: ConnectionPool[Connection[Any]] = ConnectionPool(
            address, min_size=1, max_size=AT_ONCE, kwargs={"autocommit": True, **options()}, open=False, timeout=30,
            configure=_keep_prepared,
        )  # fmt: skip
        self._workers = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="store")

    def open(self) -> None:
        """Begin to reach the database."""
        self._pool.open()

    def close(self) -> None:
        """Finish what was begun."""
        self._workers.shutdown()
        self._pool.close()

    def application(self, browsers: Browsers) -> web.Application:
        """Return the application for aiohttp, which answers browsers, too."""
        application = web.Application(middlewares=[self._answer, browsers.answer], client_max_size=_LARGEST)
        application.add_routes(
            [
                web.get("/v1/stores/{code}/position", self._position),
                web.get("/v1/stores/{code}/templates/{number:[0-9]{1,16}}", self._template),
                web.get("/v1/stores/{code}/events", self._events),
                web.post("/v1/stores/{code}/events", self._take),
                web.get("/health", self._health),
                *browsers.routes(),
            ]
        )
        application.on_response_prepare.append(add_headers)
        return application

    @web.middleware
    async def _answer(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        try:
            return await handler(request)
        except NotTaken as refusal:
            log.warning("%s: %s", request.path, refusal.answer)
            return web.json_response(refusal.answer, status=refusal.status)
        except (Error, PoolTimeout) as error:
            # The store sends it again; its position decides what is new.
            log.warning("the database could not keep it: %s", error)
            return web.json_response({"reason": "not_kept"}, status=503, headers={"Retry-After": "30"})

    async def _position(self, request: web.Request) -> web.Response:
        store = await self._store(request)
        return web.json_response({**store.position, "templates": await self._ask(templates.on_offer)})

    async def _template(self, request: web.Request) -> web.Response:
        await self._store(request)
        number = int(request.match_info["number"])
        found = await self._ask(lambda connection: templates.with_number(connection, number))
        if found is None:
            raise NotTaken(404, "no_template")
        return web.json_response(found.as_told)

    async def _take(self, request: web.Request) -> web.Response:
        store = await self._store(request)
        text = await _read(request)

        def take(connection: Connection[Any]) -> dict[str, Any]:
            now = self._clock.now()
            try:
                sent = batch.read(text)
            except NotTaken as refusal:
                stores.note_trouble(connection, store.id, refusal.answer["reason"], refusal.answer.get("seq"), now)
                raise
            return intake.take(connection, store.id, sent, now)

        return web.json_response(await self._ask(take))

    async def _events(self, request: web.Request) -> web.Response:
        """What a store sent is its own: one whose machine was lost asks for it."""
        store = await self._store(request)
        try:
            epoch, after = (int(request.query.get(name, usual)) for name, usual in (("epoch", "0"), ("after", "0")))
        except ValueError as error:
            raise NotTaken(400, "not_understood") from error
        asked = (store.id, epoch or store.epoch, after, batch.MOST)
        rows = await self._ask(lambda connection: connection.execute(_EVENTS, asked).fetchall())
        beside = await self._ask(lambda connection: connection.execute(_BESIDE, asked[:2]).fetchone())
        kept = json.loads(beside[0]) if beside is not None and beside[0] is not None else None
        response = web.json_response({"events": [_as_sent(row) for row in rows], "beside": kept})
        response.enable_compression()
        return response

    async def _health(self, request: web.Request) -> web.Response:
        if request.remote is None or not ip_address(request.remote).is_loopback:
            raise web.HTTPNotFound
        found = await self._ask(lambda connection: connection.execute("select count(*) from stores").fetchone())
        return web.json_response({"version": __version__, "stores": found[0] if found else 0})

    async def _store(self, request: web.Request) -> Store:
        """Return the store that asks, which its token says. Raises `NotTaken` for anybody else."""
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token.isascii():
            raise NotTaken(401, "token")
        store = await self._ask(lambda connection: stores.with_token(connection, token.strip()))
        if store is None:
            raise NotTaken(401, "token")
        if store.code != request.match_info["code"]:
            raise NotTaken(403, "code")
        return store

    async def _ask(self, question: Callable[[Connection[Any]], T]) -> T:
        def ask() -> T:
            try:
                with self._pool.connection() as connection:
                    return question(connection)
            except OperationalError:
                # One that is broken is seldom alone, as after PostgreSQL was started again: no store meets the others.
                self._pool.check()
                raise

        return await asyncio.get_running_loop().run_in_executor(self._workers, ask)


def _keep_prepared(connection: Connection[Any]) -> None:
    """Each table of a store has statements of its own: all of them stay prepared."""
    connection.prepared_max = 10 * len(tables())


async def _read(request: web.Request) -> bytes:
    """Return what was sent, unpacked. Raises `NotTaken` where that is too much, or not all of it came."""
    try:
        return await request.read()
    except web.HTTPRequestEntityTooLarge as error:
        raise NotTaken(413, "too_large", right=_LARGEST) from error
    except ConnectionError as error:
        raise NotTaken(400, "cut_off") from error


def _as_sent(row: tuple[Any, ...]) -> dict[str, Any]:
    header = dict(zip((*HEADER, "rule", "hash", "body_hash"), row, strict=False))
    has_body, body = row[len(header)], row[len(header) + 1 :]
    return {**header, "body": dict(zip(BODY, body, strict=True)) if has_body else None}
