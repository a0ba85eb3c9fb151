"""Takes the pictures of stations in a browser in `.pictures`: `python tests/support/browser_pictures.py [--to FOLDER]`.

`frontdesk serve` shows the morning of `pictured_morning` to the system's Chromium, which playwright drives (pip install
playwright; it is no part of the extra `test`). The characters are those of Noto Sans CJK and DejaVu Sans Mono.
"""

import argparse
import importlib
import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pictured_morning
from chromium import CHROMIUM, FLAGS
from PIL import Image

from frontdesk.desk.desk import Desk
from frontdesk.desk.stations import devices
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.stations.station import StationKind

_WINDOW = {"width": 1024, "height": 640}
_ROOT = Path(__file__).parents[2]
_STATIONS = {"zh": (StationKind.GUARD, StationKind.RECEPTION, StationKind.MANAGER), "en": (StationKind.MANAGER,)}
_NOBODY = {"zh": "请选择当班人员", "en": "Who is on shift?"}
_LATER = """
from frontdesk.domain.values.clock import SystemClock
now = SystemClock.now
SystemClock.now = lambda clock: now(clock) + {ahead}
"""
"""What each process of the server reads first: its clock goes on from the moment of the pictures."""
_LONG_ENOUGH_MS = 1500
"""By then a station has drawn what a key changed, and no dialog is too fresh for one."""


@contextmanager
def served(store: Path, language: str, ahead: int) -> Iterator[str]:
    """Serve a store in a language, with a clock so far ahead of the machine's; give the address."""
    store.with_name("sitecustomize.py").write_text(_LATER.format(ahead=ahead))
    named = {"FRONTDESK_DATABASE": str(store), "FRONTDESK_LANGUAGE": language, "PYTHONPATH": str(store.parent)}
    environment = {**os.environ, **named}
    command = [sys.executable, "-P", "-m", "frontdesk", "serve", "--port", "8420", "--json"]
    server = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        assert server.stdout is not None
        yield json.loads(server.stdout.readline())["address"]
    finally:
        server.terminate()
        server.wait()


def take(browser: Any, language: str, stores: Path) -> Iterator[tuple[str, bytes]]:
    """Pair the browser, open each station, sit down at it; give the name of each picture, and the picture."""
    store = stores / f"{language}.db"
    clock = pictured_morning.Since(pictured_morning.make(store, language))
    with Desk.open(store, Actor("serve", ""), clock) as desk:
        code = devices.offer(desk, tuple(StationKind))
    with served(store, language, clock.ahead) as address:
        tab = browser.new_page(viewport=_WINDOW)
        tab.goto(address)
        tab.fill("input[name=code]", code)
        if language == "zh":
            yield "browser-pairing-zh", tab.screenshot()
        tab.keyboard.press("Enter")
        tab.wait_for_selector("nav a")
        tab.evaluate("localStorage.setItem('hinted', '1')")
        for kind in _STATIONS[language]:
            tab.goto(f"{address}{kind}")
            tab.locator(".xterm-rows", has_text=_NOBODY[language]).wait_for()
            tab.wait_for_timeout(_LONG_ENOUGH_MS)
            tab.keyboard.press("1")
            tab.wait_for_timeout(_LONG_ENOUGH_MS)
            yield f"browser-{kind}-{language}", tab.screenshot()
        tab.close()


def main() -> None:
    """Take them all."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--to", type=Path, default=_ROOT / ".pictures")
    folder = asked.parse_args().to
    # Nothing else of the tests needs it, and a type checker has no use for it.
    playwright = importlib.import_module("playwright.sync_api")
    with tempfile.TemporaryDirectory() as stores, playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for language in _STATIONS:
            for name, picture in take(browser, language, Path(stores)):
                file = folder / f"{name}.png"
                Image.open(io.BytesIO(picture)).convert("RGB").quantize(96).save(file, optimize=True)
                print(file)
        browser.close()


if __name__ == "__main__":
    main()
