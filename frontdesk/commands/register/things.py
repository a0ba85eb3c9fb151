"""`frontdesk things`: supplies, equipment, vehicles and tools (S3, S9)."""

from argparse import Namespace
from collections.abc import Callable, Iterable

from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.register import results
from frontdesk.commands.register.areas import read_area
from frontdesk.desk.register import areas, fitness, things
from frontdesk.desk.register.things import Register
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.journal.result import Result
from frontdesk.domain.register.last_days import read_last_day
from frontdesk.domain.register.things import Described, Thing, ThingKind, ThingState, found_by
from frontdesk.words.i18n import _
from frontdesk.words.register import area_names, history_line, more_of, thing_line
from frontdesk.words.times import iso_time


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in _ACTS:
        return carry_out(args, _ACTS[args.verb], results)
    return on_store(args, {"expiring": _expiring, "show": _show}.get(args.verb, _list))


def _list(session: Session) -> int:
    args = session.args
    state = args.state and read_choice(ThingState, args.state)
    register = things.listed(session.desk, retired=state is ThingState.RETIRED)
    kind = args.kind and read_choice(ThingKind, args.kind)
    area = args.area and read_area(session, args.area).key
    found = [
        thing
        for thing in register.things
        if (not kind or thing.described.kind is kind)
        and (not area or thing.described.area == area)
        and (not state or state in thing.states(register.today, register.warning_days))
    ]
    return _tell(session, register, found, _("Nothing such is on the register."))


def _expiring(session: Session) -> int:
    return _tell(session, things.listed(session.desk), things.to_see_to(session.desk), _("Nothing is to be seen to."))


def _tell(session: Session, register: Register, found: Iterable[Thing], nothing: str) -> int:
    listed = list(found)
    if session.args.json:
        output.say_json_list("things", (_as_json(session, register, thing) for thing in listed))
        return 0
    called = area_names(areas.listed(session.desk))
    for thing in listed:
        output.say(thing_line(thing, called, register.today, register.warning_days))
    if not listed:
        output.say(nothing)
    return 0


def _show(session: Session) -> int:
    register, now = things.listed(session.desk), session.desk.now()
    thing, entries = things.shown(session.desk, _number(session))
    if session.args.json:
        told = [
            {"at": iso_time(entry.at, session.zone), "by": entry.who, "done": entry.entry, "value": entry.value,
             "words": entry.words}
            for entry in entries
        ]  # fmt: skip
        output.say_json({**_as_json(session, register, thing), "history": told})
        return 0
    called = area_names(areas.listed(session.desk))
    output.say(thing_line(thing, called, register.today, register.warning_days))
    for line in (*more_of(thing, session.zone, now), *(history_line(each, session.zone, now) for each in entries)):
        output.say(f"  {line}")
    return 0


def _number(session: Session) -> int:
    """Return the number of the thing that was typed, also of one that is retired."""
    every = [*things.listed(session.desk).things, *things.listed(session.desk, retired=True).things]
    return found_by(session.args.thing, every).id


def _said(session: Session, was: Described) -> Described:
    """Return what a thing is after what was typed."""
    args = session.args
    today = OpeningHours.of(session.snapshot.policy).day_of(session.desk.now())
    typed = {
        "kind": args.kind and read_choice(ThingKind, args.kind),
        "area": args.area and read_area(session, args.area).key,
        "quantity": args.quantity,
        "least": args.least,
        "unit": args.unit,
        "expires_on": args.expires and read_last_day(args.expires, today),
    }
    return was._replace(**{name: value for name, value in typed.items() if value is not None})


def _add(session: Session) -> Result:
    args = session.args
    said = _said(session, Described(ThingKind.TOOL, args.thing))
    return things.add(session.desk, said, args.operation)


def _set(session: Session) -> Result:
    args, number = session.args, _number(session)
    was = things.shown(session.desk, number)[0].described
    said = _said(session, was if args.name is None else was._replace(name=args.name))
    return things.change(session.desk, number, said, args.operation)


def _count(session: Session) -> Result:
    return things.count(session.desk, _number(session), session.args.quantity, session.args.operation)


def _renew(session: Session) -> Result:
    today = OpeningHours.of(session.snapshot.policy).day_of(session.desk.now())
    until = read_last_day(session.args.until, today)
    return things.renew(session.desk, _number(session), until, session.args.operation)


def _faulty(session: Session) -> Result:
    return fitness.faulty(session.desk, _number(session), session.args.words, session.args.operation)


def _ready(session: Session) -> Result:
    return fitness.ready(session.desk, _number(session), session.args.words, session.args.operation)


def _out(session: Session) -> Result:
    args = session.args
    return fitness.out(session.desk, _number(session), args.matter, args.words, args.operation)


def _back(session: Session) -> Result:
    return fitness.back(session.desk, _number(session), session.args.words, session.args.operation)


def _retire(session: Session) -> Result:
    return things.retire(session.desk, _number(session), session.args.words, session.args.operation)


def _again(session: Session) -> Result:
    return things.again(session.desk, _number(session), session.args.operation)


_ACTS: dict[str, Callable[[Session], Result]] = {
    "add": _add,
    "set": _set,
    "count": _count,
    "renew": _renew,
    "faulty": _faulty,
    "ready": _ready,
    "out": _out,
    "back": _back,
    "retire": _retire,
    "again": _again,
}


def _as_json(session: Session, register: Register, thing: Thing) -> dict[str, object]:
    said, zone = thing.described, session.zone
    return {
        "number": thing.id,
        "name": said.name,
        "kind": said.kind,
        "area": said.area or None,
        "state": thing.state(register.today, register.warning_days),
        "states": list(thing.states(register.today, register.warning_days)),
        "quantity": said.quantity,
        "least": said.least,
        "unit": said.unit or None,
        "expires_on": said.expires_on and said.expires_on.isoformat(),
        "last_check": iso_time(thing.checked_at, zone),
        "fault": thing.fault
        and {"words": thing.fault.words, "by": thing.fault.who, "at": iso_time(thing.fault.at, zone),
             "matter": thing.fault.matter},
        "out": thing.out
        and {"matter": thing.out.matter, "why": thing.out.why, "by": thing.out.who, "at": iso_time(thing.out.at, zone)},
        "retired_at": iso_time(thing.retired_at, zone),
    }  # fmt: skip
