"""The command-line arguments for holidays."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.commands.kit.help import add_choice
from frontdesk.commands.kit.parts import Parser, add_group, add_verb, number
from frontdesk.domain.holidays.notice import NoticeChannel
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about holidays."""
    summary = _("the plan of each holiday, and what customers are told of it")
    verbs = add_group(commands, common, _holidays, "holidays", summary, required=False)
    add_verb(verbs, common, "list", _("the holidays to come, and of which years none are known"), looks=True)
    opened = add_verb(verbs, common, "open", _("open the plan of some days by hand"))
    for name in ("first", "last"):
        opened.add_argument(name, metavar=_("DAY"), help=_("the first and the last of its days: 2026-02-15"))
    show = add_verb(verbs, common, "show", _("a plan: its points, what is missing of each, its notice"), looks=True)
    texts = add_verb(verbs, common, "texts", _("the notice as it is said in each channel"), looks=True)
    write = add_verb(verbs, common, "notice", _("write the notice of a holiday, or write it anew"))
    submit = add_verb(verbs, common, "submit", _("have the notice signed by the service manager"))
    send = add_verb(verbs, common, "send", _("text the notice to customers"))
    post = add_verb(verbs, common, "posted", _("put on record that the notice was posted in a channel"))
    printed = add_verb(verbs, common, "print", _("the notice for the door, to print"), looks=True)
    for verb in (show, texts, write, submit, send, post, printed):
        verb.add_argument("number", type=number, metavar="N", help=_("the plan's number"))
    add_choice(post, "channel", metavar=_("CHANNEL"), of=NoticeChannel)
    post.add_argument("--words", default="", metavar=_("TEXT"), help=_("where it was posted"))
    write.add_argument("--contact", metavar=_("TEXT"), help=_("the number customers ring"))
    write.add_argument("--emergency", metavar=_("TEXT"), help=_("who answers day and night, with the number"))
    write.add_argument(
        "--hours", default="", metavar=_("HOURS"),
        help=_("other hours than the store's own: 2-17 closed, 2-18~2-20 9:00-16:00"),
    )  # fmt: skip
    write.add_argument("--words", metavar=_("TEXT"), help=_("what else customers should know"))
    printed.add_argument("file", type=Path, metavar=_("FILE"), help=_("a new page to print, ending in .html"))


def _holidays(args: Namespace) -> int:
    from frontdesk.commands.holidays import holidays

    return holidays.run(args)
