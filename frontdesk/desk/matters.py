"""Matters of any kind: what stands in the way of closing one, closing it, and agreeing anew on what is owed."""

from data import approvals, calendar, policy
from data.engine.connection import Connection
from data.engine.transaction import Transaction
from data.incidents import aftermath, incidents
from data.matters import dues, matters
from data.messages import messages
from data.plans import plans
from data.register import things
from data.rosters import rosters
from data.runs import runs
from data.weather import affected, decisions
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import check_manages, roster_of
from frontdesk.domain.approvals.approval import Approval, ApprovalState, Text, What, signing_post
from frontdesk.domain.cases.deadlines import in_working_days
from frontdesk.domain.incidents.aftermath import must_be_learned_from
from frontdesk.domain.journal.result import Result
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.events import MatterEvent
from frontdesk.domain.matters.matter import Matter, MatterKind, Obstacle, Outcome, check_close
from frontdesk.domain.matters.moved import check_moved
from frontdesk.domain.people.roles import first_of
from frontdesk.domain.people.staff import Post
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.text import whole_words
from frontdesk.domain.weather.decision import HOLDS

_LISTED = 1000
_SIGNED = frozenset({MatterKind.REVIEW, MatterKind.PLAN, MatterKind.ROSTER, MatterKind.SURVEY})
"""The kinds of matters that somebody has to sign."""


def listed(desk: Desk) -> tuple[Matter, ...]:
    """Return the open matters, next due first."""
    return desk.read(lambda connection: matters.open_ones(connection, _LISTED))


def shown(desk: Desk, number: int) -> Matter:
    """Return one matter. Raises `Refused(NO_MATTER)`."""
    return desk.read(lambda connection: matters.get(connection, number))


def obstacles(connection: Connection, matter: Matter) -> tuple[Obstacle, ...]:
    """Return what stands in the way of closing a matter."""
    signed, is_weather = approvals.of_matter(connection, matter.id), matter.kind is MatterKind.WEATHER
    found = {
        Obstacle.DUE: any(due.is_running for due in matter.dues),
        Obstacle.APPROVAL: any(each.decided_at is None for each in signed),
        Obstacle.NOT_APPROVED: matter.kind in _SIGNED and not _stands(signed),
        Obstacle.RUN: any(run.outcome is None for run in runs.of_matter(connection, matter.id)),
        Obstacle.NOT_PURGED: matter.kind is MatterKind.PURGE,
        Obstacle.THING_OUT: bool(things.out_for(connection, matter.id)),
        Obstacle.IN_FORCE: (matter.kind is MatterKind.PLAN and plans.is_in_force(connection, matter.id))
        or (matter.kind is MatterKind.ROSTER and rosters.is_in_force(connection, matter.id)),
        Obstacle.NOT_ENDED: matter.kind is MatterKind.INCIDENT and incidents.get(connection, matter.id).is_open,
        Obstacle.NOT_LEARNED_FROM: matter.kind is MatterKind.INCIDENT and _is_to_be_assessed(connection, matter.id),
        Obstacle.STILL_DECIDED: is_weather and decisions.get(connection, matter.id).state in HOLDS,
        Obstacle.MAKE_UP: is_weather and bool(affected.plain(connection, matter.id)),
        Obstacle.NOT_HANDED_BACK: matter.kind is MatterKind.PROGRESS,
        Obstacle.NO_RESULT: matter.kind is MatterKind.RESCUE,
        Obstacle.MESSAGE: messages.is_owed(connection, matter.id),
        Obstacle.PART: any(part.is_open for part in matters.parts(connection, matter.id)),
    }
    return tuple(obstacle for obstacle, stands in found.items() if stands)


def _is_to_be_assessed(connection: Connection, number: int) -> bool:
    """Whether something really happened of which nobody has said yet what was learned (I13)."""
    is_to_be = must_be_learned_from(incidents.get(connection, number))
    return is_to_be and aftermath.get(connection, number).assessed_at is None


def _stands(signed: tuple[Approval, ...]) -> bool:
    """Whether what was asked for last is signed or still asked for."""
    return bool(signed) and signed[-1].state not in {ApprovalState.REJECTED, ApprovalState.LAPSED}


