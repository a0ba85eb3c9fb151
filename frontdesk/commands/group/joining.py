"""`frontdesk group join`, `leave` and `epoch`."""

import getpass
import sys
from argparse import Namespace
from pathlib import Path

from frontdesk.commands.group import asking, results
from frontdesk.commands.kit import output
from frontdesk.commands.kit.inputs import read_choice
from frontdesk.commands.kit.session import Session, carry_out
from frontdesk.commands.kit.store_path import is_there
from frontdesk.desk.group import belonging
from frontdesk.domain.group.reasons import GroupReason
from frontdesk.domain.group.share import Share
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.addresses import is_safe_address
from frontdesk.domain.values.errors import InputError, Refused
from frontdesk.domain.values.text import clean_code, clean_line
from frontdesk.files.given_file import expanded
from frontdesk.machine.group import group_file
from frontdesk.machine.group.group_file import Group
from frontdesk.words.i18n import _

_TOKEN_LIMIT = 512


def join(args: Namespace) -> int:
    """Let the store belong to a group; a machine without a database is only told where head office is."""
    group = _asked_for(args)
    at = asking.position(group)
    file = group_file.path()
    if not is_there(args.store):
        group_file.write(group, file)
        return _say_no_store(args, file)

    def work(session: Session) -> Result | int:
        member = belonging.belonging(session.desk).member
        if member.code == group.code and not args.operation:
            # The settings were lost, the token is another one now, or more or less is to be shared.
            done = belonging.share_otherwise(session.desk, group.share, at)
            group_file.write(group, file)
            return _say_kept(session, file) if done is None else done
        try:
            done = belonging.join(session.desk, group.code, group.share, at, args.operation)
        except Refused as refusal:
            if refusal.reason is GroupReason.OTHER_STORE and not member.code:
                # Nothing is sent before the store has joined; what head office has can be fetched by it.
                group_file.write(group, file)
            raise
        group_file.write(group, file)
        return done

    return carry_out(args, work, results)


def leave(args: Namespace) -> int:
    """Let the store belong to no group any more."""

    def work(session: Session) -> Result:
        done = belonging.leave(session.desk, args.operation)
        group_file.remove(group_file.path())
        return done

    return carry_out(args, work, results)


def open_epoch(args: Namespace) -> int:
    """Let this copy of the store count from now on."""

    def work(session: Session) -> Result:
        return belonging.open_epoch(session.desk, asking.position(asking.group()), args.operation)

    return carry_out(args, work, results)


def _asked_for(args: Namespace) -> Group:
    """Return what was typed. Raises `InputError`: BAD_ADDRESS, BAD_CODE, BAD_TOKEN."""
    url, code = clean_code(args.url).rstrip("/"), clean_code(args.code)
    if not is_safe_address(url):
        raise InputError(GroupReason.BAD_ADDRESS, text=clean_line(args.url, 80))
    if not group_file.is_code(code):
        raise InputError(GroupReason.BAD_CODE, text=clean_line(args.code, 40))
    share = Share.FULL if args.share is None else read_choice(Share, args.share)
    ca = "" if args.ca is None else str(expanded(str(args.ca)).absolute())
    return Group(url, code, _token(), share, ca)


def _token() -> str:
    """Return the token, as typed where nobody sees it, or as another program hands it over."""
    typed = getpass.getpass(_("token: ")) if sys.stdin.isatty() else sys.stdin.readline()
    token = typed.strip()
    if not (0 < len(token) <= _TOKEN_LIMIT and token.isascii() and token.isprintable() and " " not in token):
        raise InputError(GroupReason.BAD_TOKEN)
    return token


def _say_no_store(args: Namespace, file: Path) -> int:
    if args.json:
        output.say_json({"done": "group_join", "settings": str(file), "database": None})
        return 0
    output.say(_("Kept: {path}. There is no database yet.").format(path=file))
    output.say(
        _("To make a lost store again: frontdesk restore --from-group. A new store: set it up, then join again.")
    )
    return 0


def _say_kept(session: Session, file: Path) -> int:
    if session.args.json:
        output.say_json({"done": "group_join", "settings": str(file), "database": str(session.args.store)})
    else:
        output.say(_("The store has joined before; kept: {path}.").format(path=file))
    return 0
