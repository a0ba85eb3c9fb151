"""The command-line arguments for the policy."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_group, add_verb
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about the policy."""
    summary = _("the numbers of the plan: places, limits, opening hours")
    verbs = add_group(commands, common, _policy, "policy", summary)
    add_verb(verbs, common, "show", _("show the policy in force, as TOML"), looks=True)
    load = add_verb(verbs, common, "load", _("put a policy in force for every station"))
    load.add_argument("file", type=Path, metavar=_("FILE"), help=_("a TOML file"))


def _policy(args: Namespace) -> int:
    from frontdesk.commands.policy import policy

    return policy.run(args)
