"""The dialog that corrects a wrongly entered plate."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk import plates
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.domain.values.plates import (
    Plate,
    fragment,
    is_usual,
    show_plate,
    special_next,
    whole_plate,
    with_character,
)
from frontdesk.domain.zone.plate_correction import NamedVisit
from frontdesk.words.i18n import _
from frontdesk.words.times import short_time
from screens.kit.command_dialog import CommandDialog
from screens.kit.dialog import Trouble, field, static
from screens.kit.station import Station
from screens.kit.store_zone import store_zone


class PlateDialog(CommandDialog[bool]):
    """Type the right plate over the wrong one; the dialog returns True once it is on record."""

    TOPIC = "correcting"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+e", "province", show=False, priority=True)]

    def __init__(self, visit: NamedVisit, station: Station) -> None:
        super().__init__(station)
        self._visit = visit
        self._asked_about = ""
        """The unusual plate that was asked about: it is kept when Enter is pressed again."""

    def compose(self) -> ComposeResult:
        """Lay out whose plate it is, and the box with the wrong one, selected."""
        with Vertical(classes="dialog") as box:
            box.border_title = _("Correct the plate of {plate}").format(plate=show_plate(self._visit.plate))
            yield static(self._when())
            yield field(_("plate"), Input(self._visit.plate, id="right", compact=True, select_on_focus=True))
            yield Trouble()
            yield static(_("Type the right one · Enter · Ctrl+E province · Esc: stays as it is"))

    async def on_mount(self) -> None:
        self.query_one("#right", Input).focus()

    def action_province(self) -> None:
        """Ask for a province character, or one that could come next."""
        from screens.zone.province import ProvinceDialog  # noqa: PLC0415 - few plates need it

        special = special_next(fragment(self.query_one("#right", Input).value), self._station.latest().policy.province)
        self.app.push_screen(ProvinceDialog(special), self._put_character)

    @on(Input.Changed)
    def _typed(self) -> None:
        self.say("")

    @on(Input.Submitted)
    async def _entered(self, event: Input.Submitted) -> None:
        """Correct the plate. An unusual one is asked about once; pressing Enter again, after time to read, keeps it."""
        try:
            plate = whole_plate(event.value, self._station.latest().policy.province)
        except FrontdeskError as error:
            self.complain(error)
            return
        if plate != self._visit.plate and not is_usual(plate) and not self._is_kept(plate):
            return
        if await self.perform(plates.correct, self._visit.id, plate, wrong=self._visit.plate):
            self.dismiss(True)

    def _is_kept(self, plate: Plate) -> bool:
        if self._asked_about == plate:
            return self.listens()
        self._asked_about = plate
        self.settling.begin()
        text = _("{plate} does not look like a plate. Correct it, or press Enter again to keep it.")
        self.say(text.format(plate=show_plate(plate)))
        return False

    def _when(self) -> str:
        snapshot = self._station.latest()
        zone, now = store_zone(snapshot), self._station.now
        arrived = _("arrived {at}").format(at=short_time(self._visit.arrived_at, zone, now))
        if self._visit.left_at is None:
            return arrived
        left = _("left {at}").format(at=short_time(self._visit.left_at, zone, now))
        return f"{arrived} · {left}"

    def _put_character(self, character: str | None) -> None:
        if character:
            box = self.query_one("#right", Input)
            box.value = with_character(fragment(box.value), character)
            box.cursor_position = len(box.value)
