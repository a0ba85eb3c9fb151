"""The escalations on record, each raised once, no matter who sees it first."""

from collections.abc import Iterator
from functools import lru_cache

from data.engine.asked_once import asked_once
from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each, note
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.limits import Breach
from frontdesk.domain.escalations.plan import Plan, plan_for
from frontdesk.domain.escalations.reasons import EscalationReason
from frontdesk.domain.escalations.subject import Subject
from frontdesk.domain.escalations.terms import CALLS, CROWDING, Action, Chain, Kind, Outcome, State, Why
from frontdesk.domain.picture.unreadable import SENSELESS
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused

_COLUMNS = (
    "id, kind, subject, plate, crossed_at, raised_at, state, revision, plan, level, based_at, called_at, calls,"
    " continues, told_at, told_by, acknowledged_at, acknowledged_by, acted_at, acted_by, action, verify_at,"
    " cleared_at, cleared_by, cleared_from, outcome, why, explained_by"
)
_CALLS = ", ".join(f"'{kind}'" for kind in sorted(CALLS))
_HEARD = (
    f"coalesce((select level from steps where escalation_id = escalations.id and delivered = 1 and kind in ({_CALLS})"
    " order by steps.id desc limit 1), 0)"
)
_NAMES = (*_COLUMNS.replace(",", "").split(), "heard")
_CARRIED_ON = (
    "cleared_from", "plan", "level", "based_at", "called_at", "calls", "told_at", "told_by", "acknowledged_at",
    "acknowledged_by", "acted_at", "acted_by", "action", "verify_at",
)  # fmt: skip
"""The fields an escalation takes over from the one it continues, because the prompt that is up goes on."""
_FEW = ", ".join(f"'{kind}'" for kind in Kind if kind is not Kind.COMPLAINT_DUE)
_CROWDED = (
    "from visits v join escalations e indexed by escalations_crowded on e.kind = 'over_count'"
    " where v.id = ?1 and (v.left_at is null or e.crossed_at < v.left_at) and exists (select 1 from stays s"
    " join places on key = s.place where s.visit_id = v.id and places.kind in ('bay', 'lane')"
    " and (e.cleared_at is null or s.started_at < e.cleared_at) and (s.ended_at is null or s.ended_at > e.crossed_at))"
)
"""The over-counts that stood while a visit was in the zone."""
_UNCLEARED: Row = {
    "cleared_at": None, "cleared_by": "", "cleared_from": None, "outcome": None, "why": None, "explained_by": "",
}  # fmt: skip


@asked_once
def open_ones(connection: Connection) -> tuple[Escalation, ...]:
    """Return the escalations of the zone and the lounge that still stand, oldest crossing first; they are few."""
    return select(connection, f"where kind in ({_FEW}) and cleared_at is null order by crossed_at, id")


def closed_lately(connection: Connection, limit: int = 20) -> tuple[Escalation, ...]:
    """Return the escalations raised last that are cleared, newest first."""
    return select(connection, "where cleared_at is not null order by id desc limit ?", limit)


def since(connection: Connection, at: Millis) -> Iterator[Escalation]:
    """Give every escalation crossed at or after an instant, in order of crossing."""
    return _each(connection, "where crossed_at >= ? order by crossed_at, id", at)


def count(connection: Connection) -> int:
    """Return how many escalations are on record."""
    return int(connection.execute("select count(*) from escalations").fetchone()[0])


def lately(connection: Connection, limit: int) -> tuple[Escalation, ...]:
    """Return the escalations crossed last, newest first."""
    return select(connection, "order by crossed_at desc, id desc limit ?", limit)


def series(connection: Connection, escalation: Escalation) -> tuple[Escalation, ...]:
    """Return all crossings that belong to one prompt, in order."""
    return select(connection, "where id = ? or continues = ? order by id", escalation.prompt, escalation.prompt)


def at_visit(connection: Connection, visit: int) -> tuple[Escalation, ...]:
    """Return the crowding a visit met, oldest first: its own over-stays, the over-counts while it was in the zone."""
    return select(
        connection,
        "where id in (select id from escalations where kind = 'over_stay' and subject = ?2"
        f" union all select e.id {_CROWDED} and e.cleared_at is null"
        f" union all select e.id {_CROWDED} and e.cleared_at > v.arrived_at)"
        " and coalesce(outcome, '') not in ('corrected', 'undone') order by crossed_at, id",
        visit, str(Subject.of_visit(visit)),
    )  # fmt: skip


def about(connection: Connection, subject: str) -> tuple[Escalation, ...]:
    """Return the escalations about one thing, oldest first."""
    return select(connection, "where subject = ? order by id", subject)


def get(connection: Connection, number: int) -> Escalation:
    """Return one escalation. Raises `Refused(NO_ESCALATION)` if there is none."""
    found = select(connection, "where id = ?", number)
    if not found:
        raise Refused(EscalationReason.NO_ESCALATION, number=number)
    return found[0]


def at_crossing(connection: Connection, breach: Breach) -> Escalation | None:
    """Return the escalation that is on record for this very crossing, cleared or not."""
    crossing = breach.kind, str(breach.subject), breach.crossed_at
    return next(iter(select(connection, "where kind = ? and subject = ? and crossed_at = ?", *crossing)), None)


