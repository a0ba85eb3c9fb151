"""The picture as a compact table, for `frontdesk status`. Every cell is `Text`, so no customer's word is markup."""

from collections.abc import Mapping

from rich.table import Table
from rich.text import Text

from frontdesk.commands.cases.table import case_table
from frontdesk.commands.kit.session import Session
from frontdesk.commands.kit.tables import console, row, table
from frontdesk.domain.picture import outgoing
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.zone.cars import Car
from frontdesk.domain.zone.leaving import LeftUnreceived
from frontdesk.words.escalations.progress import what_comes_next, who_has_it, who_has_the_crowd
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled
from frontdesk.words.times import duration, short_time
from frontdesk.words.zone import kept_text, left_unreceived, offer_text, place_name


def show(session: Session, now: Millis, left: Mapping[str, LeftUnreceived]) -> None:
    """Print the picture; `left`: who left unreceived, today and this month."""
    out = console()
    snapshot = session.snapshot
    heading = _("zone {count}/{limit} · open escalations {escalations} · open complaints {complaints} · {now}")
    out.print(
        Text(
            heading.format(
                count=snapshot.floor.count,
                limit=" ".join(filter(None, (str(snapshot.policy.over_count), _crowd(snapshot)))),
                escalations=snapshot.count_escalations,
                complaints=snapshot.open_complaints,
                now=short_time(now, session.zone),
            )
        )
    )
    if not snapshot.presence.is_watched(now):
        out.print(Text(_("Nobody is watching: open a station, or start frontdesk watch.")))
    out.print(board(session, now))
    for offer in snapshot.offers:
        out.print(Text(offer_text(offer, now)))
    if any(each.count for each in left.values()):
        said = _("left without having been received: today {today}; this month {month}")
        out.print(Text(said.format(**{name: left_unreceived(each) for name, each in left.items()})))
    if snapshot.escalations:
        out.print(_escalations(session, now))
        if more := snapshot.count_escalations - len(snapshot.escalations):
            out.print(Text(_("and {count} more").format(count=more)))
    if snapshot.complaints:
        out.print(case_table(tuple(map(outgoing.of_case, snapshot.complaints)), session, now, out.width))


def _crowd(snapshot: Snapshot) -> str:
    who = who_has_the_crowd(snapshot)
    return labelled(_("over-count"), who) if who else ""


def board(session: Session, now: Millis) -> Table:
    """Return what stands at each place."""
    made = table(_("place"), _("plate"), _("zone time"), _("wait until hand-over"), _("received"))
    for place in session.snapshot.floor.places:
        cars = session.snapshot.floor.at(place)
        for car in cars:
            row(made, (place_name(place), *_car(session, car, now)))
        if not cars and place.capacity == 1:
            kept = session.snapshot.floor.kept_for(place)
            row(made, (place_name(place), kept_text(kept) if kept else "—", "", "", ""))
    return made


def _car(session: Session, car: Car, now: Millis) -> tuple[str, ...]:
    received = "—" if car.received_at is None else f"{short_time(car.received_at, session.zone, now)} {car.received_by}"
    return show_plate(car.plate), duration(car.zone_time(now)), duration(car.customer_wait(now)), received


def _escalations(session: Session, now: Millis) -> Table:
    made = table(_("escalation"), _("plate"), _("since"), _("for"), _("who has it"), _("next step"))
    for escalation in session.snapshot.escalations:
        about = f"{escalation.id} {word(escalation.kind)}"
        since = short_time(escalation.crossed_at, session.zone, now)
        lasting = duration(now - escalation.crossed_at)
        plate = show_plate(escalation.plate) or "—"
        comes_next = what_comes_next(escalation, session.snapshot, now) or "—"
        row(made, (about, plate, since, lasting, who_has_it(escalation), comes_next))
    return made
