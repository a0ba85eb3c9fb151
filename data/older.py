"""Whether a store is of an older version than this program."""

import contextlib
import time
from pathlib import Path

from data.engine.connection import Connection, connect, errors_as_sentences, schema_version
from data.engine.version import SCHEMA_VERSION
from data.opening import APPLICATION_ID
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import StoreError

_OTHERS_UPDATE_S = 900.0
"""How long an update by somebody else is waited for."""


def is_older(path: Path) -> bool:
    """Whether a store has an older schema, after waiting for an update under way; False for a file that is no store."""
    give_up = time.monotonic() + _OTHERS_UPDATE_S
    while path.exists():
        try:
            # As `open_store` does: the journal of what may not be ours is not folded into it.
            with contextlib.closing(connect(path, untouched=Path(f"{path}-wal").exists())) as connection:
                return is_behind(connection, path)
        except StoreError as error:
            if error.reason is not StoreReason.BUSY:
                return False
            if time.monotonic() > give_up:
                raise
    return False


def is_behind(connection: Connection, path: Path) -> bool:
    """Whether an open store has an older schema than this program."""
    with errors_as_sentences(path):
        is_ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        return is_ours and schema_version(connection) < SCHEMA_VERSION
