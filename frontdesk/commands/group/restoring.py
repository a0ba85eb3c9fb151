"""`frontdesk restore --from-group`: a lost store, made again from its log at head office (G2)."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from frontdesk.commands.group import asking
from frontdesk.commands.kit.progress import progress
from frontdesk.commands.kit.session import at_the_shell
from frontdesk.desk.group import restoring
from frontdesk.desk.group.restoring import Rebuilding, Said
from frontdesk.domain.group.answer import Position
from frontdesk.domain.group.reasons import GroupReason
from frontdesk.domain.values.clock import Clock
from frontdesk.domain.values.errors import InputError
from frontdesk.machine.group.office import Office
from frontdesk.words.i18n import _

Done = Callable[[], object]
Bar = Callable[[int, int], object]


def restore(args: Namespace, clock: Clock, done: Done) -> Path | None:
    """Make the store again; return where the database that was there is kept, or None if there was none."""
    group = asking.group()
    at = asking.position(group)
    if not at.seq:
        raise InputError(GroupReason.NOTHING_THERE, text=group.code)
    with restoring.begun(args.store, clock) as made:
        with progress(args, _("Fetching the log")) as bar:
            beside = asking.ask(group, lambda office: fetched(office, at, made, bar))
        with progress(args, _("Making the records")) as bar:
            made.finish(bar)
        with progress(args, _("Copying and checking")) as bar:
            return restoring.put_in_place(
                made, args.store, at_the_shell(args.by), clock,
                code=group.code, beside=beside, anyway=args.anyway, progress=bar, done=done,
            )  # fmt: skip


async def fetched(office: Office, at: Position, made: Rebuilding, bar: Bar) -> Said:
    """Fetch the whole log; return what head office has beside it."""
    beside: Said = {}
    while made.last < at.seq:
        said = await office.events(at.epoch, made.last)
        events = said.get("events")
        if not isinstance(events, list) or not events:
            raise InputError(GroupReason.NOT_WHOLE, number=made.last + 1)
        made.take(events)
        found = said.get("beside")
        beside = found if isinstance(found, dict) else {}
        bar(min(made.last, at.seq), at.seq)
    return beside
