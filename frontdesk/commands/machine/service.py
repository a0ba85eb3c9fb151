"""`frontdesk service`: run a command as a service that starts with the machine."""

import getpass
import os
import shlex
import subprocess
import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from frontdesk.commands.kit import output
from frontdesk.commands.kit.reach import refuse_wrong, typed_again
from frontdesk.domain.machine import MachineReason
from frontdesk.domain.values.errors import InputError
from frontdesk.machine.services import supervisor
from frontdesk.machine.services.service import Command, Plan, Ran, Service, State, is_ours
from frontdesk.words import i18n
from frontdesk.words.i18n import N_, _

_DESCRIPTIONS = {
    "watch": N_("Frontdesk: call whoever is due"),
    "serve": N_("Frontdesk: stations in browsers"),
}
_FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
_PATHS = ("FRONTDESK_CONFIG", "FRONTDESK_DATABASE", *_FOLDERS)


def run(args: Namespace) -> int:
    """Carry the step out; return the exit code."""
    return {"install": _install, "remove": _remove, "status": _status}[args.verb](args)


def service_of(args: Namespace, environ: Mapping[str, str] = os.environ) -> Service:
    """Return the service that was asked for, with all that its owner has set: options, environment, language."""
    kept = {name: text for name, text in environ.items() if text and name.startswith("FRONTDESK_")}
    kept.update({name: environ[name] for name in _FOLDERS if environ.get(name)})
    kept.pop("FRONTDESK_STATION", None)
    if args.database:
        kept["FRONTDESK_DATABASE"] = str(args.database)
    if args.operator != args.settings.by:
        kept["FRONTDESK_BY"] = args.operator
    if args.language or args.settings.language == "auto":
        kept["FRONTDESK_LANGUAGE"] = i18n.language()
    for name in _PATHS:
        if name in kept:
            kept[name] = str(Path(kept[name]).expanduser().absolute())
    return Service(args.name, _(_DESCRIPTIONS[args.name]), args.store.absolute(), kept, arguments=typed_again(args))


def _install(args: Namespace) -> int:
    refuse_wrong(args)
    service = service_of(args)
    if service.arguments and args.name != "serve":
        raise InputError(MachineReason.ONLY_FOR_SERVE)
    plan = supervisor.supervisor().plan(service, supervisor.run)
    if args.dry_run:
        return _show(args, plan)
    aside = _keep_aside(plan.file)
    supervisor.write(plan.file, plan.content, plan.folder)
    done = [(plan.linger, supervisor.run(plan.linger))] if plan.linger else []
    lingers = not done or done[0][1].code == 0
    done += (ran := _run_all(plan.start))
    failed = next(((command, said) for command, said in ran if said.code), None)
    if args.json:
        _answer(args, plan.file, done, installed=True, started=failed is None, kept=aside)
    else:
        if aside:
            output.say(_("The file that was there is kept as {path}.").format(path=aside))
        output.say(_("Written: {path}.").format(path=plan.file))
        _say_ran(done)
        if failed is None:
            _say_running(args.name, plan)
    if not lingers:
        said = _("It ends when you log out: {words}. So that it does not: {command}.")
        output.warn(said.format(words=_bare(done[0][1]), command=f"sudo loginctl enable-linger {getpass.getuser()}"))
    return _not_started(args, plan, failed) if failed else 0


