"""`frontdesk trainings`: held, attended, lacking; certificates with their last day."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, carry_out, on_store, up_to_date
from frontdesk.commands.trainings import results
from frontdesk.desk import trainings
from frontdesk.domain.calendar.typed_dates import read_date
from frontdesk.domain.journal.result import Result
from frontdesk.domain.trainings.reasons import TrainingReason
from frontdesk.domain.trainings.training import Attendance, Topic
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.typed_times import read_time
from frontdesk.words.i18n import _
from frontdesk.words.trainings import certificate_key, certificate_line, lacking_line, result_line, training_line

_SHORT = {"fire": Topic.FIRE, "epidemic": Topic.EPIDEMIC}


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    if args.verb in {None, "list"}:
        return on_store(args, _list)
    return on_store(args, _lacking) if args.verb == "lacking" else carry_out(args, _carry_out, results)


def _carry_out(session: Session) -> Result:
    args, desk, operation = session.args, session.desk, session.args.operation
    if args.verb == "attend":
        result = Attendance.FAILED if args.failed else Attendance.PASSED
        return trainings.attend(desk, args.number, args.names, result, score=args.score, operation=operation)
    if args.verb == "certificate":
        kind = certificate_key(args.kind)
        if args.until is None:
            return trainings.drop_certificate(desk, args.name, kind, operation)
        return trainings.certify(desk, args.name, kind, read_date(args.until), operation)
    args.topic = _topic(args.topic)
    at = None if args.at is None else read_time(args.at, desk.now(), session.zone)
    return trainings.add(
        desk, args.topic, args.trainer, at=at, plan_version=args.plan_version, words=args.words, operation=operation
    )


def _topic(text: str) -> Topic:
    """Return the topic that was typed. Raises `Refused(NO_TOPIC)`."""
    key = text.strip().lower().replace("-", "_")
    if key in _SHORT:
        return _SHORT[key]
    if key not in set(Topic):
        others = (topic for topic in Topic if topic not in _SHORT.values())
        raise Refused(TrainingReason.NO_TOPIC, text=text, choices=(*others, *_SHORT))
    return Topic(key)


def _list(session: Session) -> int:
    session = up_to_date(session)
    found = trainings.listed(session.desk)
    if session.args.json:
        told = (
            {
                "number": each.id,
                "topic": each.topic,
                "held_on": str(each.held_on),
                "trainer": each.trainer,
                "plan_version": each.plan_version or None,
                "words": each.words or None,
                "attended": [one._asdict() for one in each.attended],
            }
            for each in found.trainings
        )
        output.say_json_list("trainings", told)
        return 0
    if not found.trainings:
        output.say(_("No training is on record."))
    for each in found.trainings:
        output.say(training_line(each))
        for one in each.attended:
            output.say(f"  {result_line(one)}")
    return 0


def _lacking(session: Session) -> int:
    session = up_to_date(session)
    found = trainings.listed(session.desk)
    if session.args.json:
        lacks = [
            {**each._asdict(), "ended_on": str(each.ended_on) if each.ended_on else None} for each in found.lacking
        ]
        held = [
            {
                "name": each.name, "kind": each.kind, "ends_on": str(each.ends_on),
                "days_left": each.days_left(found.today), "warned": each.is_warned(found.today),
            }
            for each in found.certificates
        ]  # fmt: skip
        output.say_json({"lacking": lacks, "certificates": held})
        return 0
    if not found.lacking:
        output.say(_("Nobody lacks a training."))
    for lacks_one in found.lacking:
        output.say(lacking_line(lacks_one))
    for each in found.certificates:
        output.say(f"  {certificate_line(each, found.today)}")
    return 0
