"""`frontdesk status`: what stands where, and what is open."""

from argparse import Namespace
from contextlib import suppress
from dataclasses import replace

from frontdesk.commands import output
from frontdesk.commands.picture import as_json
from frontdesk.commands.session import Session, on_store
from frontdesk.desk import escalations
from frontdesk.domain.errors import StoreError


def run(args: Namespace) -> int:
    """Print the picture; return the exit code."""
    return on_store(args, _show)


def _show(session: Session) -> int:
    now = session.desk.now()
    if session.snapshot.has_news(now):
        # Whoever looks puts on record what time alone has brought; a store that cannot be written is still shown.
        with suppress(StoreError):
            escalations.evaluate(session.desk)
        session = replace(session, snapshot=session.desk.snapshot())
    if session.args.json:
        output.say_json(as_json(session.snapshot, now, session.zone))
    else:
        from frontdesk.commands import board  # noqa: PLC0415 - a script that polls needs no tables

        board.show(session, now)
    return 0
