"""Where the server listens and how it is called there: on this machine alone, or in the store's network."""

import ssl
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from frontdesk.domain.machine import MachineReason
from frontdesk.domain.values.errors import InputError
from frontdesk.machine import network
from frontdesk.machine.network import Called
from frontdesk.web.checks import Names, names_of

if TYPE_CHECKING:
    from frontdesk.machine.certificates import Certificate


class Reach:
    """This machine alone."""

    host = "127.0.0.1"
    context: ssl.SSLContext | None = None
    authority: bytes | None = None
    """The certificate of the authority that browsers are to trust, if it is this machine's own."""
    called = Called()

    def __init__(self, port: int) -> None:
        self.port = port
        self.names: Names = names_of(port)

    def look_again(self) -> None:
        """See whether the machine's addresses or its certificate have changed."""

    def address_at(self, host: str) -> str:
        """Return the address of the first page, for one of the names."""
        return f"{self.names.scheme}://{self.names.at(host)}/"


class BehindProxy(Reach):
    """This machine alone, behind a proxy that browsers reach by an address of its own."""

    def __init__(self, port: int, address: str) -> None:
        """Raises `ValueError` for what is no address of a server, without anything behind it."""
        super().__init__(port)
        found = urlsplit(address)
        if found.scheme not in {"http", "https"} or not found.hostname or found.path.strip("/") or found.query:
            raise ValueError(address)
        usual = 443 if found.scheme == "https" else 80
        bare = Names(found.scheme, found.port or usual, frozenset())
        self.names = bare._replace(hosts=frozenset({bare.at(found.hostname)}))


class InNetwork(Reach):
    """The store's network too: each machine in it, under the names and addresses that this one has at the moment."""

    host = "0.0.0.0"

    def __init__(
        self,
        port: int,
        certificate_for: "Callable[[Called], Certificate] | None",
        called: Callable[[], Called] = network.called,
    ) -> None:
        """`certificate_for` gives the certificate for what the machine is called; without it nothing is encrypted."""
        super().__init__(port)
        self._find, self._certificate_for = called, certificate_for
        if certificate_for is not None:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.minimum_version = ssl.TLSVersion.TLSv1_2
        self.look_again()

    def look_again(self) -> None:
        """Take the names that the machine has now, and the certificate for them. Raises `InputError`."""
        called = self._find()
        more: tuple[str, ...] = ()
        if self.context is not None and self._certificate_for is not None:
            certificate = self._certificate_for(called)
            _load(self.context, certificate)
            self.authority, more = certificate.authority, certificate.names
        scheme = "http" if self.context is None else "https"
        self.called = called
        self.names = names_of(self.port, scheme, (*called.names, *called.addresses, *more))


def _load(context: ssl.SSLContext, certificate: "Certificate") -> None:
    try:
        # A key with a password would be asked for on the terminal, in the middle of everything.
        context.load_cert_chain(certificate.file, certificate.key, password="")
    except OSError as error:
        raise InputError(MachineReason.BAD_CERTIFICATE, path=certificate.file, detail=error) from error
