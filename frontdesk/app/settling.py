"""Loads what the first frame did not need."""

import asyncio
import gc
from importlib import import_module

from screens.stations.ready import dialogs

_REST_S = 0.02
"""How long it rests between two dialogs, so that a key that comes meanwhile waits for one of them at most."""


async def settle() -> None:
    """Load dialogs, and switch on the garbage collection that `commands.stations.open.prepare` switched off."""
    for dialog in dialogs():
        import_module(dialog)
        await asyncio.sleep(_REST_S)
    gc.collect()
    gc.freeze()
    gc.enable()
