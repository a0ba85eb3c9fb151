"""One session: the process of a station, or of the dashboard, on pipes, and the page that shows it now."""

import asyncio
import json
import logging
import os
import secrets
import subprocess
import sys
from contextlib import suppress
from typing import NamedTuple

from frontdesk.web.browser import Browser
from frontdesk.web.limits import Limits
from frontdesk.web.packets import DRAWN, PAPER, TYPED, Packet, Unpacking, packed, told
from frontdesk.web.papers import Paper, Papers
from frontdesk.web.window import Window
from frontdesk.words import i18n

log = logging.getLogger(__name__)

HUNG_UP = 128 + 1
"""The exit code of a station whose page, or whose server, went away."""
_AT_ONCE = 65536
_LINE = 2000
if sys.platform == "win32":
    _APART = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
else:
    _APART = 0


class ChildProgram(NamedTuple):
    """What a session's process is: a module of ours, and what it is told beside the window."""

    module: str
    environment: dict[str, str]


class Session:
    """What a browser shows. It goes on when its page is gone, and a page that comes again shows it whole."""

    def __init__(self, kind: str, device: int, program: ChildProgram, limits: Limits, papers: Papers) -> None:
        self.id = secrets.token_urlsafe(16)
        self.kind = kind
        self.device = device
        self._program = program
        self._limits = limits
        self._papers = papers
        self._process: asyncio.subprocess.Process | None = None
        self._following: asyncio.Task[None] | None = None
        self._said = ""
        """Why it did not open, in a sentence."""
        self.browser: Browser | None = None
        self.detached_at = asyncio.get_running_loop().time()
        self._is_unfinished = False
        self.taken = 0
        """How many messages of what was typed have come."""

    async def start(self, window: Window) -> None:
        """Start its process."""
        asked = (self.kind, *window.as_arguments())
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", self._program.module, *asked,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={**os.environ, **self._program.environment, "FRONTDESK_LANGUAGE": i18n.language()},
            # Ctrl+C at the server's terminal is the server's.
            start_new_session=True, creationflags=_APART,
        )  # fmt: skip
        self._following = asyncio.create_task(self._follow(self._process))
        log.info("opened %s for device %d: process %d", self.kind, self.device, self._process.pid)

    @property
    def is_running(self) -> bool:
        """Whether its station runs."""
        return self._following is not None and not self._following.done()

    # -- the page -----------------------------------------------------------------------------------------------

    def attach(self, browser: Browser, window: Window) -> None:
        """Show the station in a page from now on; one that showed it before is told so."""
        if self.browser is not None:
            self.browser.bye("taken")
        self.browser = browser
        browser.tell("hello", session=self.id, taken=self.taken)
        browser.tell("unfinished", **{"is": self._is_unfinished})
        self._send(told("attached", columns=window.columns, rows=window.rows))

    def detach(self, browser: Browser) -> None:
        """Note that a page is gone, if it was the one that shows the station."""
        if self.browser is browser:
            self.browser = None
            self.detached_at = asyncio.get_running_loop().time()
            self._send(told("detached"))

    async def type(self, typed: bytes) -> None:
        """Hand on what was typed, and tell the page how much has come; waits while the station takes nothing."""
        self.taken += 1
        self._send(packed(TYPED, typed))
        if self.browser is not None:
            self.browser.tell("taken", count=self.taken)
        if self._process is not None and self._process.stdin is not None:
            with suppress(ConnectionError):
                await self._process.stdin.drain()

    def resize(self, columns: int, rows: int) -> None:
        """Tell the station its new size."""
        self._send(told("size", columns=columns, rows=rows))

    def repaint(self) -> None:
        """Have the station draw everything."""
        self._send(told("repaint"))

    def answered(self) -> None:
        """Note that the page is there, and so whoever sits before it."""
        self._send(told("answered"))

    def _send(self, packet: bytes) -> None:
        if self._process is not None and self._process.stdin is not None and self.is_running:
            self._process.stdin.write(packet)

    # -- the process --------------------------------------------------------------------------------------------

    async def end(self) -> None:
        """End the station: its input ends, and one that goes on all the same is killed."""
        if self._process is None or self._following is None:
            return
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            await asyncio.wait_for(asyncio.shield(self._following), self._limits.ends_within_s)
        except TimeoutError:
            log.warning("process %d did not end and is killed", self._process.pid)
            with suppress(ProcessLookupError):
                self._process.kill()
            await self._following

    async def _follow(self, process: asyncio.subprocess.Process) -> None:
        """Pass on what the station says until it has ended."""
        code = (await asyncio.gather(process.wait(), self._follow_packets(process), _note_errors(process)))[0]
        log.info("process %d ended with %d", process.pid, code)
        if self.browser is not None:
            self.browser.bye("ended" if code in {0, HUNG_UP} else "failed", self._said)

    async def _follow_packets(self, process: asyncio.subprocess.Process) -> None:
        unpacking = Unpacking()
        while process.stdout is not None and (sent := await process.stdout.read(_AT_ONCE)):
            for packet in unpacking.feed(sent):
                self._pass_on(packet)

    def _pass_on(self, packet: Packet) -> None:
        if packet.kind == PAPER:
            about, _, content = packet.payload.partition(b"\n")
            paper = Paper(**json.loads(about), content=content)
            self._tell("paper", url=f"/paper/{self._papers.offer(self.device, paper)}", name=paper.name)
        elif packet.kind != DRAWN:
            self._hear(packet)
        elif self.browser is not None:
            self.browser.draw(packet.payload)

    def _hear(self, packet: Packet) -> None:
        match packet.message:
            case {"t": "refused", "said": str(said)}:
                self._said = said
            case {"t": "unfinished", "is": bool(is_so)}:
                self._is_unfinished = is_so
                self._tell("unfinished", **{"is": is_so})
            case {"t": "sound", "urgency": str(urgency)}:
                self._tell("sound", urgency=urgency)
            case {"t": "theme", "name": str(name)}:
                self._tell("theme", name=name)

    def _tell(self, what: str, **facts: object) -> None:
        if self.browser is not None:
            self.browser.tell(what, **facts)


async def _note_errors(process: asyncio.subprocess.Process) -> None:
    """Write into the log what the station says on standard error."""
    while process.stderr is not None and (said := await process.stderr.read(_AT_ONCE)):
        for line in said.decode(errors="replace").splitlines():
            log.warning("process %d: %s", process.pid, line[:_LINE])
