"""The socket of a page: which session it shows, and what comes through it."""

import json
from contextlib import suppress
from typing import Any

from aiohttp import WSCloseCode, WSMsgType, web

from frontdesk import __version__
from frontdesk.web.browser import Browser
from frontdesk.web.limits import Limits
from frontdesk.web.session import Session
from frontdesk.web.sessions import Sessions, TooManyError
from frontdesk.web.window import COLUMNS, ROWS, THEMES, Window


async def show(request: web.Request, kind: str, device: int, sessions: Sessions, limits: Limits) -> web.StreamResponse:
    """Show a session in the page that asks, until the page goes or another one takes over."""
    window = _window(request)
    socket = web.WebSocketResponse(max_msg_size=limits.frame + 1, autoping=False, compress=False)
    await socket.prepare(request)
    if request.query.get("version") != __version__:
        return await _refuse(socket, "version")
    try:
        session = await sessions.take(kind, device, request.query.get("session", ""), window)
    except TooManyError as error:
        return await _refuse(socket, str(error))

    def abort() -> None:
        if request.transport is not None:
            request.transport.abort()

    browser = Browser(socket, limits, repaint=session.repaint, abort=abort)
    session.attach(browser, window)
    try:
        async for message in socket:
            await _hear(message.type, message.data, socket, session, browser)
    finally:
        session.detach(browser)
        await browser.end()
    return socket


async def _hear(kind: WSMsgType, data: Any, socket: web.WebSocketResponse, session: Session, browser: Browser) -> None:
    if session.browser is not browser:
        # Another page has taken over; this one is being told so.
        return
    match kind:
        case WSMsgType.BINARY:
            await session.type(data)
        case WSMsgType.TEXT:
            with suppress(ValueError):
                session.resize(*_size(json.loads(data)))
        case WSMsgType.PING:
            await socket.pong(data)
        case WSMsgType.PONG:
            browser.answered()
            session.answered()


def _window(request: web.Request) -> Window:
    try:
        columns, rows = _size({name: int(request.query.get(name, "")) for name in ("columns", "rows")})
    except ValueError as error:
        raise web.HTTPBadRequest(text="size") from error
    theme = request.query.get("theme", "")
    return Window(columns, rows, theme if theme in THEMES else THEMES[0])


def _size(said: object) -> tuple[int, int]:
    """Return the columns and rows of a window; raise `ValueError` for what is none."""
    match said:
        case {"columns": int(columns), "rows": int(rows)} if columns in COLUMNS and rows in ROWS:
            return columns, rows
    raise ValueError


async def _refuse(socket: web.WebSocketResponse, why: str) -> web.StreamResponse:
    with suppress(ConnectionError):
        await socket.send_json({"t": "bye", "why": why})
        await socket.close(code=WSCloseCode.POLICY_VIOLATION)
    return socket
