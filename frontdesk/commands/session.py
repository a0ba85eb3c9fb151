"""What every command that works on the store needs: the desk, what it looks like now, the store's own time zone."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from frontdesk.commands import operations, output
from frontdesk.desk.desk import Answer, Desk
from frontdesk.desk.zone import UNUSUAL_PLATE
from frontdesk.domain.errors import FrontdeskError, InputError, Reason
from frontdesk.domain.plates import show_plate
from frontdesk.domain.snapshot import Snapshot
from frontdesk.domain.staff import Actor
from frontdesk.i18n import _
from frontdesk.wording import event_word, iso_time, place_name, short_time

STATION = "command"
"""The station that stands in the records of what is done on the command line."""


@dataclass(frozen=True, slots=True)
class Session:
    """A command at work."""

    args: Namespace
    desk: Desk
    snapshot: Snapshot
    zone: ZoneInfo

    def tell(self, answer: Answer) -> int:
        """Say what was done. Raises `Refused` where it was done by another command with the same operation id."""
        if self.args.operation:
            operations.check(self.args, self.snapshot.policy.province, answer)
        names = {place.key: place_name(place) for place in self.snapshot.floor.places}
        unusual = UNUSUAL_PLATE in answer.warnings
        if unusual:
            output.warn(_("{plate} is an unusual plate; it was kept.").format(plate=show_plate(answer.plate)))
        if self.args.json:
            output.say_json(
                {
                    "done": answer.kind,
                    "plate": answer.plate or None,
                    "place": answer.place or None,
                    "at": iso_time(answer.at, self.zone),
                    "by": self.desk.actor.who,
                    "detail": answer.detail or None,
                    "number": answer.number or None,
                    "event": answer.seq,
                    "undoes": answer.undoes,
                    "warnings": list(answer.warnings),
                }
            )
            return 0
        kind = event_word(answer.kind)
        undone = [event_word(answer.detail)] if answer.kind == "undo" else []
        about = [show_plate(answer.plate)] if answer.plate else []
        place = [names.get(answer.place, answer.place)] if answer.place else []
        output.say(" · ".join([*about, kind, *undone, *place, short_time(answer.at, self.zone, self.desk.now())]))
        return 0


def on_store(args: Namespace, work: Callable[[Session], int], *, create: bool = False) -> int:
    """Do some work on the store. Only a command that may be a store's first one creates it (`create`)."""
    path: Path = args.store
    if not create and not path.exists() and not Path(f"{path}-wal").exists():
        raise InputError(Reason.MISSING_FILE, path=path)
    founding = not path.exists()
    with Desk.open(path, Actor(STATION, args.by)) as desk:
        if founding:
            output.warn_of_new(path)
        snapshot = desk.snapshot()
        session = Session(args, desk, snapshot, ZoneInfo(snapshot.policy.time_zone))
        try:
            return work(session)
        except FrontdeskError as error:
            return output.refuse(args, error, session.zone)
