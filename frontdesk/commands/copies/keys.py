"""The recovery key: made and shown once, and asked for where a sealed copy is opened (G2)."""

import getpass
import sys
from argparse import Namespace
from pathlib import Path

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.desk.copies.opened import is_sealed
from frontdesk.domain.copies.reasons import CopyReason
from frontdesk.domain.values.errors import InputError
from frontdesk.files import given_file, new_file, vault
from frontdesk.machine import settings
from frontdesk.words.i18n import _


def make(args: Namespace) -> int:
    """Make a recovery key, tell it once, and have copies sealed with its public part from now on."""
    return on_store(args, _make)


def _make(session: Session) -> int:
    args, file = session.args, settings.path()
    if args.settings.backup_key:
        raise InputError(CopyReason.KEY_THERE, path=file)
    page: Path | None = args.print
    if page is not None:
        new_file.refuse_taken(page)
    key, public = vault.new_key()
    if page is not None:
        from frontdesk.documents import key_page  # noqa: PLC0415 - seldom asked for

        made = key_page.as_html(key, public, session.snapshot.policy, session.desk.now())
        new_file.make(page, lambda building: key_page.write(building, made))
    settings.remember_key(public, file)
    if args.json:
        output.say_json({"key": key, "public": public, "settings": str(file), "page": page and str(page.absolute())})
        return 0
    output.say(_("The recovery key, told only now:"))
    output.say(key)
    output.say(
        _("Write it down or print it, and keep it away from this machine: without it nobody opens a sealed copy.")
    )
    if page is not None:
        output.say(_("Written: {path}.").format(path=page))
    return 0


def ask(args: Namespace, copy: Path) -> str:
    """Return the recovery key for a copy, from a file or as typed; "" for an open copy. Raises `InputError`."""
    if args.key is not None:
        return vault.read_key(given_file.read(args.key).decode("utf-8", "replace"))
    if not is_sealed(copy):
        return ""
    if args.json or not sys.stdin.isatty():
        raise InputError(CopyReason.NEEDS_KEY, path=copy)
    return vault.read_key(getpass.getpass(_("recovery key: ")))