def close(desk: Desk, number: int, why: str = "", operation: str | None = None) -> Result:
    """Close a matter; where something stands in the way, the manager closes it all the same and says why.

    Raises `Refused`: NO_MATTER, MATTER_CLOSED, MATTER_OPEN, NOT_YOUR_POST.
    """
    said = whole_words(why)

    def body(transaction: Transaction) -> Result:
        matter = matters.get(transaction.connection, number)
        standing = obstacles(transaction.connection, matter)
        check_close(matter, standing, said)
        check_manages(transaction)
        matters.close(transaction, number, Outcome.DROPPED if standing else Outcome.DONE)
        take_back(transaction, number)
        return Result(MatterEvent.CLOSE, number=number, facts={"why": said})

    return desk.do(body, operation)


def put_off(
    desk: Desk, number: int, name: DueName, becomes: Millis, *, why: str, operation: str | None = None
) -> Result:
    """Agree anew by when something owed is done.

    Raises `Refused`: NO_MATTER, NOT_YOUR_POST, DUE_ENDED, DUE_PAST, DUE_FAR, DUE_WHY.
    """
    said = whole_words(why)

    def body(transaction: Transaction) -> Result:
        matter = matters.get(transaction.connection, number)
        due = dues.running(transaction.connection, matter.id, name)
        check_manages(transaction)
        check_moved(due, becomes, said, transaction.now)
        dues.put_off(transaction, due, becomes, said)
        return Result(MatterEvent.PUT_OFF, number=number, facts={"due": name, "becomes": becomes})

    return desk.do(body, operation)


def owe_in_working_days(
    transaction: Transaction, matter: int, name: DueName, days: int, *,
    since: Millis | None = None, person: str = "", what: str = "",
) -> int:  # fmt: skip
    """Put on record that something is owed by close of business on the Nth working day from now, or from `since`."""
    connection, starts = transaction.connection, transaction.now if since is None else since
    terms = policy.current(connection), calendar.current(connection)
    due = in_working_days(starts, days, *terms)
    if due.at <= transaction.now:
        # Nobody can be late for what is only now asked of them.
        due = in_working_days(transaction.now, days, *terms)
    due_at = max(due.at, transaction.now)
    return dues.start(transaction, matter, name, due_at, person, provisional=due.provisional, what=what)


def ask_for_signatures(
    transaction: Transaction, matter: int, what: What, text: Text, roles: tuple[Post, ...], *,
    by: Millis | None = None, asked_by: str = "",
) -> None:  # fmt: skip
    """Ask for signatures on a text; what was asked for before lapses, and the first who signs owes it, as said `by`.

    `asked_by`: who asks for it, where that is somebody else than whoever does this.
    """
    take_back(transaction, matter, also_signed=True)
    approvals.ask(transaction, matter, what, text, roles, asked_by=asked_by)
    owe_signature(transaction, matter, roles[0], by=by)


def owe_signature(transaction: Transaction, matter: int, role: Post, *, by: Millis | None = None) -> None:
    """Whoever signs in a role owes it from now on: within the policy's working days, or by an instant."""
    roster = roster_of(transaction)
    first = first_of(signing_post(role, roster), roster.staff)
    person = first.name if first else ""
    if by is not None:
        dues.start(transaction, matter, DueName.APPROVAL, by, person)
        return
    days = policy.current(transaction.connection).approval_days
    owe_in_working_days(transaction, matter, DueName.APPROVAL, days, person=person)


def take_back(transaction: Transaction, matter: int, *, also_signed: bool = False) -> None:
    """What is asked for lapses, because what was to be signed is another text now; and what was signed, with it."""
    lapse = {ApprovalState.ASKED, ApprovalState.APPROVED} if also_signed else {ApprovalState.ASKED}
    for approval in approvals.of_matter(transaction.connection, matter):
        if approval.state in lapse:
            approvals.end(transaction, approval, ApprovalState.LAPSED)
    dues.lift(transaction, matter, DueName.APPROVAL)


def close_if_done(transaction: Transaction, number: int) -> None:
    """Close a matter once nothing stands in its way any more."""
    matter = matters.get(transaction.connection, number)
    if matter.is_open and not obstacles(transaction.connection, matter):
        matters.close(transaction, number, Outcome.DONE)