def _show(args: Namespace, plan: Plan) -> int:
    """Say what an installation would do."""
    content = plan.content.decode("utf-16" if plan.content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8")
    commands = [*([plan.linger] if plan.linger else []), *plan.start]
    if args.json:
        would = {"file": str(plan.file), "content": content, "commands": [list(command) for command in commands]}
        output.say_json({"would": "install", "service": args.name, **would})
        return 0
    output.say(_("This would be written to {path}:").format(path=plan.file))
    print(f"\n{content.rstrip()}\n")
    output.say(_("These commands would run:"))
    for command in commands:
        output.say(typed(command))
    return 0


def _say_running(name: str, plan: Plan) -> None:
    output.say(
        _("It runs now, and after every start of the machine, with nobody logged in.")
        if plan.after_log_out
        else _("It runs now, and whenever you are logged in.")
    )
    said = _("How it is: {status}. More: {look}. To end it for good: {remove}.")
    status, remove = f"frontdesk service status {name}", f"frontdesk service remove {name}"
    output.say(said.format(status=status, look=typed(plan.look), remove=remove))


def _not_started(args: Namespace, plan: Plan, failed: tuple[Command, Ran]) -> int:
    command, ran = failed
    said = _("{path} is written, but the service was not started. {command} says: {words}.")
    output.warn(said.format(path=plan.file, command=typed(command), words=_bare(ran)))
    if not args.store.exists():
        output.warn(_("There is no database at {path} yet; the first command makes one.").format(path=args.store))
    again = " ; ".join(typed(each) for each in plan.start)
    hint = _("To start it, in a terminal opened as administrator: {commands}")
    hint = hint if sys.platform == "win32" else _("To start it once that is put right: {commands}")
    return output.fail(hint.format(commands=again))


def _remove(args: Namespace) -> int:
    undoing = supervisor.supervisor().undoing(args.name)
    present = [file for file in undoing.files if os.path.lexists(file)]
    if not present:
        raise InputError(MachineReason.NO_SERVICE, name=args.name)
    described = undoing.files[-1]
    if described.exists() and not is_ours(described):
        raise InputError(MachineReason.FOREIGN_SERVICE, path=described)
    if args.dry_run:
        return _show_removal(args, present, [*undoing.stop, *undoing.after])
    stopped = [(command, supervisor.run(command)) for command in undoing.stop]
    failed = stopped[-1] if stopped[-1][1].code else None
    if failed and undoing.stays_unless_stopped:
        return _still_there(args, described, stopped)
    for file in present:
        supervisor.delete(file)
    done = [*stopped, *((command, supervisor.run(command)) for command in undoing.after)]
    if args.json:
        _answer(args, described, done, installed=False, stopped=failed is None)
    else:
        for file in present:
            output.say(_("Deleted: {path}.").format(path=file))
        _say_ran(done)
    if failed is None:
        return 0
    said = _("It may still be running. {command} says: {words}.")
    return output.fail(said.format(command=typed(failed[0]), words=_bare(failed[1])))


def _still_there(args: Namespace, file: Path, stopped: list[tuple[Command, Ran]]) -> int:
    _command, ran = stopped[-1]
    if args.json:
        _answer(args, file, stopped, installed=True, stopped=False)
    said = _("The service was not removed: {words}. In a terminal opened as administrator: {command}")
    return output.fail(said.format(words=_bare(ran), command=f"frontdesk service remove {args.name}"))


def _show_removal(args: Namespace, files: list[Path], commands: list[Command]) -> int:
    if args.json:
        would = {"files": [str(file) for file in files], "commands": [list(command) for command in commands]}
        output.say_json({"would": "remove", "service": args.name, **would})
        return 0
    for file in files:
        output.say(_("This would be deleted: {path}").format(path=file))
    output.say(_("These commands would run:"))
    for command in commands:
        output.say(typed(command))
    return 0


def _status(args: Namespace) -> int:
    state = supervisor.supervisor().state(args.name, supervisor.run)
    if args.json:
        about = {"installed": state.installed, "running": state.running, "since": state.since or None}
        output.say_json({"service": args.name, **about, "detail": state.detail, "last_words": list(state.words)})
    else:
        output.say(words_of(args.name, state))
        for line in state.words:
            output.say(f"| {line}")
    return 0 if state.running else 1


def words_of(name: str, state: State) -> str:
    """Return the state of a service in a sentence."""
    if not state.installed:
        said = _("There is no service {name}. To have one: frontdesk service install {name}.")
    elif state.running is None:
        said = _("The service {name} is installed; whether it runs could not be asked: {detail}.")
    elif not state.running:
        said = _("The service {name} is installed but does not run: {detail}.")
    elif state.since:
        said = _("The service {name} is installed and runs since {since}.")
    else:
        said = _("The service {name} is installed and runs.")
    return said.format(name=name, since=state.since, detail=state.detail or "—")


def typed(command: Command) -> str:
    """Return a command as a person types it."""
    return subprocess.list2cmdline(command) if sys.platform == "win32" else shlex.join(command)


def _run_all(commands: tuple[Command, ...]) -> list[tuple[Command, Ran]]:
    """Run one after another, up to the first that fails."""
    done = []
    for command in commands:
        done.append((command, supervisor.run(command)))
        if done[-1][1].code:
            break
    return done


def _keep_aside(file: Path) -> Path | None:
    """A file that its owner wrote is kept under another name."""
    if not file.exists() or is_ours(file):
        return None
    return file.replace(file.with_name(f"{file.name}.before"))


def _say_ran(done: list[tuple[Command, Ran]]) -> None:
    for command, ran in done:
        said = _("Ran: {command}") if ran.code == 0 else _("Failed: {command}")
        output.say(said.format(command=typed(command)))


def _answer(args: Namespace, file: Path, done: list[tuple[Command, Ran]], **more: object) -> None:
    ran = [{"command": list(command), "code": each.code, "said": each.words} for command, each in done]
    facts = {name: str(value) if isinstance(value, Path) else value for name, value in more.items()}
    output.say_json({"service": args.name, "file": str(file), "ran": ran, **facts})


def _bare(ran: Ran) -> str:
    return ran.words.rstrip(".") or f"({ran.code})"
