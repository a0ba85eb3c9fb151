"""Why head office was not reached is said in words, whatever went wrong underneath."""

import asyncio
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

import pytest

from frontdesk.domain.group.reasons import GroupReason
from frontdesk.domain.machine import Unreached
from frontdesk.domain.values.errors import InputError
from frontdesk.machine import unreached
from frontdesk.machine.group.group_file import Group
from frontdesk.machine.group.office import reached
from frontdesk.words import i18n
from frontdesk.words.refusals.sentence import sentence

SAID = {
    Unreached.REFUSED: "联系不上总部（该地址没有应答的服务）",
    Unreached.NO_ANSWER: "联系不上总部（超时没有应答）",
    Unreached.UNKNOWN_NAME: "联系不上总部（找不到这个域名）",
    Unreached.NO_NETWORK: "联系不上总部（网络不通）",
    Unreached.NOT_SECURE: "联系不上总部（无法建立加密连接）",
    Unreached.CUT_OFF: "联系不上总部（连接中断）",
}


@contextmanager
def listening(*, hangs_up: bool = False, sends: bytes = b"") -> Iterator[int]:
    """Somebody at a port who is no head office; the port."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        kept: list[socket.socket] = []

        def serve() -> None:
            try:
                while True:
                    caller = server.accept()[0]
                    kept.append(caller)
                    if sends:
                        caller.sendall(sends)
                    if hangs_up:
                        caller.close()
            except OSError:
                return

        Thread(target=serve, daemon=True).start()
        yield int(server.getsockname()[1])
        for caller in kept:
            caller.close()


def why_not(url: str) -> InputError:
    async def asked() -> None:
        async with reached(Group(url, "S1", "x"), within_s=0.5) as office:
            await office.position()

    with pytest.raises(InputError) as refused:
        asyncio.run(asked())
    return refused.value


def check(error: InputError, why: Unreached) -> None:
    assert (error.reason, error.facts["detail"]) == (GroupReason.UNREACHABLE, why)
    with i18n.spoken("zh"):
        assert sentence(error).startswith(SAID[why])
    with i18n.spoken("en"):
        assert "Error" not in sentence(error)


def test_nobody_listens() -> None:
    with listening() as port:
        pass
    check(why_not(f"http://127.0.0.1:{port}"), Unreached.REFUSED)


def test_nobody_answers() -> None:
    with listening() as port:
        check(why_not(f"http://127.0.0.1:{port}"), Unreached.NO_ANSWER)


def test_it_hangs_up() -> None:
    with listening(hangs_up=True) as port:
        check(why_not(f"http://127.0.0.1:{port}"), Unreached.CUT_OFF)


def test_what_answers_is_not_encrypted() -> None:
    with listening(sends=b"HTTP/1.1 200 OK\r\n\r\n") as port:
        check(why_not(f"https://127.0.0.1:{port}"), Unreached.NOT_SECURE)


def test_nobody_knows_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_asked: Any, **_how: Any) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    check(why_not("https://group.example"), Unreached.UNKNOWN_NAME)


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (OSError(101, "Network is unreachable"), Unreached.NO_NETWORK),
        (ssl.SSLError(1, "wrong version"), Unreached.NOT_SECURE),
        (ConnectionResetError(), Unreached.CUT_OFF),
        (RuntimeError("?"), Unreached.CUT_OFF),
    ],
)
def test_what_lies_beneath_is_found(error: Exception, why: Unreached) -> None:
    wrapped = ValueError("a library's own")
    wrapped.__cause__ = error
    assert unreached.why(wrapped) is unreached.why(error) is why
