"""`frontdesk forget`: shows what is kept of a customer, asks, and takes it out of the database (C10)."""

import sys
from argparse import Namespace

from frontdesk.commands.forgetting import results
from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.desk import forgetting
from frontdesk.domain.cases.case import CUSTOMER_LIMIT
from frontdesk.domain.forgetting.customer import Customer, Holdings
from frontdesk.domain.forgetting.reasons import ForgetReason
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.phones import parse_phone
from frontdesk.domain.values.plates import NO_PLATE, whole_plate
from frontdesk.domain.values.text import whole_line
from frontdesk.words.forgetting import other_counts
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number
from frontdesk.words.times import iso_time, long_time


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    return on_store(args, _show if args.dry_run else _forget, results)


def _show(session: Session) -> int:
    found = forgetting.holdings(session.desk, _customer(session))
    if session.args.json:
        cases = [
            {"number": case.id, "received_at": iso_time(case.received_at, session.zone), "stage": case.stage}
            for case in found.cases
        ]
        taken_back = list(found.taken_back)
        counts = {"numbers": len(found.numbers), "drafts": len(found.drafts)}
        counts |= found.addressed.counts
        output.say_json({"cases": cases, "taken_back": taken_back, **counts})
    else:
        output.say("\n".join(_lines(session, found)))
    return 0


def _forget(session: Session) -> int:
    args = session.args
    done = session.known_result()
    if done is None:
        customer = _customer(session)
        found = forgetting.holdings(session.desk, customer)
        if not args.yes:
            _ask(session, found)
        done = forgetting.forget(session.desk, customer, args.operation)
    is_clean = forgetting.leave_no_trace(session.desk)
    code = session.tell(done)
    output.warn(
        _(
            "What stays: the plate with each visit, what the staff did and when, and that somebody was forgotten, by"
            " whom and when. Backups, exports and papers made before still hold everything: delete them; after a"
            " restore, forget again."
        )
    )
    if not is_clean:
        output.warn(
            _(
                "Others read it just now, or the disk is full: until the last station was closed once, the journal"
                " beside the database (-wal) may still hold some of it."
            )
        )
    return code


def _ask(session: Session, found: Holdings) -> None:
    """Show what would go and wait for a yes. Raises `Refused(NOT_CONFIRMED)`."""
    if session.args.json or not sys.stdin.isatty():
        raise Refused(ForgetReason.NOT_CONFIRMED)
    output.say("\n".join(_lines(session, found)))
    answer = input(_("This cannot be undone. Forget this customer? (yes/no) ")).strip().casefold()
    if answer not in {"yes", "y", "是", _("yes")}:
        raise Refused(ForgetReason.NOT_CONFIRMED)


def _lines(session: Session, found: Holdings) -> list[str]:
    lines = [_("The name, the phone number and all words go; plates, times, stages and figures stay.")]
    for case in found.cases:
        at = long_time(case.received_at, session.zone)
        lines.append(f"  {case_number(case.id)} · {at} · {word(case.stage)}")
    if found.taken_back:
        lines.append(_("Cases that were taken back: {numbers}").format(numbers=", ".join(map(str, found.taken_back))))
    lines += other_counts(found.addressed.counts)
    if found.drafts:
        lines.append(_("Half-filled forms that are deleted: {count}").format(count=len(found.drafts)))
    return lines


def _customer(session: Session) -> Customer:
    args = session.args
    plate = whole_plate(args.plate, session.snapshot.policy.province) if args.plate else NO_PLATE
    name = whole_line(args.name, CUSTOMER_LIMIT)
    return Customer(parse_phone(args.phone or ""), plate, name, args.case)
