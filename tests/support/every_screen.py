"""Loads every screen and dialog, for a test that asks something of all of them."""

from importlib import import_module
from pkgutil import walk_packages

import screens


def load_every_screen() -> None:
    """Load all modules of `screens`."""
    for module in walk_packages(screens.__path__, "screens."):
        import_module(module.name)
