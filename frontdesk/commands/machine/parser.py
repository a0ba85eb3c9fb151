"""What can be typed about this machine: services, settings, completion, and taking the program away."""

from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_command, add_group, add_step
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands

SERVICES = ("watch",)
"""The commands that can be services."""

SHELLS = ("bash", "zsh", "powershell")
"""The shells that completion is made for."""


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about the machine."""
    _service(commands, common)
    settings = add_group(commands, common, "machine.settings", "settings", _("what this machine is set up as"))
    check = add_step(settings, common, "check", _("find everything that is not right in the settings"))
    file = _("a settings file; the one in use, and the environment, where none is named")
    check.add_argument("file", nargs="?", type=Path, metavar=_("FILE"), help=file)
    add_step(settings, common, "show", _("show each setting and where it comes from"))
    completion = add_command(
        commands, common, "machine.completion", "completion", _("print what makes a shell complete commands with Tab")
    )
    completion.epilog = _(
        'In ~/.bashrc: eval "$(frontdesk completion bash)"; in ~/.zshrc the same with zsh;'
        " in PowerShell's $PROFILE: frontdesk completion powershell | Out-String | Invoke-Expression"
    )
    completion.add_argument("shell", choices=SHELLS, help=_("the shell"))
    add_command(commands, common, "machine.uninstall", "uninstall", _("say how to remove the program, and what stays"))


def _service(commands: "Commands", common: Parser) -> None:
    steps = add_group(
        commands, common, "machine.service", "service", _("a command that runs on its own, with nobody logged in")
    )
    install = add_step(steps, common, "install", _("install it, start it now and with the machine"))
    remove = add_step(steps, common, "remove", _("stop it and take it away again"))
    status = add_step(steps, common, "status", _("whether it runs, since when, and what it said last"))
    for step in (install, remove, status):
        step.add_argument("name", choices=SERVICES, help=_("the command that is to run"))
    for step in (install, remove):
        step.add_argument("--dry-run", action="store_true", help=_("only show what would be done"))
