"""Single values about the store: how its own clock runs."""

import json
from dataclasses import asdict

from data.engine.connection import Connection
from frontdesk.domain.values.store_time import StoreTime


def pace(connection: Connection) -> StoreTime | None:
    """Return how the store's clock runs compared with the machine's; None for a real store, where they agree."""
    row = connection.execute("select value from meta where key = 'pace'").fetchone()
    return None if row is None else StoreTime(**json.loads(row[0]))


def set_pace(connection: Connection, pace: StoreTime) -> None:
    """Make the store's clock run as `pace` says (a demo, a replay)."""
    connection.execute(
        "insert into meta (key, value) values ('pace', ?) on conflict (key) do update set value = excluded.value",
        (json.dumps(asdict(pace)),),
    )
