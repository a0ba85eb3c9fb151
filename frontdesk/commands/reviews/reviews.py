"""`frontdesk reviews`: a month's crowding, its causes, and who signed for it (Z7)."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.measures.choices import read_cause
from frontdesk.commands.reviews import results
from frontdesk.commands.reviews.as_json import as_json, line_json
from frontdesk.desk.review import causes, reviews
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.journal.result import Result
from frontdesk.domain.review.review import Review
from frontdesk.domain.values.text import clean_words
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.matters import signature_lines, time_left
from frontdesk.words.measures import heading
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.review.month import (
    cause_word,
    corrections_lines,
    figures_line,
    fullest_line,
    pareto_lines,
)
from frontdesk.words.times import long_time


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in {None, "list"}:
        return on_store(args, _list)
    args.month = Month.read(args.month)
    if args.verb == "show":
        return on_store(args, _show)
    return carry_out(args, _carry_out, results)


def _carry_out(session: Session) -> Result:
    args, desk, policy = session.args, session.desk, session.snapshot.policy
    if args.verb == "open":
        return reviews.open_month(desk, args.month, args.operation)
    if args.verb == "take-proposed":
        return reviews.take_proposed(desk, args.month, args.operation)
    if args.verb == "submit":
        return reviews.submit(desk, args.month, args.conclusion, args.operation)
    cause = read_cause(policy, args.cause)
    if args.verb == "cause":
        return reviews.say_cause(desk, args.month, {args.number: cause}, args.words, args.operation)
    return reviews.leave(desk, args.month, cause, args.why, args.operation)


def _list(session: Session) -> int:
    found = reviews.opened(session.desk)
    if session.args.json:
        output.say_json_list("reviews", (line_json(each, session.zone) for each in found))
        return 0
    if not found:
        output.say(_("No month has been reviewed. The first review is opened on the first of the month after."))
    for review in found:
        output.say(_heading(session, review))
    return 0


def _show(session: Session) -> int:
    month = reviews.of_month(session.desk, session.args.month)
    proposed = causes.causes_of_month(session.desk, session.args.month)
    if session.args.json:
        output.say_json(as_json(month, proposed, session.zone))
        return 0
    lines = [_heading(session, month.review), figures_line(month.figures), fullest_line(proposed.week.fullest)]
    lines += pareto_lines(month.pareto)
    lines += [labelled(f"{cause_word(left.cause)} {_('without a measure')}", left.why) for left in month.review.left]
    lines += [heading(measure, session.zone, session.desk.now()) for measure in month.measures]
    if month.corrections:
        lines += [_("Of the month before, this has changed since it was signed:")]
        lines += corrections_lines(month.corrections)
    lines += [clean_words(month.review.conclusion)]
    lines += [line for approval in month.approvals for line in signature_lines(approval, session.zone)]
    for line in filter(None, lines):
        output.say(line)
    return 0


def _heading(session: Session, review: Review) -> str:
    first = review.matter.next_due
    owed = f"{long_time(first.due_at, session.zone)} {time_left(first, session.desk.now())}" if first else ""
    name = f"{case_number(review.id)} {word(review.matter.kind)} {review.month}"
    return " · ".join(filter(None, (name, word(review.state), owed)))
