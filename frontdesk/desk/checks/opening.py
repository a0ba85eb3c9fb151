"""Opening a round of a check: a matter with a run of its playbook, and by when it is done (S3)."""

from data.checks import rounds
from data.engine.transaction import Transaction
from data.matters import dues, matters
from data.people import staff
from data.register import things
from data.runs import playbooks as on_record
from data.runs import runs
from frontdesk.desk.step_rows import rows_of
from frontdesk.domain.checks.check import Check
from frontdesk.domain.checks.periods import Span, due_at
from frontdesk.domain.checks.shipped import PER_VEHICLE, title_of
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import MatterKind
from frontdesk.domain.people.roles import first_of
from frontdesk.domain.people.staff import Post
from frontdesk.domain.register.things import Thing, ThingKind
from frontdesk.domain.runs.playbook import About, PlaybookOnRecord
from frontdesk.domain.runs.run import StepState
from frontdesk.files.playbook_file import languages, shipped

NOBODY = "—"
"""Leads a check while nobody is on the staff list."""


def open_round(transaction: Transaction, check: Check, span: Span) -> int:
    """Open a check in a period; return how many rounds that made. Where its playbook is gone, it is missed."""
    playbook = playbook_of(transaction, check)
    if playbook is None:
        rounds.put(transaction, check, span, None)
        return 1
    each: tuple[Thing | None, ...] = things_of(transaction, check) or (None,)
    for thing in each:
        open_one(transaction, check, span, playbook, thing)
    return len(each)


def open_one(
    transaction: Transaction, check: Check, span: Span, playbook: PlaybookOnRecord, thing: Thing | None = None
) -> int:
    """Open a check by a playbook, of a thing or of the store; return the number of its matter."""
    owes, language = _who(transaction, check), languages()[-1]
    made = playbook if playbook.id else on_record.put(transaction, playbook.playbook)
    number = matters.open_one(transaction, MatterKind.CHECK, title_of(check, thing.name if thing else ""))
    rows = rows_of(transaction.connection, made.playbook, language)
    runs.begin(transaction, number, made, (), rows, lead=owes or transaction.actor.who or NOBODY, state=StepState.OPEN)
    owed = span._replace(due_at=due_at(span, transaction.now))
    dues.start(transaction, number, DueName.CHECK, owed.due_at, owes)
    rounds.put(transaction, check, owed, number, thing.id if thing else None)
    return number


def playbook_of(transaction: Transaction, check: Check) -> PlaybookOnRecord | None:
    """Return the playbook of a check, the store's own or the one that came; None where it is none of a check."""
    used = on_record.newest(transaction.connection).get(check.playbook)
    came = shipped(languages()[-1]).get(check.playbook)
    if used is None or (came is not None and not used.own):
        used = None if came is None else PlaybookOnRecord(0, 0, came)
    return used if used is not None and used.playbook.about == About.CHECK else None


def things_of(transaction: Transaction, check: Check) -> tuple[Thing, ...]:
    """Return the things of the register for each of which a check is made; none where it is of the store."""
    if check.key not in PER_VEHICLE:
        return ()
    return tuple(each for each in things.every(transaction.connection) if each.described.kind is ThingKind.VEHICLE)


def _who(transaction: Transaction, check: Check) -> str:
    first = first_of(Post(check.role), staff.everyone(transaction.connection)) if check.role else None
    return first.name if first else ""
