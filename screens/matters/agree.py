"""Agreeing on a measure: who sees to it until when, what it is measured by and what is expected (Z7)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk import measures
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.journal.result import Result
from frontdesk.domain.measures.measure import Measure
from frontdesk.domain.review.metrics import Metric
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_code
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number
from screens.kit.choices import Choice
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station

_KEYS = (Key("f10", "agree", N_("agree"), ""),)


class AgreeDialog(CommandDialog[Result]):
    """The form; all of it is fixed before anything is done."""

    TOPIC = "review"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS), Binding("enter", "app.focus_next", show=False)]

    def __init__(self, station: Station, measure: Measure, words: str) -> None:
        super().__init__(station)
        self._measure, self._words = measure, words

    def compose(self) -> ComposeResult:
        people = [person.name for person in self._station.latest().staff]
        with Vertical(classes="dialog") as box:
            box.border_title = _("Agree on measure {number}").format(number=case_number(self._measure.id))
            yield static(self._measure.matter.title)
            yield field(_("sees to it"), Choice(["—", *people], id="owner"))
            yield field(_("done by"), Input(id="until", compact=True, placeholder=_("12-10, next Friday, 2 weeks")))
            yield field(_("measured by"), Choice(["—", *(word(metric) for metric in Metric)], id="metric"))
            yield field(_("change in %"), Input(id="expected", compact=True, placeholder="-40"))
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("← → choose · Tab or Enter: the next field · F10 agrees"))

    async def on_mount(self) -> None:
        self.query_one("#owner", Choice).focus()

    async def action_agree(self) -> None:
        """F10: agree on it; where something is refused, all stays as it was filled in."""
        if not self.listens():
            return
        snapshot = self._station.latest()
        owner = self.query_one("#owner", Choice).index
        metric = self.query_one("#metric", Choice).index
        typed = clean_code(self.query_one("#expected", Input).value).removesuffix("%").strip().replace("−", "-")
        if typed and not typed.removeprefix("-").removeprefix("+").isdecimal():
            self.say(_("“{text}” is no whole number of percent; right would be -40.").format(text=typed))
            self.query_one("#expected", Input).focus()
            return
        try:
            until = read_deadline(
                self.query_one("#until", Input).value, self._station.now, OpeningHours.of(snapshot.policy)
            )
        except Refused as error:
            self.complain(error)
            self.query_one("#until", Input).focus()
            return
        answer = await self.perform(
            measures.agree,
            self._measure.id,
            ["", *(person.name for person in snapshot.staff)][owner],
            until,
            metric=["", *Metric][metric],
            expected=int(typed) if typed else None,
            words=self._words,
        )
        if answer is not None:
            self.dismiss(answer)
