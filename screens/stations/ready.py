"""The dialogs of the stations: loaded once the first picture stands, so that the first key need not wait for them."""

from importlib import import_module
from pkgutil import walk_packages

import screens


def warm_up() -> None:
    """Load all dialogs."""
    for module in walk_packages(screens.__path__, "screens."):
        import_module(module.name)
