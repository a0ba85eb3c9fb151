"""The certificate for the store's network: what it is for, how long it holds, when it is made anew, who may read it."""

import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from private import is_private

from frontdesk.domain.values.errors import InputError
from frontdesk.machine import certificates
from frontdesk.machine.certificates import HOLDS, given, own
from frontdesk.machine.network import Called, called, names_from
from frontdesk.web.reach import InNetwork

NOW = datetime.now(UTC)
CALLED = Called(("desk", "desk.local"), ("192.168.1.5",))
DAY = timedelta(days=1)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def meets(folder: Path, name: str, authority: bytes | None) -> bool:
    """Whether a browser that trusts this authority alone takes the certificate for this name."""
    assert authority is not None
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(folder / "server.pem")
    client = ssl.create_default_context(cadata=authority.decode())
    there, back = ssl.MemoryBIO(), ssl.MemoryBIO()
    asking = client.wrap_bio(back, there, server_hostname=name)
    answering = server.wrap_bio(there, back, server_side=True)
    for _round in range(3):
        for side in (asking, answering):
            try:
                side.do_handshake()
            except ssl.SSLWantReadError:
                continue
            except ssl.SSLCertVerificationError:
                return False
    return asking.version() is not None


def test_it_holds_for_two_years_and_is_the_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "certificates"
    found = own(folder, CALLED, NOW)
    certificate = x509.load_pem_x509_certificate(found.file.read_bytes())
    assert certificate.not_valid_after_utc - certificate.not_valid_before_utc == HOLDS == 730 * DAY
    assert contents(folder).keys() == {"authority.pem", "server.pem"}
    assert all(is_private(file) for file in folder.iterdir())
    assert is_private(folder, 0o700)
    for name in ("desk", "desk.local", "192.168.1.5", "localhost", "127.0.0.1"):
        assert meets(folder, name, found.authority), name
    for name in ("desk.example", "192.168.1.6"):
        assert not meets(folder, name, found.authority), name


@pytest.mark.parametrize(
    ("then", "later", "is_new", "is_new_authority"),
    [
        (CALLED, timedelta(), False, False),
        (CALLED, HOLDS - 31 * DAY - timedelta(seconds=2), False, False),
        (CALLED, HOLDS - 31 * DAY, True, False),  # a month before it runs out
        (CALLED, HOLDS + DAY, True, False),
        (CALLED, 20 * 365 * DAY, True, True),
        (CALLED, -2 * DAY, True, True),  # the machine's clock was wrong when they were made
        (Called(CALLED.names, ("192.168.1.6",)), DAY, True, False),
        (Called(CALLED.names, ()), DAY, True, False),
        (Called(CALLED.names, ("192.168.1.5", "10.1.1.1", "172.31.0.9", "100.64.0.1")), DAY, True, False),
        (Called(CALLED.names[:1], CALLED.addresses), DAY, True, False),
        (Called(("front", "front.local"), CALLED.addresses), DAY, True, True),
        (Called(CALLED.names, ("11.2.3.4",)), DAY, True, True),  # an address of the internet's, as some networks use
    ],
)
def test_when_it_is_made_anew(
    tmp_path: Path, then: Called, later: timedelta, is_new: bool, is_new_authority: bool
) -> None:
    now = NOW.replace(microsecond=0)
    own(tmp_path, CALLED, now)
    before = contents(tmp_path)
    own(tmp_path, then, now + later)
    after = contents(tmp_path)
    assert (before["server.pem"] != after["server.pem"]) == is_new
    assert (before["authority.pem"] != after["authority.pem"]) == is_new_authority
    # And then it stays.
    found = own(tmp_path, then, now + later)
    assert contents(tmp_path) == after
    if later == DAY:
        for name in (*then.names, *then.addresses):
            assert meets(tmp_path, name, found.authority), name


@pytest.mark.parametrize("name", ["authority.pem", "server.pem"])
@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b"-----BEGIN CERTIFICATE-----\n", None])
def test_what_cannot_be_used_is_made_anew(tmp_path: Path, name: str, content: bytes | None) -> None:
    own(tmp_path, CALLED, NOW)
    if content is None:
        # Another server made both at the same instant.
        own(tmp_path / "other", CALLED, NOW)
        content = (tmp_path / "other" / name).read_bytes()
    (tmp_path / name).write_bytes(content)
    assert meets(tmp_path, "desk", own(tmp_path, CALLED, NOW).authority)


@pytest.mark.parametrize("name", ["bank.example", "8.8.8.8", "desk.evil.example"])
def test_with_the_authoritys_key_nobody_passes_for_another_server(tmp_path: Path, name: str) -> None:
    found = own(tmp_path, CALLED, NOW)
    authority = certificates._read(tmp_path / "authority.pem")
    assert authority is not None
    stolen = Called(("localhost",), (name,)) if name[0].isdigit() else Called((name,), ())
    certificates._certificate(authority, stolen, NOW).to_file(tmp_path / "server.pem")
    assert not meets(tmp_path, name, found.authority)


def test_a_certificate_of_the_stores_own(tmp_path: Path) -> None:
    own(tmp_path, CALLED, NOW)
    authority, file = certificates._read(tmp_path / "authority.pem"), tmp_path / "of-the-store.pem"
    assert authority is not None
    of_the_store = Called(("desk.store.example", "*.store.example"), ("10.0.0.9",))
    certificates._certificate(authority, of_the_store, NOW).to_file(file)
    assert given(file, file).names == (*of_the_store.names, *of_the_store.addresses)
    reach = InNetwork(443, lambda _called: given(file, file), lambda: CALLED)
    assert reach.names.hosts >= {"desk.store.example", "10.0.0.9", "192.168.1.5"}
    assert reach.names._is_own("front.store.example")
    for foreign in ("store.example", "a.b.store.example", "*.store.example", "front.store.example:443"):
        assert not reach.names._is_own(foreign), foreign
    assert reach.authority is None


def test_one_that_cannot_be_used_is_refused(tmp_path: Path) -> None:
    made, other = own(tmp_path / "a", CALLED, NOW).file, own(tmp_path / "b", CALLED, NOW).file
    locked, nonsense = tmp_path / "locked.pem", tmp_path / "nonsense.pem"
    nonsense.write_text("x")
    key = serialization.load_pem_private_key(made.read_bytes(), None)
    locked.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(b"secret"),
        )
    )
    for file, key_file in (
        (made, other),
        (made, locked),
        (made, nonsense),
        (made, tmp_path / "none"),
        (nonsense, made),
    ):
        with pytest.raises(InputError, match="bad_certificate"):
            InNetwork(8420, lambda _called, file=file, key=key_file: given(file, key), lambda: CALLED)


@pytest.mark.parametrize(
    ("host", "names"),
    [
        ("DESKTOP-7", ("desktop-7", "desktop-7.local")),
        ("store.lan", ("store", "store.local", "store.lan")),
        ("Mac.local", ("mac", "mac.local")),
        ("front_desk", ("front_desk", "front_desk.local")),
        ("前台", ("xn--ldrt3b", "xn--ldrt3b.local")),
        ("localhost", ()), ("localhost.localdomain", ()), ("", ()), (".", ()), ("a" * 64, ()), ("a b", ()), ("*", ()),
    ],
)  # fmt: skip
def test_the_machines_names(host: str, names: tuple[str, ...]) -> None:
    assert names_from(host) == names


def test_this_machine_has_no_address_that_only_it_knows() -> None:
    assert not [address for address in called().addresses if address.startswith(("127.", "169.254.", "0."))]
