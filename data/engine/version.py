"""The version of the schema that this program writes."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
else:
    try:
        # The wheel carries an SQLite without the WAL-reset bug; sqlite-utils prefers it too.
        import pysqlite3 as sqlite3
    except ImportError:
        pass

SCHEMA_VERSION = 3
"""How many migrations this program knows; the database keeps its own number in `user_version`."""
