"""Windows: a scheduled task that starts with the machine, as its user, with nobody logged in (S4U)."""

import getpass
import json
import os
import subprocess
from pathlib import Path
from xml.etree import ElementTree

from platformdirs import user_config_path

from frontdesk.machine import log
from frontdesk.machine.services.service import MARK, Command, Plan, Run, Service, State, Undoing, unit_name

_SPACE = "http://schemas.microsoft.com/windows/2004/02/mit/task"
_KEPT = 3
_ENDED_AGAIN = "PT1M"
"""How often Windows starts the task again, because it does not restart one that has ended; no effect while it runs."""
_RUNNING = 4
_FLAGS = {"FRONTDESK_DATABASE": "--database", "FRONTDESK_LANGUAGE": "--language", "FRONTDESK_BY": "--by"}


def task(service: Service, user: str) -> bytes:
    """Return the task as XML in UTF-16, as schtasks requires it."""
    root = ElementTree.Element("Task", {"version": "1.2", "xmlns": _SPACE})
    _add(root, {"RegistrationInfo": {"Description": f"{service.description} ({MARK} {service.name})"}})
    again = {"Repetition": {"Interval": _ENDED_AGAIN, "StopAtDurationEnd": "false"}}
    _add(root, {"Triggers": {"BootTrigger": again, "RegistrationTrigger": again}})
    principals = ElementTree.SubElement(root, "Principals")
    principal = ElementTree.SubElement(principals, "Principal", {"id": "Author"})
    _add(principal, {"UserId": user, "LogonType": "S4U", "RunLevel": "LeastPrivilege"})
    settings = {
        "MultipleInstancesPolicy": "IgnoreNew",
        "DisallowStartIfOnBatteries": "false",
        "StopIfGoingOnBatteries": "false",
        "StartWhenAvailable": "true",
        "ExecutionTimeLimit": "PT0S",
        "RestartOnFailure": {"Interval": _ENDED_AGAIN, "Count": "999"},
    }
    _add(root, {"Settings": settings})
    program, *arguments = service.command
    actions = ElementTree.SubElement(root, "Actions", {"Context": "Author"})
    line = subprocess.list2cmdline([*arguments, *flags(service)])
    _add(actions, {"Exec": {"Command": program, "Arguments": line}})
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-16", xml_declaration=True))


def flags(service: Service) -> list[str]:
    """Return the environment's settings as options, because a task has no environment of its own."""
    said = dict(service.environment)
    if "FRONTDESK_CONFIG" in said:
        said.setdefault("FRONTDESK_DATABASE", str(service.store))
    return [part for name, flag in _FLAGS.items() if said.get(name) for part in (flag, said[name])]


def _add(parent: ElementTree.Element, content: dict[str, object]) -> None:
    for name, value in content.items():
        child = ElementTree.SubElement(parent, name)
        if isinstance(value, dict):
            _add(child, value)
        else:
            child.text = str(value)


class TaskScheduler:
    """The Task Scheduler of Windows."""

    def file(self, name: str) -> Path:
        """Return the task's description, as it is handed to Windows."""
        return user_config_path("frontdesk", appauthor=False) / f"{unit_name(name)}.xml"

    def plan(self, service: Service, run: Run) -> Plan:
        """Plan to write the description, register the task and start it."""
        file = self.file(service.name)
        domain = os.environ.get("USERDOMAIN")
        user = f"{domain}\\{getpass.getuser()}" if domain else getpass.getuser()
        return Plan(
            file,
            task(service, user),
            start=(
                ("schtasks", "/Create", "/TN", service.unit, "/XML", str(file), "/F"),
                ("schtasks", "/Run", "/TN", service.unit),
            ),
            look=("schtasks", "/Query", "/TN", service.unit, "/V", "/FO", "LIST"),
        )

    def undoing(self, name: str) -> Undoing:
        """Plan to end the task, unregister it, and delete its description."""
        end: tuple[Command, ...] = (
            ("schtasks", "/End", "/TN", unit_name(name)),
            ("schtasks", "/Delete", "/TN", unit_name(name), "/F"),
        )
        return Undoing(end, (self.file(name),), stays_unless_stopped=True)

    def state(self, name: str, run: Run) -> State:
        """Ask the Task Scheduler; the program's log holds what the service said last."""
        if not self.file(name).exists():
            return State(installed=False)
        asked = run(("powershell", "-NoProfile", "-NonInteractive", "-Command", _question(unit_name(name))))
        try:
            answer = json.loads(asked.out)
            running, since = answer["state"] == _RUNNING, str(answer["since"])
        except (ValueError, KeyError, TypeError):
            return State(installed=True, detail=asked.words, words=_words(name))
        return State(
            installed=True,
            running=running,
            since=since if running else "",
            words=_words(name),
            detail="" if running else str(answer.get("result", "")),
        )


def _question(unit: str) -> str:
    return (
        f"$t = Get-ScheduledTask -TaskName '{unit}' -ErrorAction Stop; $i = $t | Get-ScheduledTaskInfo; "
        "@{state = [int]$t.State; since = $i.LastRunTime.ToString('s'); result = $i.LastTaskResult} | ConvertTo-Json"
    )


def _words(name: str) -> tuple[str, ...]:
    file = log.path()
    if not file.exists():
        return ()
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    return tuple([line for line in lines if f" frontdesk.commands.{name}: " in line][-_KEPT:])
