"""What each of our servers answers browsers: the files of its pages, and how it is trusted."""

from pathlib import Path

from aiohttp import web

from frontdesk.machine.sound import SOUNDS
from frontdesk.web import pages
from frontdesk.web.reach import Reach

_STATIC = Path(__file__).parent / "static"


class Common:
    """The answers that need no sign-in."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._files = _static_files()

    def routes(self) -> list[web.RouteDef]:
        """Return where they are asked for."""
        return [
            web.get("/trust", self._trust),
            web.get("/ca", self._authority),
            web.get("/static/{name:.+}", self._static),
        ]

    @property
    def is_own_authority(self) -> bool:
        """Whether browsers can be told to trust this server."""
        return self._reach.authority is not None

    async def _trust(self, _request: web.Request) -> web.Response:
        if not self.is_own_authority:
            raise web.HTTPNotFound
        return html(pages.trust())

    async def _authority(self, _request: web.Request) -> web.Response:
        if self._reach.authority is None:
            raise web.HTTPNotFound
        headers = {"Content-Disposition": f'attachment; filename="{pages.AUTHORITY_FILE}"'}
        return web.Response(body=self._reach.authority, content_type="application/x-x509-ca-cert", headers=headers)

    async def _static(self, request: web.Request) -> web.StreamResponse:
        file = self._files.get(request.match_info["name"])
        if file is None:
            raise web.HTTPNotFound
        return web.FileResponse(file, headers={"Cache-Control": "no-cache"})


def html(page: str, status: int = 200) -> web.Response:
    """Return a page as an answer."""
    return web.Response(text=page, content_type="text/html", charset="utf-8", status=status)


def system_of(agent: str) -> str:
    """Return which system a browser says that it runs on: enough to tell one device from another."""
    return agent.partition("(")[2].partition(")")[0]


def signed_in(reach: Reach, cookie: str, token: str, kept_for_s: int) -> web.Response:
    """Return the answer that gives a browser its cookie, and leads it to the first page."""
    response = web.Response(status=303, headers={"Location": "/"})
    is_secure = reach.names.scheme == "https"
    response.set_cookie(cookie, token, max_age=kept_for_s, httponly=True, samesite="Strict", secure=is_secure, path="/")
    return response


def _static_files() -> dict[str, Path]:
    """Return the files that browsers get, by name; no other name leads to a file."""
    found = {file.relative_to(_STATIC).as_posix(): file for file in _STATIC.rglob("*") if file.is_file()}
    return found | {f"sounds/{file.name}": file for file in SOUNDS.glob("*.wav")}
