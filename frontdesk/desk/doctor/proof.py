"""Checking the records: SQLite's own check, the schema, the event chain, and every row against the events."""

from collections.abc import Iterable
from contextlib import closing
from datetime import date

from data import policy as policies
from data.engine import store_time
from data.engine.connection import Connection, stoppable
from data.engine.full_check import problems_in_full
from data.engine.parts import Parts, Progress, quietly
from data.figures import rollups
from data.journal import last_seq
from data.proof import heads, search, settings
from data.proof.chain import Chain
from data.proof.readable import Results, unreadable
from data.proof.schema import differences
from data.proof.tables import LOGGED, Folded, Mismatch, Rows
from data.proof.walk import walk
from data.rewritten import blocks, redactions
from frontdesk.desk.desk import Desk
from frontdesk.desk.doctor.finding import Finding, Level, safely
from frontdesk.domain.values.clock import DAY, Millis, to_datetime

_NAMED = 20
_DAYS_TOLD = 20
_LAST = 1000
"""How many of the latest events are checked in a larger store: what a busy day leaves behind."""
_LAST_DAYS = 7
_MEGABYTE = 1024 * 1024


def prove(desk: Desk, work: Parts) -> list[Finding]:
    """Return what is wrong with the records of a store, of which everything is looked at."""
    now = desk.now()

    def read(connection: Connection) -> list[Finding]:
        folded, chain, rows, results = Folded(), Chain(), Rows(), Results()
        found = [*safely("integrity", lambda: _integrity(connection, work.part("integrity")))]
        with stoppable(connection), closing(rows):
            walk(connection, [chain, rows, results], work.part("events"))
            found += [
                *_records(connection, chain, rows, folded, work.part("rows")),
                *safely("phones", lambda: _phones(connection)),
                *safely("search", lambda: _search(connection, work.part("search"))),
                *safely("shown", lambda: _shown(connection, results)),
                *safely("figures", lambda: _figures(connection, now, date.min, work.part("figures"))),
            ]
        facts: dict[str, object] = {"events": last_seq(connection), "rows": folded.rows, "tables": len(LOGGED)}
        return [*found, Finding("looked", "proved_all", facts=facts), Finding("looked", "not_provable")]

    return desk.read(read)


def prove_lately(desk: Desk) -> list[Finding]:
    """Return what is wrong with the latest records of a large store; it takes as long however large that is."""
    now = desk.now()

    def read(connection: Connection) -> list[Finding]:
        folded, chain, rows, last = Folded(), Chain(), Rows(), last_seq(connection)
        after = max(0, last - _LAST)
        since = to_datetime(now - _LAST_DAYS * DAY).date()
        with closing(rows):
            walk(connection, [chain, rows], quietly, after=after)
            found = [
                *_records(connection, chain, rows, folded, quietly),
                *safely("phones", lambda: _phones(connection, _LAST)),
                *safely("figures", lambda: _figures(connection, now, since, quietly)),
            ]
        megabytes = desk.path.stat().st_size // _MEGABYTE
        facts: dict[str, object] = {"events": last - after, "left": after, "megabytes": megabytes}
        return [*found, Finding("looked", "proved_part", facts=facts), Finding("looked", "not_provable")]

    return desk.read(read)


def _records(connection: Connection, chain: Chain, rows: Rows, folded: Folded, by_row: Progress) -> list[Finding]:
    return [
        *safely("schema", lambda: _schema(connection)),
        *safely("events", lambda: _events(connection, chain)),
        *safely("rows", lambda: _rows(connection, rows, folded, by_row)),
        *safely("policy", lambda: _policies(connection)),
    ]


def verify(desk: Desk, progress: Progress) -> list[Finding]:
    """Return whether the chain of events holds, from the first to the last, and where it ends."""

    def read(connection: Connection) -> list[Finding]:
        chain = Chain()
        with stoppable(connection):
            walk(connection, [chain], progress)
        found = safely("events", lambda: _events(connection, chain))
        end = heads.head(connection)
        if end is not None:
            found.append(Finding("head", "head", facts={"number": end.seq, "hash": end.hash[:16]}))
        return found

    return desk.read(read)


def _integrity(connection: Connection, progress: Progress) -> Iterable[Finding]:
    wrong = problems_in_full(connection, progress)
    yield Finding("integrity", "damaged", Level.PROBLEM, {"detail": wrong}) if wrong else Finding("integrity", "whole")


def _schema(connection: Connection) -> Iterable[Finding]:
    unlike = differences(connection)
    if not unlike:
        yield Finding("schema", "schema")
    for name, parts in (
        ("part_missing", unlike.missing),
        ("part_added", unlike.added),
        ("part_changed", unlike.changed),
    ):
        for part in parts:
            yield Finding("schema", name, Level.PROBLEM, {"part": part})


