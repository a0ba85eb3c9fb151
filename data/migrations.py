"""The schema, as numbered migrations; applied one process at a time."""

from importlib.resources import files

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from data import policies
from data.connection import SCHEMA_VERSION, Connection, begin
from frontdesk.domain.policy import Policy

migrations = Migrations("frontdesk")


@migrations()
def m001_first_schema(db: Database) -> None:
    """The tables of the first version, the default policy and its places."""
    for statement in _statements(files("data").joinpath("schema.sql").read_text(encoding="utf-8")):
        db.execute(statement)
    policies.put(db.conn, Policy(), at=0, who="")


def migrate(connection: Connection) -> None:
    """Bring the store to this program's schema; whoever comes second finds nothing to do."""
    db = Database(connection, execute_plugins=False)
    begin(connection)
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] < SCHEMA_VERSION:
            migrations.apply(db)
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> list[str]:
    found: list[str] = []
    lines: list[str] = []
    in_trigger = False
    for line in script.splitlines():
        if line.startswith("--") or not (line.strip() or lines):
            continue
        lines.append(line)
        in_trigger = in_trigger or line.startswith("create trigger")
        if line.rstrip() == "end;" or (not in_trigger and line.rstrip().endswith(";")):
            found.append("\n".join(lines))
            lines, in_trigger = [], False
    return found
