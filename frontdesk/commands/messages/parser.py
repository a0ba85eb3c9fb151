"""The command-line arguments for messages."""

from argparse import Namespace
from typing import TYPE_CHECKING

from frontdesk.commands.kit.parts import Parser, add_group, add_verb, number
from frontdesk.words.i18n import _

if TYPE_CHECKING:
    from frontdesk.commands.kit.parts import Commands


def add(commands: "Commands", common: Parser) -> None:
    """Add every command about messages."""
    summary = _("who is to be told what, and what came of it")
    verbs = add_group(commands, common, _messages, "messages", summary, required=False)
    listed = add_verb(verbs, common, "list", _("the messages, the newest first"), looks=True)
    listed.add_argument("--owed", action="store_true", help=_("only what is still to be told, what is due first"))
    commands.choices["messages"].set_defaults(owed=True)
    show = add_verb(verbs, common, "show", _("a message, and what came of each try"), looks=True)
    new = _add_new(verbs, common)
    release = add_verb(verbs, common, "release", _("let a drafted text go out"))
    told = add_verb(verbs, common, "told", _("somebody heard it"))
    no_answer = add_verb(verbs, common, "no-answer", _("nobody answered: it is tried again later"))
    refused = add_verb(verbs, common, "refused", _("whoever was to be told does not want to hear it"))
    wrong = add_verb(verbs, common, "wrong-number", _("it is somebody else's number"))
    again = add_verb(verbs, common, "again", _("try another way, where nobody was reached"))
    left = add_verb(verbs, common, "not-reached", _("leave it at that, where nobody was reached"))
    withdraw = add_verb(verbs, common, "withdraw", _("it is not told any more"))
    for verb in (show, release, told, no_answer, refused, wrong, again, left, withdraw):
        verb.add_argument("number", type=number, metavar="N", help=_("the message's number"))
    for verb in (told, no_answer, refused, wrong):
        verb.add_argument("--words", default="", metavar=_("TEXT"), help=_("what was said"))
    for verb in (left, withdraw):
        verb.add_argument("--why", required=True, metavar=_("TEXT"), help=_("why"))
    again.add_argument("--phone", default="", metavar=_("NUMBER"), help=_("another number"))
    for verb in (new, again):
        verb.add_argument(
            "--channel", default="phone", metavar=_("CHANNEL"), help=_("phone, in_person, sms, wechat, email")
        )
    add_verb(verbs, common, "send", _("send what is due, then end; watch and serve begin it by themselves"))
    _add_wish(verbs, common)
    _add_notify(commands, common)


def _add_notify(commands: "Commands", common: Parser) -> None:
    summary = _("what sends what: the file notify.toml beside the settings")
    verbs = add_group(commands, common, _notify, "notify", summary, required=False)
    add_verb(
        verbs, common, "list", _("which role and which kind of text goes where, and what came of it last"), looks=True
    )
    test = add_verb(verbs, common, "test", _("send a test to a channel, and say what it answered"), looks=True)
    test.add_argument("channel", metavar=_("CHANNEL"), help=_("as the file names it: wecom:store"))


def _notify(args: Namespace) -> int:
    from frontdesk.commands.messages import notify

    return notify.run(args)


def _add_new(verbs: "Commands", common: Parser) -> Parser:
    new = add_verb(verbs, common, "add", _("have somebody told something"))
    new.add_argument("text", metavar=_("TEXT"), help=_("what is to be told"))
    new.add_argument("--name", default="", metavar=_("NAME"), help=_("who is told"))
    new.add_argument("--plate", default="", metavar=_("PLATE"), help=_("about which car"))
    new.add_argument("--phone", default="", metavar=_("NUMBER"), help=_("at which number"))
    return new


def _add_wish(verbs: "Commands", common: Parser) -> None:
    wish = add_verb(verbs, common, "wish", _("what whoever has a number wishes"))
    wish.add_argument("phone", metavar=_("NUMBER"), help=_("whose number"))
    texts = wish.add_mutually_exclusive_group()
    texts.add_argument("--no-texts", action="store_true", dest="no_texts", default=None, help=_("no texts, only calls"))
    texts.add_argument("--texts", action="store_false", dest="no_texts", default=None, help=_("texts again"))
    survey = wish.add_mutually_exclusive_group()
    survey.add_argument("--no-survey", action="store_true", dest="no_survey", default=None, help=_("no surveys"))
    survey.add_argument("--survey", action="store_false", dest="no_survey", default=None, help=_("surveys again"))
    wish.add_argument("--prefers", metavar=_("TEXT"), help=_("in a few words: mornings"))


def _messages(args: Namespace) -> int:
    if args.verb == "send":
        from frontdesk.commands.messages import sending

        return sending.run(args)
    from frontdesk.commands.messages import messages

    return messages.run(args)
