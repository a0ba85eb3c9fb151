"""The command-line arguments for cameras at the gate."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.help import add_choice
from frontdesk.commands.kit.parts import Parser, add_group, add_verb
from frontdesk.domain.gates import Direction
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about gates."""
    verbs = add_group(commands, common, _gate, "gate", _("the cameras at the gate, which report plates"))
    add_verb(verbs, common, "list", _("show the gates"), looks=True)
    put_in = add_verb(verbs, common, "add", _("put a gate in, and tell its address once"))
    put_in.add_argument("name", metavar=_("GATE"), help=_("what the gate is called: north"))
    add_choice(put_in, "--direction", metavar=_("DIRECTION"), of=Direction)
    taken_out = add_verb(verbs, common, "remove", _("take a gate out: its address is worth nothing any more"))
    taken_out.add_argument("name", metavar=_("GATE"), help=_("the gate's name"))
    tried = add_verb(verbs, common, "test", _("do what the camera would: a plate that it is sure of is registered"))
    tried.add_argument("name", metavar=_("GATE"), help=_("the gate's name"))
    tried.add_argument("plate", metavar=_("PLATE"), help=_("what the camera saw"))


def _gate(args: Namespace) -> int:
    from frontdesk.commands.gates import gate

    return gate.run(args)
