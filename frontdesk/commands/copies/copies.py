"""`frontdesk backup --schedule`, `verify`, `drill`, `now`: the copies that are made by themselves (G2)."""

from argparse import Namespace
from pathlib import Path

from frontdesk.commands.copies import as_json, keys
from frontdesk.commands.kit import output
from frontdesk.commands.kit.progress import progress
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.desk.copies import drill, folders, making, schedule, verifying
from frontdesk.desk.copies.folders import Destination
from frontdesk.domain.copies.copy import Copy
from frontdesk.domain.copies.reasons import CopyReason
from frontdesk.domain.values.errors import InputError
from frontdesk.files import given_file
from frontdesk.machine import log, settings
from frontdesk.process import priority
from frontdesk.process.alone import alone
from frontdesk.words.copies import fault_words, warnings
from frontdesk.words.i18n import _
from frontdesk.words.times import long_time

NONE = frozenset({"none", "off", "无", "停"})


def show(args: Namespace) -> int:
    """Say where copies go, when the next ones are due, and what became of the last ones."""
    args.looks = True
    return on_store(args, _show)


def plan(args: Namespace) -> int:
    """Say where copies go from now on."""
    return on_store(args, _plan)


def now(args: Namespace) -> int:
    """Make copies at once, into every folder."""
    return on_store(args, _now)


def due(args: Namespace) -> int:
    """Make the copies and do the drill that are due; another process that is at it is left alone."""
    log.start()
    priority.step_back()
    with alone(held(args.store)) as is_first:
        return on_store(args, _due) if is_first else 0


def verify(args: Namespace) -> int:
    """Look a copy through."""
    args.looks = True
    priority.step_back()
    return on_store(args, _verify)


def rehearse(args: Namespace) -> int:
    """Do a restore drill."""
    priority.step_back()
    return on_store(args, _drill)


def destination(args: Namespace) -> Destination:
    """Return where this machine's copies go."""
    return Destination(args.settings.copy_folders, args.settings.backup_key)


def held(store: Path) -> Path:
    """Return the file that is held by whoever makes copies."""
    return store.with_name(f".{store.name}.copying")


def _show(session: Session) -> int:
    to, found = destination(session.args), schedule.standing(session.desk)
    if session.args.json:
        output.say_json(as_json.standing(found, to, session))
        return 0
    at = next((each.at for each in found.planned if each.rule == "copies"), None)
    if at is None:
        output.say(_("No copies are made by themselves. To have them: frontdesk backup --schedule FOLDER."))
    else:
        output.say(_("The next copies: {at}.").format(at=long_time(at, session.zone)))
    for folder in to.folders:
        output.say(_("into {path}").format(path=folder))
    if to.public:
        output.say(_("They are sealed: only the recovery key opens them."))
    for copy in found.latest:
        output.say(_line(copy, session))
    for said in warnings(found.copying, session.zone, session.desk.now()):
        output.warn(said)
    return 0


def _line(copy: Copy, session: Session) -> str:
    at = long_time(copy.at, session.zone)
    if copy.fault:
        return _("{at} {said}").format(at=at, said=fault_words(copy.fault, copy.folder, copy.detail))
    said = _("{at} {path} ({size} kB), looked through, to event {number}")
    path, number = Path(copy.folder) / copy.file, copy.held.event if copy.held else 0
    return said.format(at=at, path=path, size=copy.size // 1024, number=number)


def _plan(session: Session) -> int:
    args = session.args
    wanted = (
        [] if {each.casefold() for each in args.schedule} <= NONE else list(map(given_file.expanded, args.schedule))
    )
    to = folders.check(wanted, args.store)
    settings.remember_copies(to, settings.path())
    schedule.plan(session.desk, len(to))
    for folder in folders.on_the_same_disk(to, args.store):
        output.warn(_("{path} is on the database's own disk: if that fails, both are lost.").format(path=folder))
    args.settings = settings.load()
    return _show(session)


def _now(session: Session) -> int:
    args, to = session.args, destination(session.args)
    if not to.folders:
        raise InputError(CopyReason.NO_FOLDERS)
    making.begin_now(session.desk)
    log.start()
    with alone(held(args.store)), progress(args, _("Copying and checking")) as bar:
        made = making.make_due(session.desk, to, bar)
    if args.json:
        output.say_json({"copies": [as_json.copy(each, session.zone) for each in made]})
    else:
        for each in made:
            output.say(_line(each, session))
    return 0 if made and not any(each.fault for each in made) else output.fail(_("Not every folder has its copy."))


def _due(session: Session) -> int:
    to = destination(session.args)
    if to.folders:
        making.make_due(session.desk, to)
        drill.drill_due(session.desk)
    return 0


def _verify(session: Session) -> int:
    args = session.args
    file = args.copy or verifying.newest(session.desk)[0]
    key = keys.ask(args, file)
    with progress(args, _("Looking the copy through")) as bar:
        found = verifying.verify(session.desk, file, key, bar)
    if args.json:
        output.say_json(as_json.verified(found))
        return 0
    told = _("{path} is whole: each page, each row and the chain of events to {number}-{hash}.")
    output.say(told.format(path=file, number=found.held.event, hash=found.held.hash[:16]))
    known = _("It is just as it was written.")
    output.say(known if found.is_known else _("It is not on record here: only what is in it was looked at."))
    if found.other is not None:
        begun = long_time(found.other.begun, session.zone)
        said = _("It is of another store ({name}, begun {begun}), not of this one.")
        output.warn(said.format(name=found.other.name, begun=begun))
    return 0


def _drill(session: Session) -> int:
    args = session.args
    try:
        key = keys.ask(args, verifying.newest(session.desk)[0])
    except InputError as error:
        if error.reason is not CopyReason.NO_COPY:
            raise
        key = ""
    with progress(args, _("Looking the copy through")) as bar:
        done = drill.drill(session.desk, key, bar)
    if done.error is not None:
        raise done.error
    if args.json:
        output.say_json({"drill": done.result.facts["result"], "file": done.file, "event": done.result.seq})
    else:
        output.say(_("The restore drill passed: {path} could be restored. It is on record.").format(path=done.file))
    return 0
