"""A page to print, or another file, written where somebody named it; the command says where it is."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session
from frontdesk.files import new_file
from frontdesk.words.i18n import _


def print_page(session: Session, make: Callable[[], str]) -> int:
    """Write a page into the file that was named, which ends in .html; return the exit code.

    Raises `InputError(BAD_DOCUMENT)` for another ending, before anything is made.
    """
    from frontdesk.documents import figures_page  # noqa: PLC0415 - slow to load, seldom asked for

    path = session.args.file
    figures_page.check_ending(path)
    page = make()
    new_file.make(path, lambda building: figures_page.write(building, page))
    return say_written(session.args, path)


def say_written(args: Namespace, path: Path) -> int:
    """Say which file was written; return the exit code."""
    if args.json:
        output.say_json({"files": [str(path.absolute())]})
    else:
        output.say(_("Written: {path}.").format(path=path))
    return 0
