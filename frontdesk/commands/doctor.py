"""`frontdesk doctor`: a sentence for everything that was looked at; exit code 1 where there is a problem."""

import os
import sys
from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.progress import progress
from frontdesk.commands.kit.session import STATION
from frontdesk.desk.doctor import Finding, Level, examine
from frontdesk.domain.escalations.prompts import Urgency
from frontdesk.domain.people.staff import Actor
from frontdesk.machine import sound
from frontdesk.machine.services import supervisor
from frontdesk.process.stopping import saying
from frontdesk.words import i18n
from frontdesk.words.i18n import N_, _
from frontdesk.words.refusals.sentence import sentence

_SMALLEST = (80, 24)
_WATCH = "watch"

_LEVELS = {Level.OK: N_("ok"), Level.WARNING: N_("warning"), Level.PROBLEM: N_("problem")}

_SENTENCES = {
    "terminal": N_("The terminal has {columns}×{lines} characters."),
    "small_terminal": N_("The terminal has {columns}×{lines} characters; a station needs 80×24."),
    "no_terminal": N_("This is not a terminal: commands work, stations need one."),
    "encoding": N_("The terminal's encoding is {encoding}: Chinese is shown as it is."),
    "bad_encoding": N_("The terminal's encoding is {encoding}; Chinese needs UTF-8. Set LANG to zh_CN.UTF-8."),
    "language": N_("The language is {language}."),
    "sound": N_("Prompts sound through {player}."),
    "sound_played": N_("Prompts sound through {player}, which has just played one. Nothing heard? Turn the volume up."),
    "sound_fails": N_(
        "The sound player {player} cannot play; the terminal's bell rings instead. Is there a loudspeaker?"
    ),
    "no_sound": N_(
        "No sound player was found; the terminal's bell rings instead. On Debian: alsa-utils or pulseaudio-utils."
    ),
    "sound_elsewhere": N_("Over ssh a sound would play at the other machine; your terminal's bell rings instead."),
    "service": N_("The watch service runs: whoever is due is called, also with no station open."),
    "service_stopped": N_(
        "The watch service is installed but does not run ({detail}): with no station open nobody is called."
        " See frontdesk service status watch."
    ),
    "service_unasked": N_("The watch service is installed; whether it runs could not be asked ({detail})."),
    "no_service": N_(
        "There is no watch service: with no station open nobody is called. To have it: frontdesk service install watch."
    ),
    "no_folder": N_(
        "There is no database at {path} yet, nor a folder {folder}. If the name is right, the first command makes both."
    ),
    "no_database": N_("There is no database at {path} yet; the first command makes one."),
    "database": N_("The database {path} opens, and only you can read it."),
    "open_to_others": N_("Others on this machine can read {path} (mode {mode}). Right would be 600."),
    "maybe_open_to_others": N_(
        "The database {path} opens. It is not in your own folder: others on this machine may be able to read it."
    ),
    "writable": N_("The database can be written."),
    "not_writable": N_("The database {path} cannot be written ({detail}): nothing can be saved."),
    "folder_not_writable": N_("The folder {folder} cannot be written: the database in it cannot either."),
    "whole": N_("SQLite's own check finds nothing wrong with the file."),
    "damaged": N_("SQLite's own check finds the file damaged: {detail}. Restore a backup: frontdesk restore BACKUP."),
    "unbroken": N_("The chain of events is unbroken."),
    "broken": N_("The chain of events is broken at event {number}: a record was changed after it was written."),
    "sqlite": N_("SQLite is {version}."),
    "old_sqlite": N_("SQLite is {version}; before {right} its journal can damage the file. Install pysqlite3."),
    "disk": N_("The disk has {megabytes} MB free at {folder}."),
    "little_disk": N_("The disk has only {megabytes} MB free at {folder}. Make room."),
    "clock": N_("The clock says {now}, not before the last record."),
    "clock_behind": N_("The clock says {now}, but the last record is of {since}. Set the machine's clock."),
    "hours": N_("Open today from {opens} to {closes}."),
    "closed_today": N_("The store is closed today."),
    "due": N_("The next complaint is due at {at}."),
    "nothing_due": N_("No complaint is due."),
    "calendar": N_("Working days are known for {first}–{last}."),
    "no_calendar": N_("Working days are known for {first}–{last}, not for {year}. Update Frontdesk."),
}


def run(args: Namespace) -> int:
    """Look everything over and say what was found; return the exit code."""
    aloud = not args.json and sys.stdout.isatty()
    words = _("Stopped: not everything was looked at. Nothing was changed.")
    with saying(lambda: words), progress(args, _("Looking the database over")) as bar:
        found = [*_machine(), _sound(aloud), _service(), *examine(args.store, Actor(STATION, args.by), progress=bar)]
    wrong = any(finding.level is Level.PROBLEM for finding in found)
    if args.json:
        checks = [{"topic": f.topic, "level": f.level.value, "message": _sentence(f)} for f in found]
        output.say_json({"ok": not wrong, "checks": checks})
    else:
        for finding in found:
            output.say(f"{_(_LEVELS[finding.level])}: {_sentence(finding)}")
    return output.fail(_("There is a problem.")) if wrong else 0


def _sentence(finding: Finding) -> str:
    if finding.error is not None:
        return sentence(finding.error)
    return _(_SENTENCES[finding.name]).format_map({name: str(value) for name, value in finding.facts.items()})


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
    """Say what a prompt sounds through; aloud: sound as a prompt does."""
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
    """Say whether somebody is called while no station is open."""
    state = supervisor.state(_WATCH)
    if not state.installed:
        return Finding("service", "no_service", Level.WARNING)
    if state.running:
        return Finding("service", "service")
    name = "service_unasked" if state.running is None else "service_stopped"
    return Finding("service", name, Level.WARNING, {"detail": state.detail or "—"})


def _warning_unless(right: bool) -> Level:
    return Level.OK if right else Level.WARNING
