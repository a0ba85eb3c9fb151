"""`frontdesk penalties`: a month of the ledger, and each step from the proposal to the decision (Z8)."""

from argparse import Namespace
from dataclasses import replace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.penalties import results
from frontdesk.commands.penalties.as_json import as_json, line_json
from frontdesk.commands.zone.as_json import left_json
from frontdesk.desk import leaving, penalties
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.journal.result import Result
from frontdesk.domain.penalties.month import Ledger
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.picture import outgoing
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.penalties import booked, heading, money
from frontdesk.words.phrases import labelled
from frontdesk.words.times import short_time
from frontdesk.words.zone import left_unreceived

_WITH_WORDS = {"appeal": penalties.appeal, "uphold": penalties.uphold, "counter": penalties.counter}


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in {None, "list"}:
        return on_store(args, _list)
    return carry_out(args, _carry_out, results)


def _carry_out(session: Session) -> Result:
    args, desk = session.args, session.desk
    if args.verb == "propose":
        return penalties.propose(
            desk, args.case, args.person, escalation=args.escalation, words=args.words, operation=args.operation
        )
    if args.verb == "sign":
        return penalties.sign(desk, args.number, args.operation)
    return _WITH_WORDS[args.verb](desk, args.number, args.words, args.operation)


def _list(session: Session) -> int:
    args, zone = session.args, session.zone
    month = None if args.month is None else Month.read(args.month)
    ledger, left = penalties.of_month(session.desk, month), leaving.of_month(session.desk, month)
    if args.person is not None:
        ledger = ledger.about(clean_line(args.person, NAME_LIMIT))
    ledger = replace(
        ledger,
        penalties=tuple(outgoing.of_penalty(penalty) for penalty in ledger.penalties),
        waiting=tuple(outgoing.of_penalty(penalty) for penalty in ledger.waiting),
    )
    if args.json:
        output.say_json(
            {
                "month": str(ledger.month),
                "entries": [line_json(penalty, entry, zone) for penalty, entry in ledger.entries],
                "sums": [{"person": person, "sum": total} for person, total in ledger.sums.items()],
                "sum": sum(ledger.sums.values()),
                "waiting": [as_json(penalty, zone) for penalty in ledger.waiting],
                "left_unreceived": left_json(left),
            }
        )
    else:
        _say(session, ledger)
        if left.count and args.person is None:
            output.say(labelled(f"{ledger.month} {_('left without having been received')}", left_unreceived(left)))
    return 0


def _say(session: Session, ledger: Ledger) -> None:
    now, zone = session.desk.now(), session.zone
    if not ledger.penalties:
        output.say(_("{month}: no penalty was entered.").format(month=ledger.month))
    else:
        from frontdesk.commands.kit.tables import console, row, table  # noqa: PLC0415 - a script that polls needs none

        shown = table(
            _("penalty"), _("time"), _("plate"), _("responsible"), _("entry"), _("CNY"), _("entered by"), _("words")
        )
        for penalty, entry in ledger.entries:
            at, amount = short_time(entry.at, zone, now), booked(entry.amount)
            about = (str(penalty.id), at, show_plate(penalty.plate), penalty.person)
            row(shown, (*about, word(entry.state), amount, entry.who, clean_line(entry.words)))
        console().print(shown)
        for person, total in ledger.sums.items():
            output.say(labelled(f"{ledger.month} {person}", money(total)))
        output.say(labelled(f"{ledger.month} {_('total')}", money(sum(ledger.sums.values()))))
    for penalty in ledger.waiting:
        output.say(labelled(_("waits for a signature or a decision"), f"{heading(penalty)} · {word(penalty.state)}"))
