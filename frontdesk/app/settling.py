"""Loads what the first frame did not need."""

import gc

from screens.stations.dialogs import warm_up


def settle() -> None:
    """Load the dialogs, and switch on the garbage collection that `commands.stations.open.prepare` switched off."""
    warm_up()
    gc.collect()
    gc.freeze()
    gc.enable()
