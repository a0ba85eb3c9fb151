"""What the customer of a car in repair is to hear, and one key for what came of it (P2–P4)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.reactive import var
from textual.widgets import Input

from frontdesk.desk.messages import wording
from frontdesk.desk.progress import findings, repairs, telling
from frontdesk.domain.messages.message import Channel, ToTell
from frontdesk.domain.progress.progress import Progress
from frontdesk.domain.progress.purpose import as_it_stands, purpose_of
from frontdesk.domain.progress.terms import Decision, Heard
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.matters import time_left
from frontdesk.words.phrases import labelled
from frontdesk.words.progress import draft, found_line, said_stage, to_customer, told_last
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import LiveDialog, Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, line, wrap
from screens.kit.station import Station
from screens.kit.store_zone import store_zone

_KEYS = (
    Key("f2", "in_person", N_("told in person"), ""),
    Key("f3", "by_phone", N_("told by phone"), ""),
    Key("f4", "decide('agreed')", N_("agrees"), ""),
    Key("f5", "decide('declined')", N_("declines"), ""),
    Key("f6", "decide('later')", N_("later on"), ""),
    Key("f7", "hand_back", N_("hand back"), ""),
    Key("f8", "promise", N_("ready time"), ""),
    Key("f10", "text", N_("draft a text"), ""),
)


class ToldLines(LiveLines):
    """How the car stands, and what its customer is to hear."""

    number: var[int] = var(0)

    def car(self) -> Progress | None:
        """Return the car as it stands now; None once it is no longer in repair."""
        return next((car for car in self.snapshot.repairs if car.id == self.number), None) if self.snapshot else None

    def build(self, width: int) -> list[Line]:
        car, snapshot = self.car(), self.snapshot
        if car is None or snapshot is None:
            return [line(Span(_("This car is no longer in repair."), "dim"))]
        zone, now = store_zone(snapshot), self.now
        last = told_last(car, zone, now)
        owed = car.word_due
        due = labelled(word(owed.name), time_left(owed, now)) if owed else _("nothing is owed now")
        stands = " · ".join((said_stage(car, zone, now), word(car.waits), last))
        tone = "over" if owed is not None and now > owed.due_at else "warn" if owed else "dim"
        lines = [line(Span(row, "head")) for row in wrap(stands, width)]
        lines += [line(Span(due, tone)), ()]
        lines += [line(Span(row)) for row in wrap(draft(car, zone, now), width)]
        asked = next(iter(car.undecided), None)
        for found in car.found:
            said = f"{'▸' if found is asked else ' '} {found_line(found)}"
            lines += [line(Span(row, "warn" if found.is_open else "dim")) for row in wrap(said, width)]
        return lines


class TellDialog(CommandDialog[bool]):
    """The drafted words are read to the customer; a key says how they were told, and what they decided."""

    TOPIC = "workshop"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def __init__(self, station: Station, number: int) -> None:
        super().__init__(station)
        self._number = number

    def compose(self) -> ComposeResult:
        car = self._car()
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Tell the customer of {plate}").format(plate=show_plate(car.plate) if car else "–")
            lines = ToldLines().data_bind(LiveDialog.live)
            lines.number = self._number
            yield lines
            yield field(_("they said"), Input(id="words", compact=True, max_length=1000))
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("Read it to them, then F2 or F3. F4–F6: what they decide on ▸."))

    async def on_mount(self) -> None:
        self.query_one("#words", Input).focus()

    def _car(self) -> Progress | None:
        return next((car for car in self._station.latest().repairs if car.id == self._number), None)

    async def action_in_person(self) -> None:
        await self._told(Heard.IN_PERSON)

    async def action_by_phone(self) -> None:
        await self._told(Heard.PHONE)

    async def _told(self, heard: Heard) -> None:
        car = self._car()
        if car is None or not self.listens():
            return
        if await self.perform(telling.told, car.plate, heard, self._words()) is not None:
            self.dismiss(True)

    async def action_decide(self, decision: str) -> None:
        """F4, F5, F6: what the customer decided about the first problem that is open; they were told by that."""
        car = self._car()
        if car is None or not self.listens():
            return
        number = car.undecided[0].id if car.undecided else 0
        heard = Heard.IN_PERSON if car.waits == "lounge" else Heard.PHONE
        answer = await self.perform(findings.decide, car.plate, Decision(decision), heard, self._words(), number=number)
        if answer is None:
            return
        self.query_one("#words", Input).value = ""
        if len(car.undecided) <= 1:
            self.dismiss(True)

    async def action_hand_back(self) -> None:
        """F7: the car is handed back step by step, and may leave with the last of them."""
        from screens.runs.hand_back import hand_back  # noqa: PLC0415 - only where it is wanted

        car = self._car()
        if car is not None and self.listens():
            await hand_back(self, self._station, car.id, car.plate)

    def action_promise(self) -> None:
        """F8: when it is ready, and where they wait."""
        from screens.progress.promise import PromiseDialog  # noqa: PLC0415 - only where it is wanted

        car = self._car()
        if car is not None and self.listens():
            self.app.push_screen(PromiseDialog(self._station, car))

    async def action_text(self) -> None:
        """F10: what they are to hear goes out as a text, once somebody lets it go; sent, it is not told."""
        car = self._car()
        if car is None or not self.listens():
            return
        snapshot = self._station.latest()
        said, what = to_customer(car, store_zone(snapshot), self._station.now)
        phone = await self.ask(repairs.phone_of, car.plate)
        owed = ToTell(purpose_of(car), said, plate=car.plate, phone_id=phone, channel=Channel.SMS, matter=car.id,
                      about=as_it_stands(car))  # fmt: skip
        if await self.perform(wording.draft, owed, what, time=car.promised_at) is not None:
            self.dismiss(True)

    def _words(self) -> str:
        return self.query_one("#words", Input).value
