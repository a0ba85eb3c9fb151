"""The text of a message, from the store's template for its purpose."""

from zoneinfo import ZoneInfo

from data import policy as policies
from data.engine.transaction import Transaction
from data.messages import texts
from data.people import phones, staff
from frontdesk.domain.messages.message import Purpose
from frontdesk.domain.messages.wording import filled, moment
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.domain.values.plates import NO_PLATE, Plate, show_plate


def worded(
    transaction: Transaction, purpose: Purpose, *, customer: str = "", plate: Plate = NO_PLATE,
    time: Millis | None = None, place: str = "", what: str = "", who: str = "",
) -> str:  # fmt: skip
    """Return what a message says. `who`: of the staff, whose number is told with it; without one, who does it now."""
    connection, policy = transaction.connection, policies.current(transaction.connection)
    zone, named = ZoneInfo(policy.time_zone), who or transaction.actor.who
    person = next((each for each in staff.everyone(connection) if each.name == named), None)
    facts = {
        "customer": customer,
        "plate": show_plate(plate),
        "store": policy.store_name,
        "time": "" if time is None else moment(to_datetime(time, zone), to_datetime(transaction.now, zone).date()),
        "place": place or policy.store_name,
        "what": what,
        "who": person.name if person else "",
        "phone": phones.of_staff(connection, person.id) if person else "",
    }
    return filled(texts.of(connection, purpose), facts)
