"""What every command that works on the store needs: the desk, what it looks like now, the store's own time zone."""

from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from frontdesk.commands.kit import output, repeated, results
from frontdesk.commands.kit.upgrading import bring_up_to_date
from frontdesk.desk.desk import Answer, Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.zone import UNUSUAL_PLATE
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.errors import FrontdeskError, InputError, Reason, StoreError
from frontdesk.domain.values.plates import show_plate
from frontdesk.process.stopping import saying
from frontdesk.words.i18n import _

STATION = "command"
"""The station that stands in the records of what is done on the command line."""


@dataclass(frozen=True, slots=True)
class Session:
    """A command at work."""

    args: Namespace
    desk: Desk
    snapshot: Snapshot
    zone: ZoneInfo

    def known_answer(self) -> Answer | None:
        """Return what the operation gave the first time, whatever stands here by now; None for a new one."""
        operation = self.args.operation
        return self.desk.do_if(lambda transaction: None, operation) if operation else None

    def tell(self, answer: Answer, *more: str) -> int:
        """Say what was done, with more words; return 0.

        Raises `Refused` where it was done by another command with the same operation id.
        """
        if self.args.operation:
            repeated.check(self.args, self.snapshot.policy.province, answer)
        if UNUSUAL_PLATE in answer.warnings:
            warn_of_plate(answer.plate)
        if self.args.json:
            output.say_json(results.as_json(answer, self.desk.actor.who, self.zone))
        else:
            places = self.snapshot.floor.places
            output.say(results.as_line(answer, more, places, zone=self.zone, now=self.desk.now()))
        return 0


def warn_of_plate(plate: str) -> None:
    """Say that a plate is an unusual one: new series appear, so it is kept."""
    output.warn(_("{plate} is an unusual plate; it was kept.").format(plate=show_plate(plate)))


def up_to_date(session: Session) -> Session:
    """Return a session that shows what time alone has brought: whoever looks puts it on record.

    A store that cannot be written is still shown.
    """
    if not session.snapshot.has_news(session.desk.now()):
        return session
    with suppress(StoreError):
        handling.evaluate(session.desk)
    return replace(session, snapshot=session.desk.snapshot())


def on_store(args: Namespace, work: Callable[[Session], int], *, create: bool = False) -> int:
    """Do some work on the store. Only a command that may be a store's first one creates it (`create`)."""
    path: Path = args.store
    if not create:
        refuse_missing(path)
    founding = not path.exists()
    if not only_looks(args):
        bring_up_to_date(args, path)
    with Desk.open(path, Actor(STATION, args.by)) as desk:
        if founding:
            output.warn_of_new(path)
        snapshot = desk.snapshot()
        session = Session(args, desk, snapshot, ZoneInfo(snapshot.policy.time_zone))
        try:
            with saying(lambda: _stopped(session)):
                return work(session)
        except FrontdeskError as error:
            return output.refuse(args, error, session.zone)
        except OSError:
            args.done = desk.last_answer() is not None
            raise


def refuse_missing(path: Path) -> None:
    """Raise `InputError(MISSING_FILE)` where there is no store, not even a part of one."""
    if not path.exists() and not Path(f"{path}-wal").exists():
        raise InputError(Reason.MISSING_FILE, path=path)


def only_looks(args: Namespace) -> bool:
    """Whether a command changes nothing: a store of an older version is not brought up to date for it."""
    if args.command == "complaints" and args.step == "templates":
        return args.deed in {None, "list"}
    if "step" in args:
        return args.step in {None, "list", "show", "export", "print"}
    return args.command in {"status", "escalations", "tasks"}


def _stopped(session: Session) -> str:
    if only_looks(session.args):
        return _("Stopped. Nothing was changed.")
    if session.desk.last_answer() is not None:
        return _("Stopped, but it was saved before.")
    return _("Stopped: nothing was saved.")
