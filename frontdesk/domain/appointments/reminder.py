"""What a customer is told on the opening day before an appointment (S5, Z9)."""

from zoneinfo import ZoneInfo

from frontdesk.domain.appointments.appointment import Appointment
from frontdesk.domain.values.clock import to_datetime
from frontdesk.domain.values.plates import show_plate

_TEXT = "{customer}您好！您预约了 {when} 到{store}{work}，车牌 {plate}。需要改期请告诉我们，恭候光临。"


def about(found: Appointment) -> str:
    """Return what a message about an appointment is about: another time is another thing to tell."""
    return f"booking:{found.id}:{found.at}"


def text_of(found: Appointment, store: str, zone: ZoneInfo) -> str:
    """Return the text, as it is read out or sent."""
    at = to_datetime(found.at, zone)
    when = f"{at.month}月{at.day}日 {at:%H:%M}"
    plate = show_plate(found.plate) or "—"
    return _TEXT.format(
        customer=found.customer, when=when, store=store or "本店", work=found.work or "保养检修", plate=plate
    )
