"""A command that makes a file and is stopped: whether the file is there. It is whole then: half a one never is."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from frontdesk.process.stopping import saying
from frontdesk.words.i18n import _


@contextmanager
def made_or_not(args: Namespace) -> Iterator[None]:
    """Say of the new file, where this is stopped, whether it was made; note that where its answer goes nowhere."""
    target: Path = args.file
    was_there = target.exists()

    def stopped() -> str:
        if target.exists() and not was_there:
            return _("Stopped, but {path} is made and whole.").format(path=target)
        return _("Stopped: {path} was not made.").format(path=target)

    with saying(stopped):
        try:
            yield
        finally:
            args.done = target.exists() and not was_there
