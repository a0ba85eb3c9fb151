"""Looking up the weather: three days side by side, a digit for the sky, and nothing guessed (I7)."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import var
from textual.widgets import Input, Static

from frontdesk.desk.weather import forecasts
from frontdesk.desk.weather.forecasts import Shown
from frontdesk.domain.journal.result import Result
from frontdesk.domain.values.clock import to_datetime
from frontdesk.domain.values.errors import FrontdeskError, Reason, Refused
from frontdesk.domain.values.need import Who
from frontdesk.domain.values.text import clean_code
from frontdesk.domain.weather.figures import Figure
from frontdesk.domain.weather.forecast import DAYS, SKIES, DayWeather, Source
from frontdesk.domain.weather.reasons import DayAhead, WeatherReason
from frontdesk.domain.weather.severe import is_severe
from frontdesk.domain.weather.typed import DayTyped, read_day
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled
from frontdesk.words.refusals.weather import sky_choices
from frontdesk.words.weather.days import day_word, said, staff_text
from frontdesk.words.weather.typing import names
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Rest, Trouble, field, static
from screens.kit.form import FormDialog, type_over
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.lines import Lines
from screens.kit.spans import Line, Span, line, wrap
from screens.kit.station import Station
from screens.kit.store_zone import store_zone
from screens.weather.filled import filled, offered, published

_KEYS = (Key("f10", "publish", N_("publish"), ""),)
_USUAL = ("sky", "low", "high")
"""What is said of every day; Enter goes through these, day by day."""
_FIELDS: Mapping[str, str] = {
    "sky": N_("sky"),
    "low": N_("lowest ℃"),
    "high": N_("highest ℃"),
    "warning": N_("signal"),
    "rain": N_("rain mm"),
    "snow": N_("snow cm"),
    "gust": N_("gusts m/s"),
}
"""The rows, and what each is called."""
_OF_REASON: Mapping[Reason, str] = {
    WeatherReason.BAD_SKY: "sky",
    WeatherReason.BAD_SIGNAL: "warning",
    WeatherReason.LOW_ABOVE_HIGH: "low",
}


class KeptLookUp(dict[str, str]):
    """The form as it was left with Esc; it comes back when it is opened again on the same day, until published."""

    day: date | None = None


class DayPreviews(Lines):
    """What is typed so far, in words; a severe day in red."""

    REDRAWN_BY = ("texts",)

    texts: var[tuple[tuple[str, str], ...]] = var(())

    def build(self, width: int) -> list[Line]:
        """Return a line or more for each day."""
        return [line(Span(row, tone)) for text, tone in self.texts for row in wrap(text, width)] or [()]


class LookUpForm(FormDialog[Result], CommandDialog[Result]):
    """The form; a digit for the sky goes on by itself, Enter goes on, F10 publishes."""

    ENTER_GOES_ON = False
    """It goes day by day instead."""
    WHOSE = Who.DESK
    TOPIC = "weather"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(_KEYS),
        Binding("enter", "next", show=False),
        Binding("down", "row(1)", show=False),
        Binding("up", "row(-1)", show=False),
    ]

    def __init__(self, station: Station, shown: Shown) -> None:
        super().__init__(station)
        self._names = names()
        self._seen = shown.seen
        self._today = to_datetime(station.now, store_zone(station.latest())).date()
        self._kept = station.keeps(KeptLookUp)
        if self._kept.day != self._today:
            self._kept.clear()
            self._kept.day = self._today
        self._offer = offered(shown)
        if not any(self._kept.values()):
            self._kept.update(filled(self._offer.days) if self._offer else published(shown, self._today))
        self._stood = dict(self._kept)

    def compose(self) -> ComposeResult:
        days = [day_word(self._today + timedelta(days=ahead), self._today) for ahead in range(DAYS)]
        with Vertical(classes="dialog") as frame:
            frame.border_title = _("Look up the weather")
            with Rest(can_focus=False):
                yield field("", *map(_heading, days))
                for name, title in _FIELDS.items():
                    boxes = (self._input(name, ahead) for ahead in range(DAYS))
                    yield field(_(title), *boxes)
                yield DayPreviews()
            if self._offer is not None:
                yield static(_("This is a proposal {source}: read it, mend it, then F10.").format(
                    source=word(Source(self._offer.source))
                ))  # fmt: skip
            yield static(labelled(_("sky"), sky_choices()))
            yield static(_("signal: 1 blue 2 yellow 3 orange 4 red, empty: none · gusts also as a force: 8 bft"))
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)

    async def on_mount(self) -> None:
        self._box("sky", 0).focus()
        self._look()

    def _input(self, name: str, ahead: int) -> Input:
        return Input(self._kept.get(f"{name}{ahead}", ""), id=f"{name}{ahead}", compact=True, max_length=20)

    def _box(self, name: str, ahead: int) -> Input:
        return self.query_one(f"#{name}{ahead}", Input)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        box, name = event.input, event.input.id or ""
        self._look()
        # What the form came with is told as a change, too; only a digit that is typed goes on.
        is_typed = event.value != self._stood.get(name, "")
        self._stood[name] = event.value
        if is_typed and box.has_focus and name.startswith("sky") and clean_code(event.value) in SKIES:
            self.action_next()

    @on(Input.Submitted)
    def action_next(self) -> None:
        """Enter: the next of what is said of every day, day by day; then what else may be said."""
        name, ahead = self._where()
        if name not in _USUAL:
            self.focus_next()
            return
        order = [(each, day) for day in range(DAYS) for each in _USUAL]
        place = order.index((name, ahead)) + 1
        self._box(*(order[place] if place < len(order) else ("warning", 0))).focus()

    def action_row(self, step: int) -> None:
        """↑ ↓: another row of the same day."""
        name, ahead = self._where()
        rows = list(_FIELDS)
        self._box(rows[(rows.index(name) + step) % len(rows)], ahead).focus()

    def _where(self) -> tuple[str, int]:
        focused = self.focused.id if isinstance(self.focused, Input) and self.focused.id else "sky0"
        return focused[:-1], int(focused[-1])

    def _day(self, ahead: int) -> DayTyped:
        return DayTyped(**{name: self._box(name, ahead).value for name in _FIELDS})

    def _look(self) -> None:
        """Say in words what is typed so far; what is not yet right is said once it is to be published."""
        told: list[tuple[str, str]] = []
        for ahead in range(DAYS):
            try:
                day = read_day(self._day(ahead), ahead, self._names)
            except Refused:
                continue
            severe = is_severe(day, self._station.latest().policy)
            name = day_word(self._today + timedelta(days=ahead), self._today)
            told.append((labelled(name, said(day, severe=severe)), "over" if severe else "plain"))
        for view in self.query(DayPreviews):
            view.texts = tuple(told)

    async def action_cancel(self) -> None:
        """Close, and keep what was filled in."""
        self._keep()
        self.dismiss(None)

    async def action_publish(self) -> None:
        """F10: publish it. Where something is not right, all stays as it was filled in."""
        if not self.listens():
            return
        self._keep()
        try:
            days = [read_day(self._day(ahead), ahead, self._names) for ahead in range(DAYS)]
        except FrontdeskError as error:
            self.complain(error)
            return
        text, source = self._text(days), self._source(days)
        answer = await self.perform(forecasts.publish, days, text, source=source, seen=self._seen)
        if answer is not None:
            self._kept.clear()
            self.dismiss(answer)

    def complain(self, error: FrontdeskError) -> None:
        super().complain(error)
        if error.reason is WeatherReason.PUBLISHED_SINCE:
            self._seen = int(str(error.facts["seen"]))
            self.settling.begin()
        day, figure = error.facts.get("day"), error.facts.get("figure")
        name = figure.value if isinstance(figure, Figure) else _OF_REASON.get(error.reason)
        if isinstance(day, DayAhead) and name:
            type_over(self._box(name, tuple(DayAhead).index(day)))

    def _source(self, days: list[DayWeather]) -> Source:
        """Return where the figures are from: a program's, where nothing of them was changed."""
        offer = self._offer
        return Source(offer.source) if offer is not None and tuple(days) == offer.days else Source.MANUAL

    def _text(self, days: list[DayWeather]) -> str:
        policy = self._station.latest().policy
        listed = [(self._today + timedelta(days=ahead), day, is_severe(day, policy)) for ahead, day in enumerate(days)]
        return staff_text(listed, self._today, policy.store_name, self._station.live.who)

    def _keep(self) -> None:
        for name in _FIELDS:
            for ahead in range(DAYS):
                self._kept[f"{name}{ahead}"] = self._box(name, ahead).value


def _heading(day: str) -> Static:
    """Return the name of a day, as wide as the boxes below it."""
    name = static(day)
    name.styles.width = "1fr"
    return name
