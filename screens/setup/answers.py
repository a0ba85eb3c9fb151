"""The steps with one answer or a few: the store's name, its province, its bays, its hours."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Click
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input

from frontdesk.domain.policy.provinces import NAMES
from frontdesk.domain.setup import answers
from frontdesk.domain.setup.draft import Draft, Step
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.zone.places import Place, PlaceKind
from frontdesk.words.i18n import N_, _
from frontdesk.words.setup import TITLES, province_name
from frontdesk.words.times import days_of_the_week
from frontdesk.words.zone import place_name
from screens.kit.dialog import field
from screens.kit.keys import Key
from screens.kit.lines import Lines
from screens.kit.spans import Line, Span, fit, line
from screens.setup.screen import SetupScreen


def _box(name: str, text: str, longest: int = 0) -> Input:
    return Input(text, id=name, compact=True, max_length=longest)


class StoreStep(SetupScreen):
    """The store's name."""

    STEP = Step.STORE

    def boxes(self) -> ComposeResult:
        yield field(_("store name"), _box("store", self.draft.store_name))

    def taken(self) -> Draft:
        return replace(self.draft, store_name=self.text_of("store"))


class Provinces(Lines):
    """All provinces, each of which can be touched."""

    class Chosen(Message):
        """A province was touched."""

        def __init__(self, character: str) -> None:
            super().__init__()
            self.character = character

    def build(self, width: int) -> list[Line]:
        """Return them in columns."""
        each, row = self._each(), self._in_a_row(width)
        cells = [fit([Span(self._shown(character))], each) for character in NAMES]
        return [sum(cells[place : place + row], ()) for place in range(0, len(cells), row)]

    def _each(self) -> int:
        return max(Span(self._shown(character)).width for character in NAMES) + 2

    def _shown(self, character: str) -> str:
        """Return a province's name; in a low window only its character, so that all can be seen."""
        return character if self.screen.has_class("-low") else province_name(character)

    def _in_a_row(self, width: int) -> int:
        return max(1, width // self._each())

    def on_click(self, event: Click) -> None:
        row = self._in_a_row(self.size.width)
        place = event.y * row + event.x // self._each()
        if event.x // self._each() < row and place < len(NAMES):
            self.post_message(self.Chosen(list(NAMES)[place]))


class ProvinceStep(SetupScreen):
    """The province, which every plate typed without one gets."""

    STEP = Step.PROVINCE

    def boxes(self) -> ComposeResult:
        yield field(_(TITLES[Step.PROVINCE]), _box("province", self.draft.province))
        yield Provinces()

    def taken(self) -> Draft:
        return replace(self.draft, province=self.text_of("province"))

    @on(Provinces.Chosen)
    def _touched(self, event: Provinces.Chosen) -> None:
        box = self.query_one("#province", Input)
        box.value = event.character
        box.focus()


class BaysRead(Lines):
    """How the bays are read, while they are typed."""

    REDRAWN_BY = ("text",)

    text: var[str] = var("")

    def build(self, width: int) -> list[Line]:
        """Return them as the screens will show them."""
        try:
            names = answers.bays(self.text)
        except Refused:
            return [()]
        shown = [place_name(Place(f"bay{number}", PlaceKind.BAY, name, 1)) for number, name in enumerate(names, 1)]
        said = _("{count} bays: {names}").format(count=len(shown), names=_(", ").join(shown))
        return [line(Span(said, "dim"))]


class BaysStep(SetupScreen):
    """The bays' names."""

    STEP = Step.BAYS

    def boxes(self) -> ComposeResult:
        yield field(_("names"), _box("bays", self.draft.bays))
        yield BaysRead()

    def taken(self) -> Draft:
        return replace(self.draft, bays=self.text_of("bays"))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.query_one(BaysRead).text = event.value


class HoursStep(SetupScreen):
    """The hours of each day, and the days that are closed."""

    STEP = Step.HOURS
    KEYS: ClassVar[tuple[Key, ...]] = (Key("f4", "same_below", N_("same below"), ""),)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f4", "same_below", show=False)]

    def boxes(self) -> ComposeResult:
        for place, (day, hours) in enumerate(zip(days_of_the_week(), self.draft.hours, strict=True)):
            yield field(day, _box(f"day{place}", hours))
        yield field(_("closed days"), _box("closed", self.draft.closed))

    def taken(self) -> Draft:
        hours = tuple(self.text_of(f"day{place}") for place in range(len(self.draft.hours)))
        return replace(self.draft, hours=hours, closed=self.text_of("closed"))

    def action_same_below(self) -> None:
        """F4: all days below have the hours of the day where the cursor is."""
        days = [self.query_one(f"#day{place}", Input) for place in range(len(self.draft.hours))]
        if self.focused in days:
            place = days.index(self.focused)
            for day in days[place + 1 :]:
                day.value = days[place].value
