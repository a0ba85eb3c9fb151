"""`frontdesk complaints`: the queue, a new case, and whatever else is done with one (C1, C2, C12)."""

import sys
from argparse import Namespace
from collections.abc import Callable

from frontdesk.commands.cases import documents, export, importing, page, results, steps, templates
from frontdesk.commands.cases.as_json import as_json
from frontdesk.commands.cases.choices import read_channel, read_kind
from frontdesk.commands.cases.plates import read_plate
from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.progress import progress
from frontdesk.commands.kit.session import Session, carry_out, on_store, up_to_date, warn_of_plate
from frontdesk.desk.cases import register, search
from frontdesk.domain.cases.case import CaseKind, Channel, Nature, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.search import Filter
from frontdesk.domain.journal.result import Result
from frontdesk.domain.picture import outgoing
from frontdesk.domain.values.plates import is_usual
from frontdesk.domain.values.typed_times import read_time
from frontdesk.words.i18n import _


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in _OWN:
        return _OWN[args.verb](args)
    if args.verb == "add":
        args.nature = read_choice(Nature, args.nature)
        args.severity = read_choice(Severity, args.severity)
        return carry_out(args, _add, results, create=True)
    return on_store(args, _ON_STORE[args.verb])


def _add(session: Session) -> Result:
    args, now = session.args, session.desk.now()
    plate, policy = read_plate(session), session.snapshot.policy
    case = NewCase(
        channel=read_channel(policy, args.channel or _usual(policy.channels, Channel.PHONE)),
        kind=read_kind(policy, args.kind or _usual(policy.kinds, CaseKind.SERVICE)),
        severity=args.severity,
        customer=args.customer,
        phone=args.phone,
        plate=plate,
        words=args.words,
        nature=args.nature,
        wants=args.wants,
        is_drill=args.drill,
        received_at=None if args.received is None else read_time(args.received, now, session.zone, past=True),
    )
    result = register.register(session.desk, case, args.operation)
    if plate and not is_usual(plate):
        warn_of_plate(plate)
    return result


def _usual(entries: tuple[str, ...], usual: str) -> str:
    """Return what is meant where nobody says it, as far as the store lists it."""
    return usual if usual in entries else entries[0]


def _list(session: Session) -> int:
    session = up_to_date(session)
    args, now = session.args, session.desk.now()
    cases = search.part(session.desk, _asked_for(args), args.find, limit=search.WITHOUT_END).cases
    found = tuple(outgoing.of_case(case) for case in cases)
    if args.json:
        output.say_json_list("complaints", (as_json(case, now, session.zone) for case in found))
    elif not found:
        output.say(_nothing(args))
    else:
        from frontdesk.commands.cases.table import case_table  # noqa: PLC0415 - a script that polls needs none
        from frontdesk.commands.kit.tables import console  # noqa: PLC0415

        out = console()
        with progress(args, _("Listing")), out.capture() as listed:
            out.print(case_table(found, session, now, out.width))
        sys.stdout.write(listed.get())
    return 0


def _asked_for(args: Namespace) -> Filter:
    """Return which cases are listed."""
    if args.only:
        return read_choice(Filter, args.only)
    return Filter.LATE if args.late else Filter.TODAY if args.today else Filter.ALL if args.all else Filter.OPEN


def _nothing(args: Namespace) -> str:
    if args.find or args.only:
        return _("No such complaint.")
    if args.late:
        return _("No complaint is late.")
    if args.today:
        return _("No complaint is due today.")
    return _("No complaint is on record.") if args.all else _("No complaint is open.")


_OWN: dict[str, Callable[[Namespace], int]] = {
    "import": importing.run,
    "step": steps.run,
    "amend": steps.amend,
    "read": steps.read,
    "templates": templates.run,
    "print": documents.run,
}
_ON_STORE = {"list": _list, "show": page.show, "export": export.run}
