"""`frontdesk at TIME`: the board as it stood at a past minute, rebuilt from the log."""

from argparse import Namespace
from contextlib import suppress
from dataclasses import replace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.progress import progress
from frontdesk.commands.kit.session import Session, on_store
from frontdesk.commands.past.as_json import as_json
from frontdesk.desk.past import looking
from frontdesk.domain.past import Past
from frontdesk.domain.values.errors import StoreError
from frontdesk.domain.values.typed_times import read_time
from frontdesk.words.i18n import _
from frontdesk.words.past import how_full, not_held, stood
from frontdesk.words.times import exact_time


def run(args: Namespace) -> int:
    """Print the board of that minute; return the exit code."""
    return on_store(args, _show)


def _show(session: Session) -> int:
    moment = read_time(" ".join(session.args.time), session.desk.now(), session.zone, past=True)
    if looking.takes_long(session.desk):
        # A store that cannot be written is looked at all the same, each time from its beginning.
        with suppress(StoreError), progress(session.args, _("Going through the log once")) as bar:
            looking.go_through(session.desk, bar)
    past = looking.at(session.desk, moment)
    if session.args.json:
        output.say_json(as_json(past, session.zone))
    else:
        _print(replace(session, snapshot=past.snapshot), past)
    return 0


def _print(session: Session, past: Past) -> None:
    from frontdesk.commands.kit.tables import console  # noqa: PLC0415 - a script that polls needs no tables
    from frontdesk.commands.picture import as_table  # noqa: PLC0415 - as above

    heading = _("The past: {at}").format(at=exact_time(past.at, session.zone))
    output.say(f"{heading} · {how_full(past)}")
    console().print(as_table.board(session, past.at))
    for escalation in past.prompts:
        output.say(stood(escalation, past, session.zone))
    if more := past.snapshot.count_escalations - len(past.snapshot.escalations):
        output.say(_("and {count} more").format(count=more))
    for each in past.missing:
        output.say(f"! {not_held(each, session.zone)}")
