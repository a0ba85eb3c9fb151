"""The tickets dialog, opened, and what it says of a ticket."""

from typing import Any

from frontdesk.desk.desk import Desk
from frontdesk.words.i18n import _
from screens.lounge.tickets import TicketsDialog


async def open_list(person: Any, plate: Any = "", *, settled: Any = True) -> None:
    app, screen = person.app, person.app.screen
    app.call_later(lambda: app.push_screen(TicketsDialog(screen, plate)))
    # Not `person.dialog`: with two stations in one process only one of them is the active application.
    await person.until(lambda: isinstance(app.screen, TicketsDialog) and _("Lounge: call tickets") in person.text)
    await person.pilot.pause()
    await person.until(lambda: "A00" in person.show("#tickets") or not app.snapshot.tickets)
    if settled:
        await person.later(700)


def done_so_far(desk: Desk) -> Any:
    """Where everybody stands: what the keys of the dialog can change."""
    snapshot = desk.snapshot()
    return snapshot.tickets, snapshot.floor


def state(person: Any, number: Any) -> Any:
    """What the picture says of a ticket: its state and how often it was called; None for one that is over."""
    found = [ticket for ticket in person.app.snapshot.tickets if ticket.number == number]
    return (found[0].state, found[0].calls) if found else None


def marked(person: Any) -> Any:
    """The number of the marked ticket."""
    ticket = person.app.screen.query_one("#tickets").ticket
    return ticket.number if ticket else None
