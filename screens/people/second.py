"""Something done in person: by the operator, or where people have PINs by whoever types theirs for it (S2)."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from frontdesk.desk.desk import Desk
from frontdesk.desk.people import pins
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.pins import SignIn
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.errors import FrontdeskError
from screens.kit.command_dialog import CommandDialog
from screens.kit.station import Station
from screens.people.messages import SignedIn
from screens.people.pin import PinDialog

Command = Callable[[Desk], Result]
Then = Callable[[Result], Awaitable[None]]


async def carry_out(dialog: CommandDialog[Any], station: Station, command: Command, then: Then) -> None:
    """Carry out a command that is signed, and go on with its result. Nobody changes over for it."""
    if dialog.latest().policy.sign_in == SignIn.NAMES:
        answer = await dialog.perform(command)
        if answer is not None:
            await then(answer)
        return
    dialog.app.push_screen(
        PinDialog(station, dialog.desk.actor.who), partial(_as_second, dialog, station, command, then)
    )


async def _as_second(
    dialog: CommandDialog[Any], station: Station, command: Command, then: Then, signed: SignedIn | None
) -> None:
    if signed is None:
        return
    second = Actor(dialog.desk.actor.station, signed.name, sign_in=signed.number)
    try:
        answer = await dialog.desk.do_as(second, command)
    except FrontdeskError as error:
        dialog.complain(error)
    else:
        await then(answer)
    if signed.name == dialog.desk.actor.who:
        station.post_message(signed)
    else:
        await dialog.ask(pins.sign_out, signed.number)
