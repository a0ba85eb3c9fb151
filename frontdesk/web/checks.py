"""Who may ask for what: only pages of this server's own, under this server's own names."""

from collections.abc import Iterable
from typing import NamedTuple

from aiohttp import web

_HEADERS = {
    # The terminal writes the colours of its characters as styles; no script stands in a page.
    "Content-Security-Policy": "default-src 'self'; style-src 'self' 'unsafe-inline'; base-uri 'none';"
    " form-action 'self'; frame-ancestors 'none'; object-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}
OF_PAPER = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"
"""A paper is looked at and printed, and does nothing."""

_USUAL_PORTS = {"http": 80, "https": 443}


class Names(NamedTuple):
    """How this server is called by browsers that mean it."""

    scheme: str
    port: int
    hosts: frozenset[str]

    def refuse_foreign_host(self, request: web.Request) -> None:
        """Refuse a request to a name that is not this server's: somebody else's name can be led to any address."""
        named = request.headers.getall("Host", [])
        if len(named) != 1 or not self._is_own(named[0]):
            raise web.HTTPForbidden(text="host")

    def refuse_foreign_page(self, request: web.Request) -> None:
        """Refuse what no page of this server asked for; browsers say which page does."""
        self.refuse_foreign_host(request)
        if request.headers.getall("Origin", []) != [f"{self.scheme}://{request.headers['Host']}"]:
            raise web.HTTPForbidden(text="origin")

    def at(self, host: str) -> str:
        """Return a name as browsers send it: they leave out the usual port."""
        return host if self.port == _USUAL_PORTS[self.scheme] else f"{host}:{self.port}"

    def _is_own(self, named: str) -> bool:
        """Whether it is one of this server's names; a certificate of the store's own may be for `*.store.example`."""
        return "*" not in named and not self.hosts.isdisjoint({named, f"*.{named.partition('.')[2]}"})


def names_of(port: int, scheme: str = "http", further: Iterable[str] = ()) -> Names:
    """Return the names of this machine itself, and `further` ones."""
    bare = Names(scheme, port, frozenset())
    return bare._replace(hosts=frozenset(map(bare.at, ("127.0.0.1", "localhost", *further))))


async def add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    """Tell browsers what no page of ours does, and not to keep pages."""
    response.headers["Server"] = "frontdesk"
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
