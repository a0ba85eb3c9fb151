"""`frontdesk escalations`: everything that was over a limit, and the whole record of one (Z5, Z6, Z7)."""

from argparse import Namespace
from collections.abc import Iterable
from contextlib import closing

from frontdesk.commands.escalations import page
from frontdesk.commands.escalations.as_json import with_steps
from frontdesk.commands.escalations.page import line
from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, on_store, up_to_date
from frontdesk.desk.escalations import record
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.values.typed_times import read_time
from frontdesk.words.i18n import _

_SHOWN = 40
"""How many escalations are listed if no time is given."""


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    return on_store(args, _list if args.number is None else page.show)


def _list(session: Session) -> int:
    since = None
    if session.args.since is not None:
        since = read_time(session.args.since, session.desk.now(), session.zone, since=True)
    session = up_to_date(session)
    now = session.desk.now()
    if session.args.json:
        snapshot, zone = session.snapshot, session.zone
        # Closed before the store is, also where whoever reads the answer has gone.
        with closing(record.since(session.desk, since or 0)) as found:
            output.say_json_list("escalations", (with_steps(*each, snapshot, now=now, zone=zone) for each in found))
    elif since is not None:
        with closing(record.since(session.desk, since)) as found:
            _say(session, (escalation for escalation, _steps in found))
    else:
        earlier = record.count(session.desk) - _SHOWN
        if earlier > 0:
            output.say(
                _("{count} earlier ones are on record: frontdesk escalations --since DATE").format(count=earlier)
            )
        _say(session, reversed(record.lately(session.desk, _SHOWN)))
    return 0


def _say(session: Session, found: Iterable[Escalation]) -> None:
    now, said = session.desk.now(), False
    for escalation in found:
        output.say(line(escalation, session.snapshot, now, session.zone))
        said = True
    if not said:
        output.say(_("No escalation is on record."))
