"""A rescue on the road: the team leaves, is heard of, arrives, finds out, and comes back with a result (R4–R6, C16)."""

from data import parts
from data.engine.transaction import Row, Transaction
from data.matters import dues
from data.messages import routes, wishes
from data.register import things
from data.rescues import rescues, road
from frontdesk.desk.desk import Desk
from frontdesk.desk.owing import owe, withdraw_about
from frontdesk.desk.people.duty import operator, roster_of
from frontdesk.desk.register import fitness
from frontdesk.desk.rescues.rescues import on_rescue, tolerance
from frontdesk.desk.rescues.settling import settle
from frontdesk.domain.journal.result import Result
from frontdesk.domain.messages.message import Channel, Message, Purpose, ToTell
from frontdesk.domain.parts.part import PartState
from frontdesk.domain.register.things import Thing, ThingKind
from frontdesk.domain.rescues import checks
from frontdesk.domain.rescues.events import RescueEvent
from frontdesk.domain.rescues.reasons import RescueReason
from frontdesk.domain.rescues.reports import answers_for
from frontdesk.domain.rescues.rescue import Rescue
from frontdesk.domain.rescues.terms import RescueOutcome
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import whole_line, whole_words

BY_PHONE, BY_TEXT = "rescue:{}:call", "rescue:{}:text"
"""What the two words about a departure are about: it is told by phone and by text, two proofs (R4)."""


def depart(
    desk: Desk, number: int, tell: str, *,
    eta: Millis, vehicle: str = "", without: str = "", at: Millis | None = None, operation: str | None = None,
) -> Result:  # fmt: skip
    """The team leaves; the customer is owed the words `tell`, by phone and by text.

    `without`: how the parts follow that are missing; a `vehicle` of the register is out until there is a result.
    Raises `Refused` as `check_depart`, VEHICLE_OUT, THING_FAULTY, ETA_PAST, RESCUE_PAST.
    """
    drives, missing = whole_line(vehicle), whole_words(without)

    def change(transaction: Transaction, rescue: Rescue) -> Result:
        connection, happened = transaction.connection, transaction.now if at is None else at
        others = rescues.open_ones(connection)
        checks.check_depart(rescue, others, missing, tolerance(connection))
        _check_vehicle(rescue, others, drives)
        signed_at = rescue.approval.decided_at if rescue.approval is not None else None
        checks.check_after(happened, signed_at or rescue.called_at, transaction.now)
        _check_ahead(eta, happened)
        rescues.change(transaction, rescue, {"departed_at": happened, "vehicle": drives, "without": missing})
        for kept in _kept(transaction, drives):
            fitness.take_out_in(transaction, kept.id, rescue.id)
        road.say_eta(transaction, rescue.id, eta)
        _tell(transaction, rescue, tell)
        return Result(RescueEvent.DEPART, facts={"eta": eta})

    return on_rescue(desk, number, change, operation, at=at)


def say_eta(desk: Desk, number: int, eta: Millis, tell: str, *, why: str, operation: str | None = None) -> Result:
    """The team arrives at another time; the customer is told before the time they wait for has passed (R4).

    Raises `Refused` as `check_eta`.
    """
    said = whole_words(why)

    def change(transaction: Transaction, rescue: Rescue) -> Result:
        checks.check_eta(rescue, eta, transaction.now, said)
        road.say_eta(transaction, rescue.id, eta, said)
        _tell(transaction, rescue, tell)
        return Result(RescueEvent.ETA, facts={"eta": eta})

    return on_rescue(desk, number, change, operation)


def contact(desk: Desk, number: int, words: str, operation: str | None = None) -> Result:
    """The team was heard of. Raises `Refused`: NOT_DEPARTED, CONTACT_WORDS."""
    said = whole_words(words)

    def change(transaction: Transaction, rescue: Rescue) -> Result:
        if rescue.departed_at is None:
            raise Refused(RescueReason.NOT_DEPARTED, number=number)
        if not said:
            raise Refused(RescueReason.CONTACT_WORDS)
        road.say_contact(transaction, rescue.id, said)
        return Result(RescueEvent.CONTACT)

    return on_rescue(desk, number, change, operation)


def arrive(desk: Desk, number: int, *, at: Millis | None = None, operation: str | None = None) -> Result:
    """The team is with the car; nobody is told any more when it comes. Raises `Refused`: NOT_DEPARTED, ARRIVED."""

    def change(transaction: Transaction, rescue: Rescue) -> Result:
        happened = transaction.now if at is None else at
        if rescue.departed_at is None:
            raise Refused(RescueReason.NOT_DEPARTED, number=number)
        if rescue.arrived_at is not None:
            raise Refused(RescueReason.ARRIVED, number=number, at=rescue.arrived_at)
        checks.check_after(happened, rescue.departed_at, transaction.now)
        rescues.change(transaction, rescue, {"arrived_at": happened})
        _awaited_no_more(transaction, number)
        return Result(RescueEvent.ARRIVE)

    return on_rescue(desk, number, change, operation, at=at)


def check(desk: Desk, number: int, *, as_planned: bool, words: str = "", operation: str | None = None) -> Result:
    """Fault and parts were confirmed on site; what is otherwise is said, and needs another plan (R6).

    Supervisor, manager and director are owed that they read it.

    Raises `Refused`: NOT_ARRIVED, CHECKED, CHECK_WORDS.
    """
    said = whole_words(words)

    def change(transaction: Transaction, rescue: Rescue) -> Result:
        if rescue.arrived_at is None:
            raise Refused(RescueReason.NOT_ARRIVED, number=number)
        if rescue.checked_at is not None:
            raise Refused(RescueReason.CHECKED, number=number, at=rescue.checked_at)
        if not as_planned and not said:
            raise Refused(RescueReason.CHECK_WORDS)
        row: Row = {"checked_at": transaction.now, "as_planned": int(as_planned), "checked_words": said}
        rescues.change(transaction, rescue, row)
        return Result(RescueEvent.CHECK, facts={"as_planned": int(as_planned)})

    return on_rescue(desk, number, change, operation)


