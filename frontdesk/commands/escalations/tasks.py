"""`frontdesk tasks` and `frontdesk done`: the tasks that decisions give to others (Z5, Z6)."""

from argparse import Namespace
from zoneinfo import ZoneInfo

from frontdesk.commands.escalations import results
from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.desk.escalations import tasks
from frontdesk.domain.escalations.tasks import Task
from frontdesk.domain.journal.result import Result
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Millis
from frontdesk.words.escalations.tasks import task_text
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number
from frontdesk.words.times import iso_time, short_time

Json = dict[str, object]


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    return carry_out(args, _done, results) if args.command == "done" else on_store(args, _list)


def _done(session: Session) -> Result:
    return tasks.done(session.desk, session.args.number, session.args.operation)


def _list(session: Session) -> int:
    if session.args.json:
        output.say_json({"tasks": as_json(session.snapshot, session.zone, session.desk.now())})
    elif not session.snapshot.tasks:
        output.say(_("Nothing is to be done."))
    for task in session.snapshot.tasks if not session.args.json else ():
        output.say(_line(task, session))
    return 0


def _line(task: Task, session: Session) -> str:
    at = short_time(task.asked_at, session.zone, session.desk.now())
    asked = _("asked by {who} {at}").format(who=task.asked_by, at=at) if task.asked_by else at
    station = word(_station(task, session.snapshot, session.desk.now()))
    return " · ".join((case_number(task.id), task_text(task, session.snapshot.floor.places), station, asked))


def _station(task: Task, snapshot: Snapshot, now: Millis) -> StationKind:
    return task.station(workshop=snapshot.presence.is_there(StationKind.WORKSHOP, now))


def as_json(snapshot: Snapshot, zone: ZoneInfo, now: Millis) -> list[Json]:
    """Return the open tasks in the order they were given."""
    return [
        {
            "number": task.id,
            "errand": task.errand,
            "plate": task.plate,
            "place": task.place or None,
            "ticket": task.ticket or None,
            "station": _station(task, snapshot, now),
            "escalation": task.escalation,
            "asked_at": iso_time(task.asked_at, zone),
            "asked_by": task.asked_by or None,
            "text": task_text(task, snapshot.floor.places),
        }
        for task in snapshot.tasks
    ]
