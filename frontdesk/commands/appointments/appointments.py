"""`frontdesk appointments`: the book, from booking to whether the customer came (Z9)."""

from argparse import Namespace
from collections.abc import Callable
from datetime import date

from frontdesk.commands.appointments import results
from frontdesk.commands.appointments.as_json import as_json, day_json
from frontdesk.commands.cases.plates import read_plate
from frontdesk.commands.kit import output, phone
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session, carry_out, on_store, up_to_date
from frontdesk.desk.appointments import arriving, booking, reading
from frontdesk.domain.appointments.appointment import Waits, Way
from frontdesk.domain.appointments.booking import NewAppointment
from frontdesk.domain.appointments.typed_days import read_appointment, read_book_day
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.journal.result import Result
from frontdesk.domain.picture import outgoing
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.domain.values.plates import NO_PLATE, parse_plate
from frontdesk.domain.weather.stops import CHANGED
from frontdesk.domain.zone.cars import Purpose
from frontdesk.words.appointments.lines import bar, counts, day_title, listed, rates_text, risk_text, room
from frontdesk.words.i18n import _
from frontdesk.words.times import short_time
from frontdesk.words.weather.decisions import heading


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in {None, "list"}:
        return on_store(args, _list)
    if args.verb == "slots":
        return on_store(args, _slots)
    if args.verb == "import":
        from frontdesk.commands.appointments import importing  # noqa: PLC0415 - loads what reads files

        return importing.run(args)
    if args.verb == "export":
        from frontdesk.commands.appointments import export  # noqa: PLC0415 - loads what writes files

        return on_store(args, export.run)
    if args.verb == "add":
        args.purpose = read_choice((Purpose.MAINTENANCE, Purpose.REPAIR), args.purpose)
        args.waits, args.channel = read_choice(Waits, args.waits), read_choice(Way, args.channel)
        args.phone = phone.read(args.phone)
    return carry_out(args, _COMMANDS[args.verb], results)


def _add(session: Session) -> Result:
    args = session.args
    new = NewAppointment(
        at=_time(session),
        plate=read_plate(session) if args.plate else NO_PLATE,
        customer=args.customer,
        phone=args.phone,
        purpose=args.purpose,
        work=args.work,
        minutes=args.minutes,
        waits=args.waits,
        advisor=args.advisor,
        way=args.channel,
    )
    return _warned(session, booking.book(session.desk, new, above=args.above, operation=args.operation))


def _move(session: Session) -> Result:
    args = session.args
    at = _time(session)
    return _warned(session, booking.move(session.desk, args.number, at, above=args.above, operation=args.operation))


def _cancel(session: Session) -> Result:
    return booking.cancel(session.desk, session.args.number, session.args.why, session.args.operation)


def _arrived(session: Session) -> Result:
    args, province = session.args, session.snapshot.policy.province
    plate = parse_plate(args.plate, province) if args.plate else NO_PLATE
    return arriving.arrived(session.desk, args.number, plate, args.operation)


def _remind(session: Session) -> Result:
    return booking.remind(session.desk, session.args.number, session.args.operation)


def _override(session: Session) -> Result:
    args, moment = session.args, to_datetime(_time(session), session.zone)
    minute = moment.hour * 60 + moment.minute // 30 * 30
    return booking.override(
        session.desk, moment.date(), minute, capacity=args.capacity, why=args.why, operation=args.operation
    )


_COMMANDS: dict[str, Callable[[Session], Result]] = {
    "add": _add,
    "move": _move,
    "cancel": _cancel,
    "arrived": _arrived,
    "remind": _remind,
    "override": _override,
}


def _warned(session: Session, result: Result) -> Result:
    """Say of what was booked above capacity how likely it gets too full."""
    if booking.ABOVE_CAPACITY in result.warnings:
        slot, _best = reading.weighed(session.desk, int(result.facts["for"]))
        if slot is not None:
            text = _("Booked above capacity: {booked} of {capacity}, risk of an over-count {risk}.")
            risk = risk_text(slot.risk, session.snapshot.policy)
            output.warn(text.format(booked=slot.booked, capacity=slot.capacity, risk=risk))
    if CHANGED in result.warnings:
        decided = reading.decided(session.desk, int(result.facts["for"]))
        if decided is not None:
            said = heading(decided, session.zone, session.desk.now())
            output.warn(_("Because of the weather things are otherwise then: {said}").format(said=said))
    return result


def _time(session: Session) -> Millis:
    hours = OpeningHours.of(session.snapshot.policy)
    return read_appointment(session.args.time, session.desk.now(), hours)


def _day(session: Session, text: str | None) -> date:
    return read_book_day(text, OpeningHours.of(session.snapshot.policy).day_of(session.desk.now()))


def _list(session: Session) -> int:
    session = up_to_date(session)
    args, policy, now = session.args, session.snapshot.policy, session.desk.now()
    first = _day(session, args.day)
    last = first if args.until is None else _day(session, args.until)
    found = reading.between(session.desk, first, max(first, last))
    if args.json:
        late_s = policy.appointment_late_s
        told = (as_json(each, session.zone, late_s=late_s, now=now) for each in found)
        output.say_json_list("appointments", told)
        return 0
    if not found:
        output.say(_("No appointment is on record for then."))
    for each in found:
        output.say(listed(outgoing.of_appointment(each), policy, session.zone, now))
    return 0


def _slots(session: Session) -> int:
    session = up_to_date(session)
    day, rates = reading.with_rates(session.desk, _day(session, session.args.day))
    if session.args.json:
        output.say_json(day_json(day, rates, session.zone))
        return 0
    now = session.desk.now()
    output.say(f"{day_title(day.day, _day(session, None))} · {counts(day, now)}")
    for slot in day.slots:
        figures = f"{slot.booked:>3} / {slot.capacity:<3}"
        at, risk = short_time(slot.begins, session.zone), risk_text(slot.risk, session.snapshot.policy)
        said = "" if slot.override is None else f"{slot.override.who}: {slot.override.why}"
        output.say(
            "  ".join(filter(None, (at, figures, f"{slot.expected:.1f}", bar(slot.risk), risk, room(slot, now), said)))
        )
    if any(slot.is_rough for slot in day.slots):
        output.say(_("Rough: fewer than 28 days are on file, or fewer than 5 of the kind."))
    output.say(rates_text(rates))
    return 0
