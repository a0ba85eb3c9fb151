"""The pages: the list of stations, the one where a code is typed, and the one that shows a station."""

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from frontdesk import __version__
from frontdesk.domain.stations.devices import Device
from frontdesk.domain.stations.station import StationKind
from frontdesk.words import i18n
from frontdesk.words.browser import of_script
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from screens.kit.palettes import PALETTES

if TYPE_CHECKING:
    from jinja2 import Environment


def home(device: Device) -> str:
    """Return the page that lists the stations of a device."""
    return _page("home", title=_("stations"), stations=[(kind.value, word(kind)) for kind in device.kinds])


def pairing(wrong: str = "") -> str:
    """Return the page where a code is typed, with what is `wrong`."""
    return _page(
        "pairing",
        title=_("Pair this browser"),
        explained=_("On the store's machine, frontdesk serve pair shows a code. Type it here, once."),
        label=_("pairing code"),
        button=_("Pair"),
        wrong=wrong,
    )


def trouble(said: str) -> str:
    """Return the page that says what is wrong."""
    return _page("trouble", title=_("That did not work"), said=said)


def station(kind: StationKind) -> str:
    """Return the page that shows a station."""
    grounds = {setting: palette.ground["page"] for setting, palette in PALETTES.items()}
    return _page(
        "station", title=word(kind), kind=kind.value, version=__version__, words=json.dumps(of_script()),
        grounds=json.dumps(grounds),
    )  # fmt: skip


def _page(name: str, **parts: object) -> str:
    language = "zh-CN" if i18n.language() == "zh" else "en"
    return _environment().get_template(f"{name}.html.j2").render(language=language, **parts)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 - slow to load

    def source(name: str) -> str:
        return files("frontdesk.web").joinpath("templates", name).read_text(encoding="utf-8")

    return Environment(loader=FunctionLoader(source), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
