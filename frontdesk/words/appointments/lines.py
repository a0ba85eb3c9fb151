"""The book of appointments in words: who is expected, the half hours, and how full they get (Z9)."""

from datetime import date, tzinfo

from frontdesk.domain.appointments.appointment import Appointment, State, Way
from frontdesk.domain.appointments.show_rate import Lead, ShowRates
from frontdesk.domain.appointments.slots import Day, Shifted, Slot
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.times import days_of_the_week, short_time

_CELLS = 10
_FULL, _EMPTY = "▇", "▁"
_FULLEST = 0.4
"""At this risk the bar is full: more is too much in any case."""


def at_the_gate(found: Appointment, zone: tzinfo) -> str:
    """Return who is expected, in a line: booked 10:15 maintenance Ms Wang · Chen Jing."""
    what = clean_line(found.work) or word(found.purpose)
    said = _("booked {time} {what} {customer}").format(
        time=short_time(found.at, zone), what=what, customer=clean_line(found.customer)
    )
    if found.state is State.NO_SHOW:
        said = f"{said.strip()} ({word(State.NO_SHOW)})"
    return " · ".join(filter(None, (said.strip(), clean_line(found.advisor))))


def day_title(day: date, today: date) -> str:
    """Return a day with its day of the week: 11-28 Sat; one of another year with its year."""
    return f"{day:{'%m-%d' if day.year == today.year else '%Y-%m-%d'}} {days_of_the_week()[day.weekday()]}"


def counts(day: Day, now: Millis) -> str:
    """Return how many are booked, came, did not come, and how many more fit in what is left of the day."""
    booked = day.count(State.BOOKED) + day.count(State.ARRIVED) + day.count(State.NO_SHOW)
    return _("booked {booked} · came {came} · no-shows {missing} · free {free}").format(
        booked=booked, came=day.count(State.ARRIVED), missing=day.count(State.NO_SHOW), free=day.free(now)
    )


def room(slot: Slot, now: Millis) -> str:
    """Return how many more a half hour takes: 2 free, full, 1 above; of one that is over, nothing is free."""
    if slot.free > 0 and slot.is_over(now):
        return ""
    if slot.free > 0:
        return _("{count} free").format(count=slot.free)
    return _("fully booked") if slot.free == 0 else _("{count} above").format(count=-slot.free)


def bar(risk: float) -> str:
    """Return a risk as a bar of ten cells."""
    full = min(_CELLS, round(risk / _FULLEST * _CELLS))
    return _FULL * full + _EMPTY * (_CELLS - full)


def percent(risk: float) -> str:
    """Return a risk in percent: 12%."""
    return f"{round(100 * risk)}%"


def level(risk: float, target: float) -> str:
    """Return how crowded a half hour is likely to get, in a word; `target`: what the store lets be."""
    if risk <= target:
        return _("calm")
    return _("tight") if risk <= 2 * target else _("too full")


def risk_text(risk: float, policy: Policy) -> str:
    """Return a risk as percent and word: 31% too full."""
    return f"{percent(risk)} {level(risk, policy.crowding_target_percent / 100)}"


def best_text(slots: tuple[Slot, ...], wanted: Millis, zone: tzinfo) -> str:
    """Return the next best times with their risk: 10:00 6% · 10:30 4%."""
    told = (f"{short_time(slot.begins, zone, wanted)} {percent(slot.risk)}" for slot in slots)
    return " · ".join(told) or _("none near")


def shift_text(shift: Shifted, origin: Millis, target: Millis, zone: tzinfo) -> str:
    """Return what moving some would do: 09:00 → 10:00, 2 moved: 31% → 18% · 6% → 9%."""
    return _("{count} from {origin} to {target}: risk {before} → {after} · {to_before} → {to_after}").format(
        count=shift.moved,
        origin=short_time(origin, zone),
        target=short_time(target, zone, origin),
        before=percent(shift.from_before),
        after=percent(shift.from_after),
        to_before=percent(shift.to_before),
        to_after=percent(shift.to_after),
    )


def rates_text(rates: ShowRates) -> str:
    """Return how many of those who booked came, by how long before, each with its count."""
    told = (
        _("{lead} {rate}% (n {count})").format(lead=word(lead), rate=round(100 * found.rate), count=found.of)
        for lead, found in ((lead, rates.by_lead[lead]) for lead in Lead)
    )
    return labelled(_("come"), " · ".join(told))


def state_text(found: Appointment, policy: Policy, now: Millis) -> str:
    """Return what came of an appointment, or how it stands: late, confirmed, not confirmed."""
    if found.state is not State.BOOKED:
        return word(found.state)
    if found.is_late(policy.appointment_late_s, now):
        return _("late to come")
    return _("confirmed") if found.confirmed_at is not None else _("not confirmed")


def particulars(found: Appointment) -> str:
    """Return whose appointment it is and what for: 苏A·12345 Ms Wang maintenance 60 min waits here Chen Jing."""
    parts = (
        show_plate(found.plate) or _("no plate"),
        clean_line(found.customer),
        found.phone,
        clean_line(found.work) or word(found.purpose),
        _("{minutes} min").format(minutes=found.minutes),
        word(found.waits),
        clean_line(found.advisor) or "—",
    )
    return " ".join(filter(None, parts))


def listed(found: Appointment, policy: Policy, zone: tzinfo, now: Millis) -> str:
    """Return an appointment as a line of a list, with its number."""
    state = state_text(found, policy, now)
    why = clean_line(found.why)
    return " · ".join(
        filter(None, (case_number(found.id), short_time(found.at, zone, now), particulars(found), state, why))
    )


def way_word(way: str) -> str:
    """Return how an appointment was made; the store's own word is its own."""
    return word(Way(way)) if way in set(Way) else clean_line(way)
