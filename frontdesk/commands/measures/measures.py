"""`frontdesk measures`: from the proposal to what came of it (Z7)."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.measures import results
from frontdesk.commands.measures.as_json import as_json, effect_json
from frontdesk.commands.measures.choices import read_cause
from frontdesk.desk import measures
from frontdesk.desk.review import reviews
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.journal.result import Result
from frontdesk.domain.measures.measure import EffectVerdict
from frontdesk.domain.measures.reasons import MeasureReason
from frontdesk.domain.review.metrics import Metric
from frontdesk.words.i18n import _
from frontdesk.words.measures import effect_lines, heading, history_lines


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in {None, "list"}:
        return on_store(args, _list)
    if args.verb in {"show", "effect"}:
        return on_store(args, _show if args.verb == "show" else _effect)
    if args.verb == "check":
        args.verdict = read_choice(EffectVerdict, args.verdict)
    if args.verb == "agree" and args.metric:
        args.metric = read_choice(Metric, args.metric, MeasureReason.NO_METRIC)
    return carry_out(args, _carry_out, results)


def _carry_out(session: Session) -> Result:
    args, desk = session.args, session.desk
    if args.verb == "add":
        return _propose(session)
    if args.verb == "agree":
        until = read_deadline(args.until, desk.now(), OpeningHours.of(session.snapshot.policy))
        return measures.agree(
            desk, args.number, args.owner, until, metric=args.metric, expected=args.expected, words=args.words,
            operation=args.operation,
        )  # fmt: skip
    if args.verb == "done":
        return measures.done(desk, args.number, args.evidence, args.operation)
    if args.verb == "check":
        return measures.check(desk, args.number, args.verdict, args.words, args.operation)
    return measures.drop(desk, args.number, args.why, args.operation)


def _propose(session: Session) -> Result:
    args = session.args
    part_of = args.incident if args.review is None else reviews.shown(session.desk, Month.read(args.review)).id
    cause = read_cause(session.snapshot.policy, args.cause) if args.cause else ""
    return measures.propose(
        session.desk, args.what, cause=cause, part_of=part_of, words=args.words, operation=args.operation
    )


def _list(session: Session) -> int:
    found = measures.every(session.desk) if session.args.all else measures.open_ones(session.desk)
    now = session.desk.now()
    return output.say_list(
        session.args, "measures", (as_json(each, session.zone) for each in found),
        (heading(measure, session.zone, now) for measure in found), _("There is no measure."),
    )  # fmt: skip


def _show(session: Session) -> int:
    measure = measures.shown(session.desk, session.args.number)
    if session.args.json:
        output.say_json(as_json(measure, session.zone))
        return 0
    output.say(heading(measure, session.zone, session.desk.now()))
    for line in history_lines(measure, session.zone):
        output.say(line)
    return 0


def _effect(session: Session) -> int:
    found = measures.effect_of(session.desk, session.args.number)
    if session.args.json:
        output.say_json(effect_json(found))
        return 0
    for line in effect_lines(found):
        output.say(line)
    return 0
