"""Asking the same again and again in a thread of its own, so that no key waits for an answer."""

import logging
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from frontdesk.domain.values.clock import Clock, Millis
from frontdesk.domain.values.errors import FrontdeskError

log = logging.getLogger(__name__)

T = TypeVar("T")


class Repeated(threading.Thread, Generic[T]):
    """Asks, hands the answer on, rests, and asks again; `wake` has it ask at once.

    `rest` says for how many seconds it rests after a question that took so many; None until it is woken.
    """

    def __init__(
        self,
        name: str,
        *,
        ask: Callable[[], T],
        tell: Callable[[T], object],
        fail: Callable[[FrontdeskError | None], object],
        rest: Callable[[float], float | None],
        clock: Clock,
    ) -> None:
        # One that hangs on an answer that never comes does not keep the program from ending.
        super().__init__(name=name, daemon=True)
        self._ask, self._tell, self._fail, self._rest, self._clock = ask, tell, fail, rest, clock
        self._woken, self._stopping = threading.Event(), False

    def wake(self) -> None:
        """Ask now."""
        self._woken.set()

    def stop(self) -> None:
        """Ask no more."""
        self._stopping = True
        self._woken.set()

    def run(self) -> None:
        """Ask until stopped; why there is no answer is handed on, None where nobody foresaw it."""
        while not self._stopping:
            self._woken.clear()
            began: Millis = self._clock.monotonic()
            try:
                self._tell(self._ask())
            except FrontdeskError as error:
                self._fail(error)
            except Exception:
                log.exception("%s: no answer", self.name)
                self._fail(None)
            self._woken.wait(self._rest((self._clock.monotonic() - began) / 1000))
