"""A customer in words: where they live, which cars they have, what is open."""

from datetime import tzinfo

from frontdesk.domain.customers.customer import Customer
from frontdesk.domain.policy.provinces import NAMES
from frontdesk.domain.values.plates import show_plate
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from frontdesk.words.phrases import case_number
from frontdesk.words.times import day_and_time


def headings() -> tuple[str, ...]:
    """Return what the columns of a list of customers are called."""
    return _("customer"), _("phone"), _("area"), _("plates"), _("last visit"), _("next appointment"), _("still open")


def cells(customer: Customer, zone: tzinfo, phone: str = "") -> tuple[str, ...]:
    """Return a customer's columns; `phone`: the number in full, where it is to be shown."""
    return (
        customer.name,
        phone or customer.phone,
        area_name(customer.area),
        _(", ").join(map(show_plate, customer.plates)),
        "" if customer.last_visit is None else day_and_time(customer.last_visit, zone),
        "" if customer.next_booking is None else day_and_time(customer.next_booking, zone),
        _still_open(customer),
    )


def _still_open(customer: Customer) -> str:
    """Return the open complaints, whether a car is in repair, and how much is still to be told."""
    repairs = _("in repair") if customer.repairs else ""
    messages = _("to be told: {count}").format(count=len(customer.to_tell)) if customer.to_tell else ""
    return _(", ").join(filter(None, (*map(case_number, customer.open_cases), repairs, messages)))


def area_name(area: str) -> str:
    """Return an area with the name of its province: 江苏 苏E."""
    return f"{NAMES[area[0]][i18n.language() != 'zh']} {area}" if area else ""
