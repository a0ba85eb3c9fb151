"""The schema: the numbered scripts beside this file, each applied once, by one process at a time."""

from collections.abc import Callable
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from data import policy as policies
from data.cases import search_terms, templates
from data.engine.connection import Connection, schema_version, stoppable
from data.engine.turns import begin
from data.engine.version import SCHEMA_VERSION, SCRIPTS
from frontdesk.domain.escalations.plan import plan_for
from frontdesk.domain.escalations.terms import Kind
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import SECOND


def _default_policy(connection: Connection) -> None:
    policies.put(connection, Policy(), at=0, who="")


def _chains_of_calls(connection: Connection) -> None:
    # What is on record runs on by the policy in force.
    policy = policies.current(connection)
    for kind in Kind:
        plan = plan_for(kind, policy)
        connection.execute(
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
    connection.execute("drop table escalations_001")
    connection.execute("update tickets set expires_at = issued_at + ?", (policy.diversion_s * SECOND,))


def _search_and_templates(connection: Connection) -> None:
    search_terms.index_all(connection)
    templates.put_defaults(connection)


def _words_of_customers(connection: Connection) -> None:
    search_terms.index_all(connection)
    search_terms.index_all_words(connection)


FILLED_BY: dict[str, Callable[[Connection], None]] = {
    "001_first_schema": _default_policy,
    "002_escalations_as_a_closed_loop": _chains_of_calls,
    "003_the_complaint_queue_in_full": _search_and_templates,
    "004_the_stores_lists_and_the_customers_words": _words_of_customers,
}
"""The functions that fill the tables of a script, besides what the script itself puts there."""


def _migrations() -> Migrations:
    """Return the scripts of this folder as migrations; each is on record under its name."""
    found = Migrations("frontdesk")
    for script in SCRIPTS:
        found(name=f"m{script.stem}")(_run(script))
    return found


def migrate(connection: Connection) -> None:
    """Bring the store to this program's schema; a second process finds nothing to do."""
    db = Database(connection, execute_plugins=False)
    begin(connection)
    try:
        if schema_version(connection) < SCHEMA_VERSION:
            with stoppable(connection):
                _migrations().apply(db)
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        # A full disk makes SQLite roll back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _run(script: Path) -> Callable[[Database], None]:
    def run(db: Database) -> None:
        for statement in _statements(script.read_text(encoding="utf-8")):
            db.conn.execute(statement)
        if fill := FILLED_BY.get(script.stem):
            fill(db.conn)

    return run


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
