"""Why something elsewhere was not reached, of what went wrong underneath."""

import socket
import ssl
from collections.abc import Iterator

from frontdesk.domain.machine import Unreached

_WHY: tuple[tuple[type[BaseException], Unreached], ...] = (
    (socket.gaierror, Unreached.UNKNOWN_NAME),
    (ssl.SSLError, Unreached.NOT_SECURE),
    (ConnectionRefusedError, Unreached.REFUSED),
    (TimeoutError, Unreached.NO_ANSWER),
    (ConnectionError, Unreached.CUT_OFF),
    (OSError, Unreached.NO_NETWORK),
)


def why(error: BaseException) -> Unreached:
    """Return why, by the innermost error that says it; a library's own errors only wrap those."""
    for each in reversed(list(_beneath(error))):
        for kind, found in _WHY:
            if isinstance(each, kind) and not _is_wrapping(each):
                return found
    return Unreached.CUT_OFF


def _beneath(error: BaseException) -> Iterator[BaseException]:
    found: BaseException | None = error
    seen: set[int] = set()
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        yield found
        found = getattr(found, "os_error", None) or found.__cause__ or found.__context__


def _is_wrapping(error: BaseException) -> bool:
    """Whether it is an error of a library that says only that another one lies beneath."""
    return hasattr(error, "os_error")
