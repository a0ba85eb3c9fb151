"""Taking the call of a customer whose car stands on the road, and putting it right later (R1)."""

from dataclasses import replace

from data.engine.transaction import Row, Transaction
from data.matters import matters
from data.messages import messages
from data.people import phones
from data.rescues import rescues
from frontdesk.desk.desk import Desk
from frontdesk.desk.people.duty import check_at_desk
from frontdesk.desk.rescues.rescues import on_rescue
from frontdesk.desk.rescues.settling import settle
from frontdesk.domain.journal.result import Result
from frontdesk.domain.messages.message import MessageState
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.rescues.checks import check_form
from frontdesk.domain.rescues.events import RescueEvent
from frontdesk.domain.rescues.rescue import CallForm, Rescue
from frontdesk.domain.values.phones import parse_phone
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.values.text import whole_line, whole_words


def take(desk: Desk, form: CallForm, phone: str, second: str = "", operation: str | None = None) -> Result:
    """Put a call on record; the supervisor owes a plan from now on.

    `second`: the number of somebody else who is with the car. Raises `Refused`: RESCUE_FIELD, BAD_KM, BAD_PHONE.
    """
    said, number, other = _clean(form), parse_phone(phone), parse_phone(second)

    def body(transaction: Transaction) -> Result:
        check_at_desk(transaction)
        check_form(said, has_phone=bool(number))
        row: Row = {"called_at": transaction.now, "taken_by": transaction.actor.who}
        opened = rescues.open_one(transaction, said, {**row, **_numbers(transaction, number, other)})
        settle(transaction, opened)
        return Result(RescueEvent.TAKE, said.plate, number=opened)

    return desk.do(body, operation)


def change(
    desk: Desk, number: int, form: CallForm, *, phone: str = "", second: str = "", operation: str | None = None
) -> Result:
    """Put right what was written down of a call; a number that is not typed stays.

    What is still to be told goes to the right number and names the right car. Raises `Refused` as `take`, RESCUE_OVER.
    """
    said, typed, other = _clean(form), parse_phone(phone), parse_phone(second)

    def body(transaction: Transaction, rescue: Rescue) -> Result:
        check_form(said, has_phone=bool(typed or rescue.phone_id))
        numbers = _numbers(transaction, typed, other)
        rescues.change(transaction, rescue, {**said._asdict(), **numbers})
        matters.rename(transaction, number, said.plate)
        _tell_as_corrected(transaction, rescue, said, numbers)
        return Result(RescueEvent.CHANGE)

    answer = on_rescue(desk, number, body, operation)
    return replace(answer, plate=said.plate)


def _tell_as_corrected(transaction: Transaction, was: Rescue, said: CallForm, numbers: Row) -> None:
    phone = {"phone_id": numbers.get("phone_id", was.phone_id)}
    for each in messages.of_matter(transaction.connection, was.id):
        if each.is_open and each.state is not MessageState.SENDING:
            text = each.text.replace(show_plate(was.form.plate), show_plate(said.plate))
            messages.change(transaction, each, {**phone, "name": said.customer, "plate": said.plate, "text": text})


def _numbers(transaction: Transaction, phone: str, second: str) -> Row:
    """Return the rows of the numbers that were typed."""
    said = {"phone_id": phone, "second_id": second}
    return {name: phones.keep(transaction.connection, number) for name, number in said.items() if number}


def _clean(form: CallForm) -> CallForm:
    return form._replace(
        place=whole_line(form.place), model=whole_line(form.model), customer=whole_line(form.customer, NAME_LIMIT),
        symptom=whole_words(form.symptom), elsewhere=whole_words(form.elsewhere),
    )  # fmt: skip
