"""One store at a head office of its own."""

from pathlib import Path
from typing import Any

import postgres
import psycopg
from folded_rows import differences
from shipping import ship

from frontdesk.group import stores
from frontdesk.group.tables import bring_up_to_date


def unlike_its_store(path: Path) -> dict[str, list[Any]]:
    """By table, what head office has otherwise than the store, once it has all of its events."""
    with postgres.running() as server, psycopg.connect(f"{server} dbname=postgres", autocommit=True) as connection:
        bring_up_to_date(connection)
        stores.add(connection, "S1", "一店", "", 0)
        ship(connection, 1, path)
        return differences(path, connection, 1)
