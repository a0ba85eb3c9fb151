"""Correcting a plate; the visit and every row naming its car by the plate follow, and both plates stay on record."""

from data import journal, plates
from data.cases import cases, search_terms
from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.zone import floor as floors
from frontdesk.desk.appointments import arriving
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import roster_of
from frontdesk.desk.zone import UNUSUAL_PLATE
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.journal.happened import Happened
from frontdesk.domain.journal.reasons import JournalReason
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import Plate, is_usual, show_plate
from frontdesk.domain.zone.events import ZoneEvent
from frontdesk.domain.zone.plate_correction import NamedVisit, check_correction
from frontdesk.domain.zone.reasons import ZoneReason


def correct(desk: Desk, number: int, plate: Plate, *, wrong: Plate, operation: str | None = None) -> Result:
    """Correct the plate of a visit; `wrong` is the plate on record so far. Raises `Refused`."""

    def body(transaction: Transaction) -> Result:
        connection = transaction.connection
        visit = plates.visit(connection, number)
        if visit.plate != wrong:
            raise _other_plate(connection, visit, wrong, transaction.now)
        floor = floors.floor(connection)
        rank = roster_of(transaction).rank(transaction.actor.who, transaction.now)
        others = plates.visits(connection, plate)
        check_correction(visit, plate, rank=rank, now=transaction.now, here=floor.find(plate), others=others)
        car = floor.find(wrong) if visit.left_at is None else None
        _correct(transaction, visit, plate)
        return Result(
            ZoneEvent.CORRECT_PLATE,
            plate,
            car.place.key if car else "",
            number=number,
            facts={"wrong": wrong},
            warnings=() if is_usual(plate) else (UNUSUAL_PLATE,),
        )

    return desk.do(body, operation)


def visits(desk: Desk, plate: Plate) -> tuple[NamedVisit, ...]:
    """Return the visits of a plate, newest first."""
    return desk.read(lambda connection: plates.visits(connection, plate))


def may_undo(transaction: Transaction, last: Happened) -> None:
    """Undo a plate correction; calls made since then name the car as before.

    Raises `Refused(CHANGED_SINCE)` if a case or a penalty was entered with the plate since.
    """
    if last.kind != ZoneEvent.CORRECT_PLATE:
        return
    connection = transaction.connection
    changed = journal.changes(connection, last.seq)
    number = next(change.id for change in changed if change.table == "visits")
    visit = plates.visit(connection, number)
    if any(cases.get(connection, case).plate != visit.plate for case in plates.cases(connection, number)):
        raise Refused(JournalReason.CHANGED_SINCE, plate=last.plate, kind=last.kind)
    plates.follow(transaction, number, visit.plate)


def as_corrected(transaction: Transaction, change: Row, last: Happened) -> Row:
    """Return a recorded change adjusted so that undoing it keeps a plate that was corrected since.

    If the change is itself a correction, undoing it keeps the rest of the row as it is now.
    """
    before, after = change["before"], change["after"]
    if change["table"] not in plates.NAMED_BY_PLATE or not before or not after:
        return change
    now = transaction.image(change["table"], change["id"])
    if now is None:
        return change
    if before["plate"] == after["plate"]:
        plate = {"plate": now["plate"]}
        return {**change, "before": {**before, **plate}, "after": {**after, **plate}}
    if last.kind == ZoneEvent.CORRECT_PLATE and now["plate"] == after["plate"]:
        return {**change, "before": {**now, "plate": before["plate"]}, "after": now}
    return change


def _correct(transaction: Transaction, visit: NamedVisit, plate: Plate) -> None:
    connection = transaction.connection
    plates.rename(transaction, visit, plate)
    said = f"{show_plate(visit.plate)} → {show_plate(plate)}"
    for number in plates.cases(connection, visit.id):
        _amend(transaction, number, {"plate": plate}, said)
    # What was registered with the right plate meanwhile found no visit, or an earlier one.
    for number in plates.cases_without(connection, visit, plate):
        _amend(transaction, number, {"visit_id": visit.id}, said)
    plates.follow(transaction, visit.id, plate)
    arriving.follow(transaction, visit.id, plate, visit.arrived_at)


def _amend(transaction: Transaction, number: int, values: Row, said: str) -> None:
    cases.change(transaction, cases.get(transaction.connection, number), values)
    search_terms.index_anew(transaction.connection, number)
    cases.add_note(transaction, number, CaseStep.AMEND, said)


def _other_plate(connection: Connection, visit: NamedVisit, wrong: Plate, now: int) -> Refused:
    """Return the refusal: somebody corrected it first, or the visit has another plate than the one named."""
    first = plates.corrected_by(connection, visit.id, visit.plate)
    if first is None:
        return Refused(ZoneReason.OTHER_VISIT, number=visit.id, plate=visit.plate, wrong=show_plate(wrong))
    who, at = first
    facts = {"plate": visit.plate, "wrong": show_plate(wrong), "who": who, "at": at, "now": now}
    return Refused(ZoneReason.PLATE_CORRECTED, **facts)
