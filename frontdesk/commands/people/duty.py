"""`frontdesk duty`: who is on duty as manager and as deputy, until when (Z1, S2)."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.people import results
from frontdesk.desk.people import duty
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.duty import ROSTERED, Duty
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.typed_times import read_time
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import iso_time, short_time


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in {"set", "end"}:
        args.role = read_choice(ROSTERED, args.role)
    if args.verb == "end":
        return carry_out(args, _end, results)
    return on_store(args, _set if args.verb == "set" else _list, results)


def _set(session: Session) -> int:
    """Put somebody on duty. An end that is earlier in the day than the start means the next day."""
    args, now = session.args, session.desk.now()
    starts = None if args.starts is None else read_time(args.starts, now, session.zone)
    ends = read_time(args.until, max(now, starts or now), session.zone, ahead=True)
    result = session.known_result() or duty.hand_over(
        session.desk, args.role, args.name, ends, starts_at=starts, operation=args.operation
    )
    until = _("until {time}").format(time=short_time(ends, session.zone, now))
    return session.tell(result, until)


def _end(session: Session) -> Result:
    return duty.end(session.desk, session.args.role, session.args.operation)


def _list(session: Session) -> int:
    now, zone = session.desk.now(), session.zone
    shifts = duty.ahead(session.desk)
    if session.args.json:
        listed = [
            {
                "number": shift.id,
                "role": shift.role,
                "name": shift.name,
                "from": iso_time(shift.starts_at, zone),
                "until": iso_time(shift.ends_at, zone),
                "in_force": session.snapshot.roster.shift(shift.role, now) == shift,
            }
            for shift in shifts
        ]
        output.say_json({"on_duty": on_duty(session.snapshot, now), "duties": listed})
        return 0
    for role, name in on_duty(session.snapshot, now).items():
        output.say(_("on duty now: {role} {name}").format(role=word(role), name=name or _("nobody")))
    for shift in shifts:
        output.say(_line(shift, session, now))
    return 0


def _line(shift: Duty, session: Session, now: Millis) -> str:
    starts, ends = (short_time(at, session.zone, now) for at in (shift.starts_at, shift.ends_at))
    return f"{starts} – {ends}  {word(shift.role)} {shift.name}"


def on_duty(snapshot: Snapshot, now: Millis) -> dict[str, str | None]:
    """Return who is on duty in each role that can be handed over, by the roster or by post; None if unknown."""
    people = {role: snapshot.roster.on_duty(role, now) for role in ROSTERED}
    return {role: person.name if person else None for role, person in people.items()}