def _events(connection: Connection, chain: Chain) -> Iterable[Finding]:
    broken = chain.broken_link()
    if broken is None:
        yield Finding("events", "unbroken")
        if redacted := redactions(connection):
            yield Finding("events", "redacted", facts={"count": len(redacted)})
        if shortened := blocks(connection):
            yield Finding("events", "shortened", facts={"number": shortened[-1].last})
    else:
        name = "taken_out" if broken.missing else "broken"
        yield Finding("events", name, Level.PROBLEM, {"number": broken.seq})


def _rows(connection: Connection, rows: Rows, folded: Folded, progress: Progress) -> Iterable[Finding]:
    done = rows.compared(progress)
    folded.rows = done.rows
    found = [*done.found, *settings.unexplained_templates(connection)]
    yield from (_mismatch(each) for each in found)
    if done.count > len(done.found):
        yield Finding("rows", "more_rows", Level.PROBLEM, {"count": done.count - len(done.found)})
    if done.older:
        yield Finding("rows", "older_rows", facts={"count": done.older})
    if not found:
        yield Finding("rows", "rows", facts={"rows": done.rows})


def _policies(connection: Connection) -> Iterable[Finding]:
    wrong = settings.unexplained_policies(connection)
    yield from (_mismatch(each) for each in wrong)
    if otherwise := settings.begun_otherwise(connection):
        yield Finding("policy", "begun_otherwise", Level.PROBLEM, {"names": ", ".join(otherwise)})
    elif not wrong:
        yield Finding("policy", "policies")
    if strange := policies.in_force(connection).passed_over:
        yield Finding("policy", "passed_over", Level.WARNING, {"names": ", ".join(strange)})
    if not settings.places_agree(connection):
        yield Finding("policy", "places", Level.PROBLEM)
    for name in settings.strange_values(connection):
        yield Finding("policy", "strange_value", Level.PROBLEM, {"name": name})
    if store_time.pace(connection) is not None:
        yield Finding("policy", "pace", Level.WARNING)


def _phones(connection: Connection, lately: int | None = None) -> Iterable[Finding]:
    folded = settings.unlike_phones(connection, lately)
    for each in folded.found:
        name = "phone_of_nobody" if each.kind == "unexplained" else "phone"
        yield Finding("phones", name, Level.PROBLEM, {"number": each.id})
    if not folded.count:
        yield Finding("phones", "phones", facts={"count": folded.rows})


def _search(connection: Connection, progress: Progress) -> Iterable[Finding]:
    """Say which cases a search would not find, or would find by what is not theirs."""
    done = search.compare(connection, progress)
    yield from (Finding("search", "not_found", Level.PROBLEM, {"number": number}) for number in done.wrong)
    if done.count > len(done.wrong):
        yield Finding("search", "more_not_found", Level.PROBLEM, {"count": done.count - len(done.wrong)})
    if done.strays:
        yield Finding("search", "strays", Level.PROBLEM, {"count": done.strays})
    if wrong := search.wrong_plates(connection):
        yield Finding("search", "wrong_plates", Level.PROBLEM, {"count": wrong})
    if not done.count and not done.strays and not wrong:
        yield Finding("search", "search", facts={"count": done.cases})


def _shown(connection: Connection, results: Results) -> Iterable[Finding]:
    """Say which records cannot be shown as they are; of many only the first, and how many more."""
    found = sorted({*unreadable(connection), *results.unreadable()})
    for each in found[:_NAMED]:
        facts: dict[str, object] = {"table": each.table, "id": each.key, "detail": each.detail}
        yield Finding("shown", "not_shown", Level.PROBLEM, facts)
    if len(found) > _NAMED:
        yield Finding("shown", "more_not_shown", Level.PROBLEM, {"count": len(found) - _NAMED})
    if not found:
        yield Finding("shown", "shown")


def _figures(connection: Connection, now: Millis, first: date, progress: Progress) -> Iterable[Finding]:
    """Say whether the figures that are kept of days, from a first one on, are what the rows say."""
    count, wrong = rollups.wrong(connection, now, first, progress)
    for day in wrong[:_DAYS_TOLD]:
        yield Finding("figures", "wrong_figures", Level.PROBLEM, {"day": day.isoformat()})
    if not wrong:
        yield Finding("figures", "figures", facts={"count": count})


def _mismatch(each: Mismatch) -> Finding:
    facts: dict[str, object] = {
        "table": each.table,
        "id": each.id,
        "event": each.event,
        "columns": ", ".join(each.columns) or "—",
    }
    return Finding("rows", f"row_{each.kind}", Level.PROBLEM, facts)
