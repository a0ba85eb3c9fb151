"""The slip of a call ticket (Z5a)."""

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.lounge import Ticket
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.domain.values.plates import mask_plate
from frontdesk.printing.slip import Slip


def slip_of(ticket: Ticket, policy: Policy) -> Slip:
    """Return the slip for the customer: the number, the masked plate, the times in the store's time."""
    zone = OpeningHours.of(policy).zone

    def shown(at: Millis) -> str:
        return f"{to_datetime(at, zone):%Y-%m-%d %H:%M}"

    return Slip(
        store=policy.store_name,
        number=ticket.name,
        plate=mask_plate(ticket.plate),
        issued_at=shown(ticket.issued_at),
        expires=shown(ticket.expires_at),
    )
