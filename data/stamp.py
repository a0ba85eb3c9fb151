"""The time in the name of a file that is kept, as the store's clocks show it."""

from contextlib import closing
from pathlib import Path
from zoneinfo import ZoneInfo

from data import policy
from data.engine.connection import Connection
from data.opening import open_store
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.domain.values.errors import StoreError


def stamp(connection: Connection, now: Millis) -> str:
    """Return the time at a store that is open."""
    return _written(policy.current(connection).time_zone, now)


def stamp_of(path: Path, now: Millis) -> str:
    """Return the time at the store in a file; by the plan's clock where it cannot be read."""
    try:
        with closing(open_store(path, create_missing=False, older=True, only_looks=True)) as connection:
            return stamp(connection, now)
    except StoreError:
        return _written(Policy().time_zone, now)


def _written(zone: str, now: Millis) -> str:
    return f"{to_datetime(now, ZoneInfo(zone)):%Y%m%dT%H%M%S.%f}"
