"""`frontdesk quotes`: what was offered to customers (Q8)."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.printed import print_page
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.quotes import results
from frontdesk.desk import quotes
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.journal.result import Result
from frontdesk.domain.quotes import About, Quote, read_line
from frontdesk.words.i18n import _
from frontdesk.words.quotes import heading, quote_line
from frontdesk.words.times import iso_time


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb == "add":
        return carry_out(args, _add, results)
    return on_store(args, {"show": _show, "print": _print}.get(args.verb, _list))


def _about(args: Namespace) -> About:
    return About(args.matter, args.case)


def _add(session: Session) -> Result:
    args, desk = session.args, session.desk
    lines = tuple(read_line(text) for text in args.line)
    until = read_deadline(args.until, desk.now(), OpeningHours.of(session.snapshot.policy))
    return quotes.add(desk, _about(args), args.asked, lines, valid_until=until, operation=args.operation)


def _list(session: Session) -> int:
    about, now = _about(session.args), session.desk.now()
    found = quotes.listed(session.desk) if about == About() else quotes.of(session.desk, about)
    return output.say_list(
        session.args, "quotes", (_json(session, each) for each in found),
        (heading(each, session.zone, now) for each in found), _("No quotation was given."),
    )  # fmt: skip


def _show(session: Session) -> int:
    quote = quotes.shown(session.desk, session.args.number)
    if session.args.json:
        output.say_json(_json(session, quote))
        return 0
    output.say(heading(quote, session.zone, session.desk.now()))
    output.say(f"  {quote.asked}")
    for line in quote.lines:
        output.say(f"  {quote_line(line)}")
    return 0


def _print(session: Session) -> int:
    from frontdesk.documents import quote_page  # noqa: PLC0415 - seldom asked for

    def page() -> str:
        quote = quotes.shown(session.desk, session.args.number)
        return quote_page.as_html(quote, session.snapshot.policy, session.desk.now())

    return print_page(session, page)


def _json(session: Session, quote: Quote) -> dict[str, object]:
    return {
        "number": quote.id,
        "matter": quote.about.matter,
        "case": quote.about.case,
        "plate": quote.plate or None,
        "at": iso_time(quote.at, session.zone),
        "by": quote.who,
        "asked": quote.asked,
        "lines": [{"what": line.what, "min": line.least, "max": line.most} for line in quote.lines],
        "total_min": quote.least,
        "total_max": quote.most,
        "valid_until": iso_time(quote.valid_until, session.zone),
        "state": quote.state(session.desk.now()),
    }
