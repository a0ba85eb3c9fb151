"""In the store's network: encrypted, under this machine's own names, by an authority that browsers can be told of."""

import asyncio
import socket
import ssl
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from browsed import Page

from frontdesk import __version__
from frontdesk.domain.stations.station import StationKind
from frontdesk.machine import certificates
from frontdesk.machine.network import Called
from frontdesk.web.checks import names_of
from frontdesk.web.reach import InNetwork

CALLED = Called(("desk", "desk.local"), ("192.168.1.5",))
LATER = Called(("desk", "desk.local"), ("192.168.1.77", "10.0.0.3"))


class Machine:
    """What the machine is called at the moment."""

    called = CALLED


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "certificates"


@pytest.fixture
def reach(port: int, machine: Machine, kept: Path) -> InNetwork:
    """As with --lan, but listening on 127.0.0.1."""
    found = InNetwork(port, lambda called: certificates.own(kept, called), lambda: machine.called)
    found.host = "127.0.0.1"
    return found


@pytest.fixture
def trusting(reach: InNetwork) -> ssl.SSLContext:
    """A browser's machine that was told to trust the authority, and nobody else."""
    assert reach.authority is not None
    return ssl.create_default_context(cadata=reach.authority.decode())


@pytest.fixture
def address(port: int) -> str:
    return f"https://127.0.0.1:{port}"


async def told(client: aiohttp.ClientSession, address: str, **headers: str) -> int:
    async with client.get(address, headers=headers) as answer:
        return answer.status


async def test_a_station_under_the_machines_names(start: Any, pair: Any, address: str, port: int) -> None:
    await start()
    guard = await pair(StationKind.GUARD)
    (cookie,) = guard.cookie_jar
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Strict")
    page = await Page(guard, address, "guard").open()
    await page.hears("hello")
    for host in ("127.0.0.1", "localhost", "desk", "desk.local", "192.168.1.5"):
        assert await told(guard, f"{address}/guard", Host=f"{host}:{port}") == 200, host
    foreign = ("evil.example", "192.168.1.6", "0.0.0.0", "desk.evil.example", "x.desk.local", "*.local", "DESK")
    for host in (*(f"{name}:{port}" for name in foreign), "desk", "192.168.1.5", f"desk:{port + 1}"):
        assert await told(guard, f"{address}/guard", Host=host) == 403, host
    size = {"columns": "100", "rows": "30", "version": __version__}
    for origin in (f"http://127.0.0.1:{port}", f"https://desk:{port}", "https://evil.example", "null"):
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            await guard.ws_connect(f"{address}/ws/guard", params=size, headers={"Origin": origin})


async def test_plain_http_gets_nothing(start: Any, stranger: Any, port: int) -> None:
    await start()
    with pytest.raises(aiohttp.ClientError):
        await stranger.get(f"http://127.0.0.1:{port}/")


async def test_the_authority_is_given_to_whoever_asks(start: Any, stranger: Any, address: str) -> None:
    """And the certificate verifies against it, under each name, with nothing else trusted."""
    await start()
    async with stranger.get(f"{address}/ca") as answer:
        authority = await answer.text()
        assert answer.content_type == "application/x-x509-ca-cert"
    assert "PRIVATE" not in authority
    port = int(address.rpartition(":")[2])
    context = ssl.create_default_context(cadata=authority)
    for name in ("127.0.0.1", "localhost", "desk", "desk.local", "192.168.1.5"):
        await asyncio.to_thread(verify, context, port, name)
    with pytest.raises(ssl.SSLCertVerificationError):
        await asyncio.to_thread(verify, context, port, "evil.example")
    async with stranger.get(f"{address}/") as answer:
        assert 'href="/trust"' in await answer.text()
    async with stranger.get(f"{address}/trust") as answer:
        said = await answer.text()
    assert "certutil -user -addstore Root" in said and "Firefox" in said and 'href="/ca"' in said


def verify(context: ssl.SSLContext, port: int, name: str) -> None:
    with socket.create_connection(("127.0.0.1", port)) as plain, context.wrap_socket(plain, server_hostname=name):
        pass


async def test_it_follows_the_machines_address(start: Any, stranger: Any, machine: Machine, address: str) -> None:
    """Without a new start: a service may run before the network does, and a router gives new addresses."""
    machine.called = Called()
    await start(looked_again_every_s=0.02)
    port = int(address.rpartition(":")[2])
    machine.called = LATER
    async with asyncio.timeout(10):
        while await told(stranger, f"{address}/", Host=f"10.0.0.3:{port}") != 200:
            await asyncio.sleep(0.02)
    assert await told(stranger, f"{address}/", Host=f"192.168.1.5:{port}") == 403
    async with stranger.get(f"{address}/ca") as answer:
        context = ssl.create_default_context(cadata=await answer.text())
    await asyncio.to_thread(verify, context, port, "10.0.0.3")


def test_plain_has_no_authority(port: int) -> None:
    plain = InNetwork(port, None, lambda: CALLED)
    assert (plain.context, plain.authority, plain.names.scheme) == (None, None, "http")
    named = ("127.0.0.1", "localhost", "desk", "desk.local", "192.168.1.5")
    assert plain.names.hosts == {f"{name}:{port}" for name in named}
    assert plain.address_at("desk") == f"http://desk:{port}/"


@pytest.mark.parametrize(("scheme", "port"), [("http", 80), ("https", 443)])
def test_the_usual_port_is_not_named(scheme: str, port: int) -> None:
    assert names_of(port, scheme, ("desk",)).hosts == {"127.0.0.1", "localhost", "desk"}
    assert names_of(port + 1, scheme).at("desk") == f"desk:{port + 1}"
