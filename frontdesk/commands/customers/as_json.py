"""A customer for scripts."""

from datetime import tzinfo

from frontdesk.domain.customers.customer import Customer
from frontdesk.words.times import iso_time


def as_json(customer: Customer, zone: tzinfo, phone: str = "") -> dict[str, object]:
    """Return a customer to a script; `phone`: the number in full, where it is to be shown."""
    still_open = (
        ("complaint", customer.open_cases),
        ("progress", customer.repairs),
        ("message", customer.to_tell),
    )
    return {
        "name": customer.name or None,
        "phone": phone or customer.phone or None,
        "area": customer.area or None,
        "plates": list(customer.plates),
        "last_visit": iso_time(customer.last_visit, zone),
        "next_appointment": iso_time(customer.next_booking, zone),
        "last_appointment": iso_time(customer.last_booking, zone),
        "open": [{"kind": kind, "number": number} for kind, numbers in still_open for number in numbers],
    }
