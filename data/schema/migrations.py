"""The schema, as numbered migrations; applied one process at a time."""

from importlib.resources import files

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from data import policy as policies
from data.cases import search_terms, templates
from data.engine.connection import Connection, begin, schema_version, stoppable
from data.engine.version import SCHEMA_VERSION
from frontdesk.domain.escalations.plan import plan_for
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import SECOND

migrations = Migrations("frontdesk")


@migrations()
def m001_first_schema(db: Database) -> None:
    """The tables of the first version, the default policy and its places."""
    _run(db, "001_first.sql")
    policies.put(db.conn, Policy(), at=0, who="")


@migrations()
def m002_escalations_as_a_closed_loop(db: Database) -> None:
    """The chain, tasks, tickets that are called, duties. What is on record runs on by the policy in force."""
    _run(db, "002_escalations.sql")
    policy = policies.current(db.conn)
    for kind in Kind:
        plan = plan_for(kind, policy)
        db.conn.execute(
            "insert into escalations (id, kind, subject, plate, crossed_at, raised_at, state, revision, plan, level,"
            " based_at, called_at, calls, told_at, told_by, acknowledged_at, acknowledged_by, acted_at, acted_by,"
            " action, verify_at, cleared_at, cleared_by, outcome, cleared_from)"
            " select id, kind, subject, plate, crossed_at, raised_at, state, revision, ?, 1, crossed_at, raised_at, 1,"
            " told_at, told_by, acknowledged_at, acknowledged_by, acted_at, acted_by, action, acted_at + ?, cleared_at,"
            " cleared_by, outcome, case when cleared_at is null then null when acted_at is not null then 'acted'"
            " when acknowledged_at is not null then 'acknowledged' else 'raised' end"
            " from escalations_001 where kind = ?",
            (plan.to_json(), plan.verify, kind),
        )
    db.conn.execute("drop table escalations_001")
    db.conn.execute("update tickets set expires_at = issued_at + ?", (policy.diversion_s * SECOND,))


@migrations()
def m003_the_complaint_queue_in_full(db: Database) -> None:
    """Inquiries, pauses, quality's part, closing, penalties; what is on record can be searched."""
    _run(db, "003_cases.sql")
    search_terms.index_all(db.conn)
    templates.put_defaults(db.conn)


@migrations()
def m004_what_was_seen(db: Database) -> None:
    """A late reception that was seen is not taken on; a short crossing that nobody acted on is only counted."""
    _run(db, "004_seen.sql")


def migrate(connection: Connection) -> None:
    """Bring the store to this program's schema; a second process finds nothing to do."""
    db = Database(connection, execute_plugins=False)
    begin(connection)
    try:
        if schema_version(connection) < SCHEMA_VERSION:
            with stoppable(connection):
                migrations.apply(db)
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        # A full disk makes SQLite roll back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _run(db: Database, script: str) -> None:
    for statement in _statements(files("data.schema").joinpath(script).read_text(encoding="utf-8")):
        db.conn.execute(statement)


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
