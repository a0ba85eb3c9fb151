"""Tells whether a stopped command has made its file. If so, the file is complete, because half a file never is made."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from frontdesk.files.given_file import is_there
from frontdesk.process.stopping import saying
from frontdesk.words.i18n import _


@contextmanager
def made_or_not(args: Namespace) -> Iterator[None]:
    """If stopped, say whether the new file was made; also note this in `args.done`, if the answer cannot be printed."""
    target: Path = args.file
    was_there = is_there(target)

    def stopped() -> str:
        if is_there(target) and not was_there:
            return _("Stopped, but {path} is made and whole.").format(path=target)
        return _("Stopped: {path} was not made.").format(path=target)

    with saying(stopped):
        try:
            yield
        finally:
            args.done = is_there(target) and not was_there
