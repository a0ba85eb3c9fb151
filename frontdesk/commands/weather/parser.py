"""The command-line arguments about the weather."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_group, add_verb
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about the weather."""
    verbs = add_group(
        commands, common, _weather, "weather", _("the weather of the next days, and what is decided because of it"),
        required=False,
    )  # fmt: skip
    add_verb(verbs, common, "show", _("what is published of today and the days after it"), looks=True)
    entered = add_verb(verbs, common, "enter", _("publish what was looked up: today and two days more"))
    for name, said in (("today", _("TODAY")), ("tomorrow", _("TOMORROW")), ("after", _("THE DAY AFTER"))):
        entered.add_argument(name, metavar=said, help=_("its weather, lowest and highest: rain 12 18"))
    fetched = add_verb(verbs, common, "fetch", _("look it up where the settings say; what comes is a proposal"))
    fetched.add_argument(
        "--owed", action="store_true", help=_("only where today's look-up is owed and was not tried lately")
    )


def _weather(args: Namespace) -> int:
    from frontdesk.commands.weather import weather

    return weather.run(args)
