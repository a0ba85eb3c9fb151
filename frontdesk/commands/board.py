"""The picture as a compact table, for `frontdesk status`. Everything is `Text`: no customer's word meets markup."""

import sys
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from frontdesk.commands.session import Session
from frontdesk.domain.clock import Millis
from frontdesk.domain.plates import show_plate
from frontdesk.domain.zone import Car
from frontdesk.i18n import _
from frontdesk.wording import duration, place_name, short_time, word


def show(session: Session, now: Millis) -> None:
    """Print the picture."""
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    snapshot = session.snapshot
    heading = _("zone {count}/{limit} · open escalations {escalations} · open complaints {complaints} · {now}")
    console.print(
        Text(
            heading.format(
                count=snapshot.floor.count,
                limit=snapshot.policy.over_count,
                escalations=len(snapshot.escalations),
                complaints=snapshot.open_complaints,
                now=short_time(now, session.zone),
            )
        )
    )
    console.print(_board(session, now))
    if snapshot.escalations:
        console.print(_escalations(session, now))
    if snapshot.complaints:
        console.print(_complaints(session, now))


def _board(session: Session, now: Millis) -> Table:
    table = _table(_("place"), _("plate"), _("zone time"), _("customer wait"), _("received"))
    for place in session.snapshot.floor.places:
        cars = session.snapshot.floor.at(place)
        for car in cars:
            _row(table, (place_name(place), *_car(session, car, now)))
        if not cars and place.capacity == 1:
            _row(table, (place_name(place), "—", "", "", ""))
    return table


def _car(session: Session, car: Car, now: Millis) -> tuple[str, ...]:
    received = "—" if car.received_at is None else f"{short_time(car.received_at, session.zone, now)} {car.received_by}"
    return show_plate(car.plate), duration(car.zone_time(now)), duration(car.customer_wait(now)), received


def _escalations(session: Session, now: Millis) -> Table:
    table = _table(_("escalation"), _("plate"), _("since"), _("for"), _("state"))
    for escalation in session.snapshot.escalations:
        since = short_time(escalation.crossed_at, session.zone, now)
        lasting = duration(now - escalation.crossed_at)
        plate = show_plate(escalation.plate) or "—"
        _row(table, (word(escalation.kind), plate, since, lasting, word(escalation.state)))
    return table


def _complaints(session: Session, now: Millis) -> Table:
    table = _table(_("complaint"), _("customer"), _("plate"), _("stage"), _("next due"))
    for case in session.snapshot.complaints:
        due = "—"
        if case.next_due:
            due = short_time(case.next_due.due_at, session.zone, now)
            due = _("{due} overdue").format(due=due) if case.next_due.is_missed(now) else due
        about = f"{case.id} {word(case.kind)}"
        _row(table, (about, case.customer or "—", show_plate(case.plate) or "—", word(case.stage), due))
    return table


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in headings:
        table.add_column(Text(heading))
    return table


def _row(table: Table, cells: Iterable[str]) -> None:
    table.add_row(*(Text(cell) for cell in cells))
