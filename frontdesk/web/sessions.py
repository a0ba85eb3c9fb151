"""All sessions of a server: who may have how many, which one a page that comes again goes on with."""

import asyncio

from frontdesk.web.limits import Limits
from frontdesk.web.papers import Papers
from frontdesk.web.session import ChildProgram, Session
from frontdesk.web.window import Window


class TooManyError(Exception):
    """No further session may be opened; its words say which limit was met."""


class Sessions:
    """Opens, keeps and ends sessions."""

    def __init__(self, program: ChildProgram, limits: Limits) -> None:
        self._program = program
        self._limits = limits
        self.papers = Papers()
        self._open: list[Session] = []
        self._turn = asyncio.Lock()

    async def take(self, kind: str, device: int, wanted: str, window: Window) -> Session:
        """Return the session that a page goes on with: its own, else one that no page shows, else a new one.

        Raises `TooManyError`.
        """
        async with self._turn:
            self._open = [session for session in self._open if session.is_running]
            of_kind = [each for each in self._open if each.device == device and each.kind == kind]
            own = next((each for each in of_kind if each.id == wanted), None)
            found = own or next((each for each in of_kind if each.browser is None), None)
            if found is not None:
                return found
            if len(of_kind) >= self._limits.of_a_kind:
                raise TooManyError("kind")
            if len(self._open) >= self._limits.sessions:
                raise TooManyError("sessions")
            session = Session(kind, device, self._program, self._limits, self.papers)
            await session.start(window)
            self._open.append(session)
            return session

    def running(self) -> list[Session]:
        """Return the sessions whose stations run."""
        return [session for session in self._open if session.is_running]

    async def end(self, ended: list[Session], why: str) -> None:
        """End some sessions, and tell their pages why."""
        for session in ended:
            if session.browser is not None:
                session.browser.bye(why)
                session.browser = None
        await asyncio.gather(*(session.end() for session in ended))

    async def end_forgotten(self) -> None:
        """End the sessions that no page has shown for too long."""
        before = asyncio.get_running_loop().time() - self._limits.kept_s
        await self.end([each for each in self.running() if each.browser is None and each.detached_at < before], "")

    async def end_all(self) -> None:
        """End every session, because the server ends."""
        async with self._turn:
            await self.end(self.running(), "server")