def held(connection: Connection, breach: Breach, hold: Millis) -> Escalation | None:
    """Return the escalation whose prompt a new crossing continues, because it ended less than the hold time ago."""
    if breach.kind not in CROWDING:
        return None
    found = select(
        connection,
        "where kind = ? and subject = ? and outcome in ('cleared', 'unhandled') and cleared_at > ?"
        " and cleared_at <= ? order by cleared_at desc, id desc limit 1",
        breach.kind, str(breach.subject), breach.crossed_at - hold, breach.crossed_at,
    )  # fmt: skip
    return next(iter(found), None)


def raise_(transaction: Transaction, breach: Breach, at: Millis, policy: Policy, going_on: Escalation | None) -> int:
    """Put a breach on record; `going_on`: the escalation whose prompt it continues."""
    row: Row = {
        "kind": breach.kind,
        "subject": str(breach.subject),
        "plate": breach.plate,
        "crossed_at": breach.crossed_at,
        "raised_at": max(at, breach.crossed_at),
        "state": State.RAISED,
        "revision": 1,
        "plan": plan_for(breach.kind, policy, breach.chain).to_json(),
        "level": 0,
        "based_at": breach.crossed_at,
        "called_at": breach.crossed_at,
        "calls": 0,
    }
    if going_on is not None:
        row |= _carried_on(transaction.connection, going_on)
    return transaction.insert("escalations", row)


def reopen(transaction: Transaction, escalation: Escalation) -> None:
    """Reopen a cleared escalation whose situation turns out to stand after all; it continues where it was."""
    change(transaction, escalation, {"state": escalation.cleared_from, **_UNCLEARED})


def raise_anew(
    transaction: Transaction, escalation: Escalation, at: Millis, policy: Policy, chain: Chain = Chain.WORK
) -> None:
    """Raise an escalation again that was over; nobody has it, and its chain, by the present policy, begins at `at`."""
    nobody: Row = {f"{done}_at": None for done in ("told", "acknowledged", "acted")}
    nobody |= {f"{done}_by": "" for done in ("told", "acknowledged", "acted")}
    plan = plan_for(escalation.kind, policy, chain).to_json()
    # Later than any call before, so that none is taken for one of these.
    base = max(at, escalation.called_at + 1)
    begun: Row = {"state": State.RAISED, "plan": plan, "level": 0, "based_at": base, "called_at": base}
    change(transaction, escalation, {**nobody, **begun, "action": None, "verify_at": None, **_UNCLEARED})


def clear(transaction: Transaction, escalation: Escalation, at: Millis, outcome: Outcome) -> None:
    """Close an escalation whose situation is over."""
    transaction.update(
        "escalations",
        escalation.id,
        {
            "state": State.CLEARED,
            "cleared_at": max(at, escalation.crossed_at),
            "cleared_by": transaction.actor.who,
            "cleared_from": escalation.state,
            "outcome": outcome,
            "revision": escalation.revision + 1,
        },
        where={"state": escalation.state},
    )


def change(transaction: Transaction, escalation: Escalation, values: Row) -> None:
    """Record what was done with an escalation that is still as it was seen."""
    transaction.update(
        "escalations",
        escalation.id,
        {**values, "revision": escalation.revision + 1},
        where={"revision": escalation.revision},
    )


def select(connection: Connection, tail: str, *values: object) -> tuple[Escalation, ...]:
    """Return the escalations that the rest of a statement chooses."""
    return tuple(_each(connection, tail, *values))


def _carried_on(connection: Connection, before: Escalation) -> Row:
    values = connection.execute(
        f"select {', '.join(_CARRIED_ON)} from escalations where id = ?", (before.id,)
    ).fetchone()
    row = dict(zip(_CARRIED_ON, values, strict=True))
    state = row.pop("cleared_from")
    return {**row, "state": state, "continues": before.prompt}


def _each(connection: Connection, tail: str, *values: object) -> Iterator[Escalation]:
    rows = connection.execute(f"select {_COLUMNS}, {_HEARD} from escalations {tail}", values)
    return each("escalations", rows, _escalation)


_plan = lru_cache(maxsize=64)(Plan.from_json)


def _plan_of(number: object, text: str, kind: Kind) -> Plan:
    """Return the stored plan; if it is not valid, that of the kind, so that the escalation still goes on."""
    try:
        return _plan(text)
    except SENSELESS:
        note("escalations", number, "plan")
        return plan_for(kind, Policy())


def _subject(number: object, text: str, kind: Kind) -> Subject:
    """Return the subject; if it cannot be read, one that matches nothing that exists."""
    try:
        return Subject.read(text)
    except ValueError:
        note("escalations", number, "subject")
        return Subject.of_zone() if kind is Kind.OVER_COUNT else Subject.of_visit(0)


def _escalation(row: tuple[object, ...]) -> Escalation:
    named = dict(zip(_NAMES, row, strict=True))
    kind = Kind(str(named["kind"]))
    named["kind"] = kind
    named["subject"] = _subject(named["id"], str(named["subject"]), kind)
    named["state"] = State(str(named["state"]))
    named["plan"] = _plan_of(named["id"], str(named["plan"]), kind)
    named["action"] = Action(str(named["action"])) if named["action"] else None
    named["cleared_from"] = State(str(named["cleared_from"])) if named["cleared_from"] else None
    named["outcome"] = Outcome(str(named["outcome"])) if named["outcome"] else None
    named["why"] = Why(str(named["why"])) if named["why"] else None
    return Escalation(**named)  # type: ignore[arg-type]