def read(desk: Desk, number: int, operation: str | None = None) -> Result:
    """Whoever does this has read what is otherwise on site: as supervisor, manager or director (R6).

    Raises `Refused`: NOTHING_TO_READ.
    """

    def change(transaction: Transaction, rescue: Rescue) -> Result:
        theirs = answers_for(operator(transaction), roster_of(transaction), transaction.now)
        waits = [due for due in rescue.matter.dues if due.is_running and due.name in theirs]
        if not waits:
            raise Refused(RescueReason.NOTHING_TO_READ, number=number, name=transaction.actor.who)
        for due in waits:
            dues.meet_one(transaction, due.id, transaction.now)
        return Result(RescueEvent.READ)

    return on_rescue(desk, number, change, operation, is_over=True)


def result(
    desk: Desk, number: int, outcome: RescueOutcome, words: str = "", *,
    satisfied: bool = True, operation: str | None = None,
) -> Result:  # fmt: skip
    """The rescue has ended so; the customer understands it and is satisfied, or it is said why not (C16).

    Where it was called off, nobody is told when the team comes any more, and no part is waited for.
    Raises `Refused` as `check_result`.
    """
    said = whole_words(words)

    def change(transaction: Transaction, rescue: Rescue) -> Result:
        checks.check_result(rescue, outcome, tolerance(transaction.connection), satisfied=satisfied, words=said)
        row: Row = {"outcome": outcome, "ended_at": transaction.now, "result_words": said}
        row["satisfied"] = None if outcome is RescueOutcome.CANCELLED else int(satisfied)
        rescues.change(transaction, rescue, row)
        for vehicle in things.out_for(transaction.connection, rescue.id):
            fitness.bring_back_in(transaction, vehicle.id)
        _awaited_no_more(transaction, number)
        if outcome is RescueOutcome.CANCELLED:
            for part in rescue.missing:
                parts.change(transaction, part, {"state": PartState.CANCELLED})
        return Result(RescueEvent.RESULT, facts={"outcome": outcome})

    return on_rescue(desk, number, change, operation)


def follow_up(desk: Desk, number: int, mark: int, operation: str | None = None) -> Result:
    """The customer was asked how it was; 5 is best (C8). Raises `Refused`: NO_RESULT, BAD_MARK."""

    def change(transaction: Transaction, rescue: Rescue) -> Result:
        if rescue.outcome is None:
            raise Refused(RescueReason.NO_RESULT, number=number)
        if mark not in checks.MARKS:
            raise Refused(RescueReason.BAD_MARK)
        rescues.change(transaction, rescue, {"mark": mark, "followed_at": transaction.now})
        return Result(RescueEvent.FOLLOW_UP, facts={"mark": mark})

    return on_rescue(desk, number, change, operation, is_over=True)


def told(transaction: Transaction, message: Message) -> None:
    """The customer heard when the team arrives: from now on they wait for that time."""
    if message.matter is None or message.about != BY_PHONE.format(message.matter):
        return
    rescue = rescues.get(transaction.connection, message.matter)
    if rescue.eta is not None and rescue.eta.told_at is None:
        road.told(transaction, rescue.eta)
        settle(transaction, message.matter)


def _tell(transaction: Transaction, rescue: Rescue, words: str) -> None:
    """Owe the customer the words by phone, and by text where anything sends texts and they want them."""
    said = ToTell(
        Purpose.RESCUE, words, name=rescue.form.customer, plate=rescue.form.plate, phone_id=rescue.phone_id,
        matter=rescue.id, is_urgent=True,
    )  # fmt: skip
    owe(transaction, said._replace(about=BY_PHONE.format(rescue.id)))
    connection = transaction.connection
    if routes.of(connection, Channel.SMS) and not wishes.of_phone(connection, rescue.phone_id).no_texts:
        text = said._replace(channel=Channel.SMS, is_automatic=True, about=BY_TEXT.format(rescue.id))
        owe(transaction, text)


def _awaited_no_more(transaction: Transaction, number: int) -> None:
    """Nobody is told any more when the team comes."""
    for about in (BY_PHONE, BY_TEXT):
        withdraw_about(transaction, about.format(number))


def _kept(transaction: Transaction, vehicle: str) -> list[Thing]:
    """Return the vehicle of the register that has this name; none where it is another's, a hired one."""
    kept = things.every(transaction.connection)
    return [each for each in kept if each.described.kind is ThingKind.VEHICLE and each.name == vehicle]


def _check_vehicle(rescue: Rescue, others: tuple[Rescue, ...], vehicle: str) -> None:
    for other in others:
        is_out = other.id != rescue.id and other.departed_at is not None and other.ended_at is None
        if vehicle and is_out and other.vehicle == vehicle:
            raise Refused(RescueReason.VEHICLE_OUT, vehicle=vehicle, number=other.id)


def _check_ahead(eta: Millis, departed_at: Millis) -> None:
    if not departed_at < eta <= departed_at + checks.FARTHEST_ETA:
        raise Refused(RescueReason.ETA_PAST, at=eta, since=departed_at)
