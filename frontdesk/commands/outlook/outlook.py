"""`frontdesk outlook`: the next hour, or the one after a past instant, with what was said and what happened (Z9)."""

from argparse import Namespace
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.desk import outlook as outlooks
from frontdesk.domain.outlook.outlook import Outlook
from frontdesk.domain.outlook.record import Kept
from frontdesk.domain.values.typed_times import read_time
from frontdesk.words.outlook import lines
from frontdesk.words.times import iso_time


def run(args: Namespace) -> int:
    """Say what is expected; return the exit code."""
    return on_store(args, _show)


def _show(session: Session) -> int:
    args, desk = session.args, session.desk
    moment = desk.now() if args.at is None else read_time(" ".join(args.at), desk.now(), session.zone, past=True)
    found = outlooks.at(desk, moment)
    record = outlooks.record_before(desk, moment)
    if args.json:
        output.say_json(as_json(found, record, session.zone))
    else:
        for line in lines(found, record, session.snapshot.policy.outlook_warning_percent):
            output.say(line)
    return 0


def as_json(found: Outlook, record: Sequence[Kept], zone: ZoneInfo) -> dict[str, object]:
    """Return what is expected as JSON: likelihoods and shares between 0 and 1."""
    return {
        "at": iso_time(found.at, zone),
        "probability": round(found.probability, 4),
        "over_now": found.is_over,
        "arrivals": round(found.arrivals, 1),
        "peak": found.peak,
        "basis_days": found.basis_days,
        "record": [{"said": round(each.said, 4), "happened": round(each.happened, 4), "n": each.n} for each in record],
    }
