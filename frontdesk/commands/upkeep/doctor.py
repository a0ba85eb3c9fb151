"""`frontdesk doctor`: checks the machine and prints a sentence for each check; exit code 1 if there is a problem."""

import os
import sys
from argparse import Namespace
from contextlib import suppress
from pathlib import Path

from frontdesk.commands.kit import output
from frontdesk.commands.kit.progress import progress
from frontdesk.commands.kit.reach import PLAIN
from frontdesk.commands.kit.session import at_the_shell
from frontdesk.commands.machine.names import SERVICES
from frontdesk.commands.upkeep.findings import sentence_of
from frontdesk.desk import heads
from frontdesk.desk.doctor.examination import examine
from frontdesk.desk.doctor.finding import Finding, Level
from frontdesk.domain.escalations.prompts import Urgency
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.domain.values.phones import mask_in
from frontdesk.machine import accounts, log, settings, sound
from frontdesk.machine.group import group_file
from frontdesk.machine.senders import notify_file
from frontdesk.machine.services import supervisor
from frontdesk.machine.services.service import says
from frontdesk.process import priority
from frontdesk.process.stopping import saying
from frontdesk.words import i18n
from frontdesk.words.i18n import N_, _
from frontdesk.words.phrases import labelled

_SMALLEST = (80, 24)

_LEVELS = {Level.OK: N_("ok"), Level.WARNING: N_("warning"), Level.PROBLEM: N_("problem")}


def run(args: Namespace) -> int:
    """Look everything over and say what was found; return the exit code."""
    if args.thorough:
        priority.step_back()
    aloud = not args.json and sys.stdout.isatty()
    words = _("Stopped: not everything was looked at. Nothing was changed.")
    with saying(lambda: words), progress(args, _("Looking the database over")) as bar:
        found = [*_machine(), _sound(aloud), _service(), *_plain(), *_notify(), *_group(), *_accounts(args.store)]
        found += examine(args.store, at_the_shell(args.by), noted=_noted(args), thorough=args.thorough, progress=bar)
    wrong = any(finding.level is Level.PROBLEM for finding in found)
    if args.json:
        checks = [{"topic": f.topic, "level": f.level.value, "message": sentence_of(f)} for f in found]
        output.say_json({"ok": not wrong, "checks": checks})
    else:
        for finding in found:
            output.say(labelled(_(_LEVELS[finding.level]), sentence_of(finding)))
    return output.fail(_("There is a problem.")) if wrong else 0


def _machine() -> list[Finding]:
    encoding = (sys.stdout.encoding or "").lower()
    readable = encoding.replace("-", "") == "utf8"
    name = "encoding" if readable else "bad_encoding"
    return [
        _terminal(),
        Finding("encoding", name, _warning_unless(readable), {"encoding": encoding}),
        Finding("language", "language", facts={"language": i18n.LANGUAGES[i18n.language()]}),
    ]


def _terminal() -> Finding:
    try:
        columns, lines = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        return Finding("terminal", "no_terminal")
    fits = columns >= _SMALLEST[0] and lines >= _SMALLEST[1]
    facts: dict[str, object] = {"columns": columns, "lines": lines}
    return Finding("terminal", "terminal" if fits else "small_terminal", _warning_unless(fits), facts)


def _sound(aloud: bool) -> Finding:
    """Report which player prompts use; `aloud`: play a sound as a prompt does."""
    player = sound.player()
    if player and not aloud:
        return Finding("sound", "sound", facts={"player": player})
    if played := sound.play_through(Urgency.NOTICE):
        return Finding("sound", "sound_played", facts={"player": played})
    if aloud:
        print("\a", end="", flush=True)
    if sound.over_ssh():
        return Finding("sound", "sound_elsewhere")
    if player:
        return Finding("sound", "sound_fails", Level.WARNING, {"player": player})
    return Finding("sound", "no_sound", Level.WARNING)


def _service() -> Finding:
    """Report whether people are called while no station is open."""
    # Each of them calls whoever is due.
    states = [supervisor.state(name) for name in SERVICES]
    state = next((each for each in states if each.installed), states[0])
    if not state.installed:
        return Finding("service", "no_service", Level.WARNING)
    if state.running:
        return Finding("service", "service")
    name = "service_unasked" if state.running is None else "service_stopped"
    return Finding("service", name, Level.WARNING, {"detail": state.detail or "—"})


def _plain() -> list[Finding]:
    """Warn of a service that serves the store's network without encryption."""
    with suppress(FrontdeskError, OSError):
        if says(supervisor.supervisor().file("serve"), PLAIN):
            return [Finding("service", "plain_service", Level.WARNING)]
    return []


def _notify() -> list[Finding]:
    """Report what is not right in the file that says what sends what."""
    try:
        notify_file.load(notify_file.path())
    except FrontdeskError as error:
        return [Finding("notify", "refused", Level.PROBLEM, error=error)]
    return []


def _group() -> list[Finding]:
    """Report what is not right in the file that says which group the store belongs to."""
    try:
        group_file.load(group_file.path())
    except FrontdeskError as error:
        return [Finding("group", "refused", Level.PROBLEM, error=error)]
    return []


def _accounts(store: Path) -> list[Finding]:
    usual = settings.Settings().store
    others = (path for path in accounts.other_databases(usual) if path != store.absolute())
    return [Finding("accounts", "other_account", Level.WARNING, {"path": path}) for path in others]


def _noted(args: Namespace) -> list[heads.Noted]:
    """Return the ends of the event chain that were written down or logged; the log masks paths like phone numbers."""
    here = str(args.store.absolute())
    noted = heads.noted(log.lines(heads.LOGGER))
    written = [heads.written_down(text) for text in args.end]
    return written + [each._replace(path=here) if each.path == mask_in(here) else each for each in noted]


def _warning_unless(right: bool) -> Level:
    return Level.OK if right else Level.WARNING
