"""The pages: the list of stations, the one where a code is typed, and the one that shows a station."""

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from frontdesk import __version__
from frontdesk.domain.stations.devices import Device
from frontdesk.domain.stations.station import StationKind
from frontdesk.words import i18n
from frontdesk.words.browser import of_office_script, of_script
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from screens.kit.palettes import PALETTES

if TYPE_CHECKING:
    from jinja2 import Environment


AUTHORITY_FILE = "frontdesk-ca.crt"
_TRUSTING = (
    (N_("Windows: Edge, Chrome"), f'certutil -user -addstore Root "%USERPROFILE%\\Downloads\\{AUTHORITY_FILE}"'),
    ("macOS", f"security add-trusted-cert -k ~/Library/Keychains/login.keychain-db ~/Downloads/{AUTHORITY_FILE}"),
    (
        N_("Linux: Chrome, Chromium"),
        f'certutil -d sql:$HOME/.pki/nssdb -A -t "C,," -n frontdesk -i ~/Downloads/{AUTHORITY_FILE}',
    ),
)


def home(device: Device, *, trusted: bool = False) -> str:
    """Return the page that lists the stations of a device; `trusted`: browsers can be told to trust this server."""
    kinds = [(kind.value, word(kind)) for kind in device.kinds]
    return _page("home", title=_("stations"), stations=kinds, trust=_to_trust(trusted))


def pairing(wrong: str = "", *, trusted: bool = False) -> str:
    """Return the page where a code is typed, with what is `wrong`."""
    explained = _("On the store's machine, frontdesk serve pair shows a code. Type it here, once.")
    asked = {"title": _("Pair this browser"), "label": _("pairing code"), "button": _("Pair")}
    return _page("pairing", action="/pair", explained=explained, wrong=wrong, trust=_to_trust(trusted), **asked)


def office_sign_in(wrong: str = "", *, trusted: bool = False) -> str:
    """Return the page where head office's access code is typed, with what is `wrong`."""
    explained = _("Whoever runs head office gives you an access code: frontdesk group readers add.")
    asked = {"title": _("Head office: sign in"), "label": _("access code"), "button": _("Sign in")}
    return _page("pairing", action="/sign-in", explained=explained, wrong=wrong, trust=_to_trust(trusted), **asked)


def trust() -> str:
    """Return the page that says how a machine is told to trust this server."""
    return _page(
        "trust",
        title=_("Have this machine trust the server"),
        first=_("Save this file, once on each machine:"),
        file=AUTHORITY_FILE,
        then=_("Then, for the browser you use:"),
        lines=[(_(system), line) for system, line in _TRUSTING],
        others=[
            _("Windows: press Win+R, put the line in and press Enter. It asks back; compare the thumbprint (sha1)"
            " with the one that frontdesk serve --lan shows."),
            _("Firefox: Settings, Privacy & Security, View Certificates, Authorities, Import; tick websites."),
            _("iPad: install the profile, then Settings, General, About, Certificate Trust Settings."),
            _("Android: Settings, Security, Install a certificate, CA certificate."),
        ],
        after=_("Close the browser and open it again."),
    )  # fmt: skip


def trouble(said: str) -> str:
    """Return the page that says what is wrong."""
    return _page("trouble", title=_("That did not work"), said=said)


def station(kind: StationKind) -> str:
    """Return the page that shows a station."""
    return _terminal(kind.value, word(kind), of_script())


def office() -> str:
    """Return the page that shows head office's dashboard."""
    return _terminal("office", _("head office"), of_office_script())


def _terminal(kind: str, title: str, words: dict[str, str]) -> str:
    grounds = {setting: palette.ground["page"] for setting, palette in PALETTES.items()}
    return _page(
        "station", title=title, kind=kind, version=__version__, words=json.dumps(words),
        grounds=json.dumps(grounds),
    )  # fmt: skip


def _to_trust(trusted: bool) -> str:
    return _("The browser warns of this page? Have this machine trust the server.") if trusted else ""


def _page(name: str, **parts: object) -> str:
    language = "zh-CN" if i18n.language() == "zh" else "en"
    return _environment().get_template(f"{name}.html.j2").render(language=language, **parts)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 - slow to load

    def source(name: str) -> str:
        return files("frontdesk.web").joinpath("templates", name).read_text(encoding="utf-8")

    return Environment(loader=FunctionLoader(source), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
