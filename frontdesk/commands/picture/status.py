"""`frontdesk status`: the cars at each place, and everything that is open."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, on_store, up_to_date
from frontdesk.commands.picture.as_json import as_json
from frontdesk.desk import leaving


def run(args: Namespace) -> int:
    """Print the picture; return the exit code."""
    return on_store(args, _show)


def _show(session: Session) -> int:
    session = up_to_date(session)
    now = session.desk.now()
    left = {"today": leaving.of_today(session.desk), "month": leaving.of_month(session.desk)}
    if session.args.json:
        output.say_json(as_json(session.snapshot, now, session.zone, left))
    else:
        from frontdesk.commands.picture import as_table  # noqa: PLC0415 - a script that polls needs no tables

        as_table.show(session, now, left)
    return 0
