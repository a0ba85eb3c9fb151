"""`frontdesk tickets`: the customers in the lounge – list, call, no-show, back into the zone (Z5a)."""

from argparse import Namespace
from collections.abc import Callable
from zoneinfo import ZoneInfo

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.lounge import results
from frontdesk.desk import lounge
from frontdesk.desk.desk import Desk
from frontdesk.domain.journal.result import Result
from frontdesk.domain.lounge import LoungeReason, Ticket
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import SECOND, Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import mask_plate
from frontdesk.machine.ticket_printer import MachinePrinter
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import clock_time, duration, iso_time, short_time
from frontdesk.words.zone import place_at

Json = dict[str, object]

_STEPS: dict[str, Callable[[Desk, int, str | None], Result]] = {
    "call": lounge.call,
    "no-show": lounge.no_show,
    "restore": lounge.restore,
    "return": lounge.bring_back,
    "renew": lounge.renew,
}


def _print(session: Session) -> int:
    """Print a ticket again."""
    number = session.args.number
    ticket = next((ticket for ticket in session.snapshot.tickets if ticket.number == number), None)
    if ticket is None:
        raise Refused(LoungeReason.NO_TICKET, number=number)
    where = MachinePrinter(session.args.settings).print(ticket, session.snapshot.policy)
    session.args.done = True
    if session.args.json:
        output.say_json({"done": "ticket_print", "ticket": ticket.name, "to": where})
    else:
        output.say(_("{ticket} was printed: {where}").format(ticket=ticket.name, where=where))
    return 0


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb == "print":
        return on_store(args, _print)
    return carry_out(args, _carry_out, results) if args.verb in _STEPS else on_store(args, _list)


def _carry_out(session: Session) -> Result:
    args = session.args
    return _STEPS[args.verb](session.desk, args.number, args.operation)


def _list(session: Session) -> int:
    now = session.desk.now()
    if session.args.json:
        output.say_json({"tickets": as_json(session.snapshot, now, session.zone)})
    elif not session.snapshot.tickets:
        output.say(_("Nobody waits in the lounge."))
    else:
        from frontdesk.commands.kit.tables import console, row, table  # noqa: PLC0415 - a script that polls needs none

        shown = table(_("ticket"), _("plate"), _("state"), _("customer wait"), _("expires"), _("place"))
        for ticket in session.snapshot.tickets:
            row(shown, _cells(ticket, session, now))
        console().print(shown)
    return 0


def _cells(ticket: Ticket, session: Session, now: Millis) -> tuple[str, ...]:
    state = word(ticket.state)
    if ticket.called_at is not None and ticket.no_show_at is None:
        state = f"{state} {ticket.calls}× {clock_time(ticket.called_at, session.zone)}"
    expires = short_time(ticket.expires_at, session.zone, now)
    if ticket.is_expired(now):
        expires = _("{due} overdue").format(due=expires)
    place = place_at(ticket.bay, session.snapshot.floor.places, "—")
    wait = duration(max(0, now - ticket.arrived_at))
    return ticket.name, mask_plate(ticket.plate), state, wait, expires, place


def as_json(snapshot: Snapshot, now: Millis, zone: ZoneInfo) -> list[Json]:
    """Return the valid tickets. Plates are masked, as on the lounge display; the wait counts from arrival."""
    return [
        {
            "number": ticket.number,
            "ticket": ticket.name,
            "plate": mask_plate(ticket.plate),
            "state": ticket.state,
            "issued_at": iso_time(ticket.issued_at, zone),
            "wait_s": max(0, now - ticket.arrived_at) / SECOND,
            "expires_at": iso_time(ticket.expires_at, zone),
            "expired": ticket.is_expired(now),
            "renewals": ticket.renewals,
            "renewed_by": ticket.renewed_by or None,
            "calls": ticket.calls,
            "called_at": iso_time(ticket.called_at, zone),
            "bay": ticket.bay or None,
            "no_show_at": iso_time(ticket.no_show_at, zone),
        }
        for ticket in snapshot.tickets
    ]
