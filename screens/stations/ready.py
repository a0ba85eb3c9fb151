"""The dialogs that are loaded once the first picture stands, so that the first key need not wait for them."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

_ROOMS = ("zone", "escalations", "people", "incidents")
"""Where a customer or an emergency waits for the key. Any other dialog is loaded when it is opened first."""


def dialogs() -> Iterator[str]:
    """Give their modules."""
    for room in _ROOMS:
        for module in iter_modules(import_module(f"screens.{room}").__path__, f"screens.{room}."):
            yield module.name
