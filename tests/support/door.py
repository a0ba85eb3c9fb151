"""A small head office on 127.0.0.1 that holds to the contract, and answers badly where a test says so.

It proves what comes by the program's own rule, and keeps nothing of a batch that it refuses.
"""

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from frontdesk.domain.journal.chain import follows

CODE, TOKEN = "SH-003", "geheim-und-lang"

Event = dict[str, Any]


@dataclass
class Door:
    """What it knows of one store, and how it behaves."""

    events: dict[int, list[Event]] = field(default_factory=lambda: {1: []})
    """The log of each epoch, in order."""
    templates: dict[int, dict[str, Any]] = field(default_factory=dict)
    """What is on offer, by its number."""
    beside: dict[str, Any] | None = None
    posts: list[dict[str, Any]] = field(default_factory=list)
    """All that was sent, also what was not answered."""
    heard: int = 0
    behaves: list[str] = field(default_factory=list)
    """What becomes of the next requests: cut (kept, but never answered), lost (neither), 503; else they are served."""
    url: str = ""

    @property
    def epoch(self) -> int:
        return max(self.events)

    @property
    def log(self) -> list[Event]:
        """The log that counts."""
        return self.events[self.epoch]

    @property
    def bodies(self) -> str:
        """All that stands in it, as one text."""
        return json.dumps(self.events, ensure_ascii=False)

    def position(self) -> dict[str, Any]:
        last = self.log[-1] if self.log else {"seq": 0, "hash": ""}
        return {"epoch": self.epoch, "seq": last["seq"], "hash": last["hash"]}

    def take(self, sent: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """Take a batch in, or refuse all of it."""
        epoch, after = sent["epoch"], sent["after"]
        if epoch < self.epoch:
            return 409, {"reason": "position", **self.position()}
        log = list(self.events.get(epoch, []))
        if after["seq"] > len(log):
            return 409, {"reason": "position", "epoch": epoch, "seq": len(log), "hash": log[-1]["hash"] if log else ""}
        for event in sent["events"]:
            if event["seq"] <= len(log):
                if log[event["seq"] - 1]["hash"] != event["hash"]:
                    return 409, {"reason": "fork", "seq": event["seq"]}
                continue
            if event["seq"] != len(log) + 1:
                return 422, {"reason": "gap", "seq": event["seq"]}
            body = event["body"] or {}
            if follows(log[-1]["hash"] if log else "", {**event, **body}) is False:
                return 422, {"reason": "chain", "seq": event["seq"]}
            log.append(event)
        for again in sent["rewritten"]:
            log[again["seq"] - 1] = {**log[again["seq"] - 1], **again}
        self.events[epoch] = log
        self.beside = sent.get("beside", self.beside)
        return 200, self.position()

    async def serve(self, request: web.Request) -> web.StreamResponse:
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return web.json_response({"reason": "token"}, status=401)
        if request.match_info["code"] != CODE:
            return web.json_response({"reason": "code"}, status=403)
        self.heard += 1
        how = self.behaves.pop(0) if self.behaves else ""
        if how.isdigit():
            return web.json_response({"reason": "not_kept"}, status=int(how))
        if how == "lost":
            return self._hang_up(request)
        status, said = await self._answer(request)
        return self._hang_up(request) if how == "cut" else web.json_response(said, status=status)

    async def _answer(self, request: web.Request) -> tuple[int, dict[str, Any]]:
        if request.match_info["what"] == "position":
            return 200, {**self.position(), "templates": [*self.templates]}
        if request.match_info["what"].startswith("templates/"):
            return 200, self.templates[int(request.match_info["what"].partition("/")[2])]
        if request.method == "POST":
            assert request.headers["Content-Encoding"] == "gzip"
            self.posts.append(json.loads(await request.read()))
            return self.take(self.posts[-1])
        log, after = self.events.get(int(request.query["epoch"]), []), int(request.query["after"])
        return 200, {"events": log[after : after + 500], "beside": self.beside}

    def _hang_up(self, request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()


@contextmanager
def opened() -> Iterator[Door]:
    """A door that stands open while a test goes on."""
    door, loop, ready = Door(), asyncio.new_event_loop(), threading.Event()

    async def begin() -> web.AppRunner:
        application = web.Application(client_max_size=64 * 1024 * 1024)
        application.router.add_route("*", "/v1/stores/{code}/{what:.+}", door.serve)
        runner = web.AppRunner(application)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        door.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        return runner

    def run() -> None:
        runner = loop.run_until_complete(begin())
        ready.set()
        loop.run_forever()
        loop.run_until_complete(runner.cleanup())
        loop.close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    ready.wait()
    try:
        yield door
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
