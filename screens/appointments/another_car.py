"""Asks about a car of the book whose plate is new and like that of another car, before it arrives."""

from frontdesk.desk import near_misses
from frontdesk.domain.escalations.alerts import IGNORES_KEYS_FOR
from frontdesk.domain.values.clock import Clock
from frontdesk.domain.values.plates import Plate, show_plate
from frontdesk.words.i18n import _
from screens.kit.command_dialog import CommandDialog


class AnotherCar:
    """What was asked about last, and since when."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._asked: tuple[Plate, tuple[Plate, ...]] | None = None
        self._at = 0

    async def denied(self, dialog: CommandDialog[None], plate: Plate) -> tuple[Plate, ...] | None:
        """Return the cars that it is said not to be; None where that is asked now."""
        others, now = await dialog.ask(near_misses.plates_like, plate), self._clock.monotonic()
        if not others:
            return others
        if self._asked == (plate, others) and now - self._at >= IGNORES_KEYS_FOR:
            return others
        if self._asked != (plate, others):
            self._asked, self._at = (plate, others), now
        said = _("{plate} is new, and like {other}: is it that car? Where it is another one, press F5 again.")
        dialog.say(said.format(plate=show_plate(plate), other=show_plate(others[0])))
        return None
