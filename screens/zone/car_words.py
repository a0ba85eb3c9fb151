"""What is said of a car in the zone: how long it has been there, and how far its customer is."""

from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.domain.zone.cars import Car
from frontdesk.words.i18n import _
from frontdesk.words.times import duration
from screens.kit.spans import Span


def zone_tone(car: Car, policy: Policy, now: Millis) -> tuple[str, str]:
    """Return the colour and the word of a car's time in the zone: normal, attention, over the limit (Z6)."""
    if not car.place.in_zone:
        return "plain", ""
    time = car.zone_time(now)
    if policy.is_over_stay(time):
        return "over", _("over limit")
    if policy.asks_for_attention(time):
        return "warn", _("attention")
    return "ok", _("normal")


def progress(car: Car, policy: Policy, now: Millis, *, timed: bool = True) -> Span:
    """Return whether the customer was received and has a work order (Z4, Z4a); `timed`: with the waiting time."""
    if car.received_at is None:
        if car.ticket:
            return Span(_("diverted, {ticket}").format(ticket=car.ticket), "plain")
        waits, late = max(0, now - car.arrived_at), car.is_received_late(policy.late_reception, now)
        word = _("LATE, not received") if late else _("to be received")
        return Span(f"{word} {duration(waits)}" if timed else word, "over" if late else "warn")
    if car.work_order_at is not None:
        return Span(_("work order made"), "ok")
    return Span(_("received {who}").format(who=car.received_by).strip(), "plain")


def state(car: Car, policy: Policy, now: Millis) -> Span:
    """Return the same beside its time in the zone: the wait is said where it is another one."""
    wait, time = now - car.arrived_at, car.zone_time(now)
    return progress(car, policy, now, timed=wait // SECOND != time // SECOND)
