"""`frontdesk setup`: asks what a store needs, makes it, and says what to open on the other desks."""

import getpass
import socket
import sys
from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import at_the_shell
from frontdesk.commands.kit.store_path import is_there, refuse_second
from frontdesk.commands.machine.service import typed
from frontdesk.commands.stations import open as opening
from frontdesk.commands.upkeep import doctor
from frontdesk.desk import setup as making
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.setup.draft import Draft
from frontdesk.domain.setup.reasons import SetupReason
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.errors import Refused
from frontdesk.machine import log, program, settings, setup_draft
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code. Raises `Refused(ALREADY_SET_UP)` where there is a store."""
    _refuse_set_up(args)
    refuse_second(args)
    return _by_default(args) if args.defaults else _asking(args)


def _by_default(args: Namespace) -> int:
    """Set the store up with the plan's own numbers and nobody on the staff list."""
    policy = Policy()
    making.begin(args.store, policy, (), at_the_shell(args.by))
    if args.json:
        commands = {kind.value: _command(args, kind) for kind in StationKind}
        output.say_json({"done": "setup", "database": str(args.store), "open": commands})
        return 0
    output.say(_("Set up with the plan's own numbers: {path}.").format(path=args.store))
    said = _("The province is {province}, and nobody is on the staff list: frontdesk policy load FILE, staff add NAME.")
    output.warn(said.format(province=policy.province))
    _look_over(args)
    _say_what_to_open(args)
    return 0


def _asking(args: Namespace) -> int:
    if args.json or not (sys.stdin.isatty() and sys.stdout.isatty()):
        said = _("The set-up asks at a terminal, and this is none. For scripts: frontdesk setup --defaults.")
        return output.fail(said, error="no_terminal" if args.json else "")
    refused = opening.prepare(args)
    if refused is not None:
        return refused
    log.start()
    from frontdesk.app.setup import ask  # noqa: PLC0415 - textual reads the environment when it is imported

    actor = at_the_shell(args.by)
    draft = setup_draft.load(args.store) or Draft(station=args.settings.station)
    code, done = ask(
        draft,
        lambda answers: setup_draft.keep(answers, args.store),
        lambda answers: making.set_up(args.store, answers, actor),
    )
    if done is not None and done.station is not None:
        setup_draft.forget()
        return _ready(args, done, done.station)
    _refuse_set_up(args)
    if code == 0:
        output.say(_("Stopped: nothing is set up yet. What was typed is kept; frontdesk goes on with it."))
    return code


def _refuse_set_up(args: Namespace) -> None:
    """Where there is a store, maybe since a moment, nothing is left to be asked. Raises `Refused(ALREADY_SET_UP)`."""
    if is_there(args.store):
        setup_draft.forget()
        raise Refused(SetupReason.ALREADY_SET_UP, path=args.store)


def _ready(args: Namespace, done: Draft, station: StationKind) -> int:
    opening.remember(station, args.settings.station)
    # The doctor has many lines, and only the last ones are sure to be seen: there stands that it is done.
    _look_over(args)
    _say_what_to_open(args, station)
    output.say(_("{store} is set up: {path}.").format(store=done.store_name.strip(), path=args.store))
    try:
        input(_("Enter opens the {station}, Ctrl+C ends.").format(station=word(station)) + " ")
    except (KeyboardInterrupt, EOFError):
        print()
        return 0
    return opening.begin(args, station)


def _say_what_to_open(args: Namespace, here: StationKind | None = None) -> None:
    """Say the exact commands for the other desks."""
    print()
    output.say(_("On the other desks, each in a terminal on this machine:"))
    for kind in StationKind:
        if kind is not here:
            output.say(f"- {labelled(word(kind), _command(args, kind))}")
    if sys.platform != "win32":
        said = _("From another computer the same account comes first: {ssh}, then the command.")
        output.say(said.format(ssh=f"ssh {getpass.getuser()}@{socket.gethostname()}"))


def _command(args: Namespace, kind: StationKind) -> str:
    """Return what opens a station in a fresh terminal, with the database where it is not the one found by itself."""
    found = settings.load({}).store
    named = () if found == args.store else ("--database", str(args.store.absolute()))
    return typed((*program.called(), kind.value, *named))


def _look_over(args: Namespace) -> None:
    """Say what the doctor finds; that it finds something undoes nothing."""
    doctor.run(Namespace(**vars(args) | {"thorough": False, "end": []}))
