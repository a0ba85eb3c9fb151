"""The weather of the next days as it is published, and what is decided because of it (I7)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.reactive import var

from frontdesk.desk import undo
from frontdesk.desk.weather import decisions, forecasts
from frontdesk.desk.weather.decisions import Decided
from frontdesk.desk.weather.forecasts import Shown
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.clock import to_datetime
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import event_word, word
from frontdesk.words.times import short_time
from frontdesk.words.weather.days import forecast_line
from frontdesk.words.weather.decisions import counts, heading
from frontdesk.words.weather.offer import try_line
from screens.kit.command_dialog import CLOSE, CommandDialog, LastAct
from screens.kit.dialog import Done, LiveDialog, Rest, Trouble
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, line, wrap
from screens.kit.station import Station
from screens.kit.store_zone import store_zone
from screens.weather.decide import DecideForm
from screens.weather.decision_page import DecisionDialog
from screens.weather.look_up import LookUpForm

_KEYS = (
    Key("f2", "look_up", N_("look up"), ""),
    Key("f3", "decide", N_("decide it"), ""),
    Key("f4", "decision", N_("call list"), ""),
    Key("f9", "undo", N_("undo"), ""),
)


class DaysLines(LiveLines):
    """The published days, a severe one in red; and whether today's look-up is still owed."""

    REDRAWN_BY = ("shown", "decided")

    shown: var[Shown | None] = var(None)
    decided: var[tuple[Decided, ...]] = var(())

    def build(self, width: int) -> list[Line]:
        """Return a line or more for each day."""
        shown, snapshot = self.shown, self.snapshot
        if shown is None or snapshot is None:
            return [()]
        zone = store_zone(snapshot)
        today = to_datetime(self.now, zone).date()
        told: list[tuple[str, str]] = []
        if shown.owed:
            by = snapshot.policy.forecast_by
            told.append((_("Today's weather is to be looked up by {time}: F2.").format(time=by), "warn"))
        if not shown.weather.days:
            told.append((_("No weather is published. F2 looks it up."), "dim"))
        if shown.offer is not None:
            told.append((try_line(shown.offer, zone, self.now), "warn" if shown.offer.fault else "key"))
        for each in shown.weather.days:
            at = short_time(each.looked_up_at, zone, self.now)
            by_whom = " · ".join((each.who, at, word(each.source)))
            told.append((f"{forecast_line(each, today)} · {by_whom}", "over" if each.severe else "plain"))
        if snapshot.policy.weather == "off":
            off = _("Nobody is reminded to look it up: the policy can ask for it each opening day, under Weather.")
            told.append((off, "dim"))
        for found in self.decided:
            told.append((heading(found.decision, zone, self.now), "head"))
            if found.rows:
                told.append((f"  {counts(found.rows)}", "plain"))
        return [line(Span(row, tone)) for text, tone in told for row in wrap(text, width)]


class WeatherDialog(CommandDialog[None]):
    """The weather, live."""

    TOPIC = "weather"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def __init__(self, station: Station) -> None:
        super().__init__(station)
        self._last = LastAct(station.clock)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Weather")
            with Rest():
                yield DaysLines().data_bind(LiveDialog.live)
            yield Done()
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)

    async def on_mount(self) -> None:
        self.query_one(Rest).focus()
        await self.picture_changed()

    async def picture_changed(self) -> None:
        shown = await self.ask(forecasts.shown) if self.query(DaysLines) else None
        if shown is not None and self.query(DaysLines):
            self.query_one(DaysLines).shown = shown
        decided = await self.ask(decisions.listed) if self.query(DaysLines) else None
        if decided is not None and self.query(DaysLines):
            self.query_one(DaysLines).decided = decided
            self.query_one(KeyHints).offer((*(key for key in _KEYS if decided or key.key != "f4"), CLOSE))
        for rest in self.query(Rest):
            rest.refresh(layout=True)

    def action_look_up(self) -> None:
        """F2: type what was looked up, and publish it."""
        shown = self.query_one(DaysLines).shown
        if shown is not None and self.listens():
            self.app.push_screen(LookUpForm(self._station, shown), self._was_done)

    def action_decide(self) -> None:
        """F3: write what stops or changes; it is to be signed."""
        if self.listens():
            self.app.push_screen(DecideForm(self._station), self._decided)

    def action_decision(self) -> None:
        """F4: the decision that was written last, with whom it touches."""
        decided = self.query_one(DaysLines).decided
        if not self.listens():
            return
        if not decided:
            self.say(_("Nothing is decided: F3 writes it."))
            return
        self.app.push_screen(DecisionDialog(self._station, decided[-1].decision.id))

    async def _decided(self, answer: Result | None) -> None:
        await self._was_done(answer)
        if answer is not None:
            self.app.push_screen(DecisionDialog(self._station, answer.number))

    async def action_undo(self) -> None:
        """F9: take the last action back."""
        if self.listens() and not self._last.is_again("undo", 0):
            answer = await self.perform(undo.undo)
            if answer is not None:
                self._last.note("undo", 0)
                await self._was_done(answer)

    async def _was_done(self, answer: Result | None) -> None:
        if answer is not None:
            self.say("")
            self.tell(event_word(answer.kind))
            await self.picture_changed()
