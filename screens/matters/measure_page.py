"""A measure: what is to change, who sees to it, what was expected, what came of it (Z7)."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.reactive import var
from textual.widgets import Input

from frontdesk.desk import in_child, measures
from frontdesk.desk.measures import effect_of
from frontdesk.domain.journal.result import Result
from frontdesk.domain.measures.measure import EffectVerdict, Measure, MeasureAct, possible_acts
from frontdesk.domain.review.effect import Effect
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import event_word, word
from frontdesk.words.measures import effect_lines, heading, history_lines
from screens.kit.choices import Choice
from screens.kit.command_dialog import CLOSE, CommandDialog, LastAct
from screens.kit.dialog import Done, LiveDialog, Rest, Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, line, wrap
from screens.kit.station import Station
from screens.kit.store_zone import store_zone
from screens.matters.agree import AgreeDialog
from screens.people import second

_KEYS = (
    Key("f2", "agree", N_("agree"), ""),
    Key("f3", "done", N_("carried out"), ""),
    Key("f4", "check", N_("check"), ""),
    Key("f5", "effect", N_("effect"), ""),
    Key("f6", "drop", N_("drop"), ""),
)


class MeasureLines(LiveLines):
    """The measure with its history, and its effect once that was asked for."""

    REDRAWN_BY = ("measure", "effect")

    measure: var[Measure | None] = var(None)
    effect: var[Effect | None] = var(None)

    def build(self, width: int) -> list[Line]:
        """Return everything said about it, oldest first, then what it did."""
        measure, snapshot = self.measure, self.snapshot
        if measure is None or snapshot is None:
            return [()]
        zone = store_zone(snapshot)
        lines = [line(Span(row, "head")) for row in wrap(heading(measure, zone, self.now), width)]
        for told in history_lines(measure, zone):
            lines += [line(Span(row)) for row in wrap(told, width)]
        if self.effect is not None:
            lines.append(line(Span("─" * width, "dim")))
            for number, told in enumerate(effect_lines(self.effect)):
                lines += [line(Span(row, "plain" if number else "head")) for row in wrap(told, width)]
        return lines


class MeasureDialog(CommandDialog[None]):
    """One measure, live. What is typed in the box of words belongs to the key that is pressed."""

    TOPIC = "review"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def __init__(self, station: Station, number: int) -> None:
        super().__init__(station)
        self._number = number
        self._last = LastAct(station.clock)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Measure")
            with Rest():
                yield MeasureLines().data_bind(LiveDialog.live)
            yield Done()
            yield field(_("came of it"), Choice([word(each) for each in EffectVerdict], id="verdict"))
            yield field(
                _("words"), Input(id="words", compact=True, max_length=4000, placeholder=_("required for F3, F4, F6"))
            )
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("F4 is for a second person, with what came of it and a sentence"))

    async def on_mount(self) -> None:
        self.query_one("#words", Input).focus()
        await self.picture_changed()

    async def picture_changed(self) -> None:
        measure = await self.ask(measures.shown, self._number) if self.query(MeasureLines) else None
        if measure is not None and self.query(MeasureLines):
            self.query_one(MeasureLines).measure = measure

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.focus_next()

    def action_agree(self) -> None:
        """F2: agree on it in a form of its own."""
        measure = self.query_one(MeasureLines).measure
        if measure is None or not self.listens():
            return
        if MeasureAct.AGREE not in possible_acts(measure):
            self.say(_("It is {state}: it is not agreed on now.").format(state=word(measure.state)))
            return
        self.app.push_screen(AgreeDialog(self._station, measure, self._words()), self._agreed)

    async def _agreed(self, answer: Result | None) -> None:
        if answer is not None:
            await self._was_done(answer)

    async def action_done(self) -> None:
        """F3: it was carried out."""
        if self.listens() and not self._last.is_again("done", 0):
            answer = await self.perform(measures.done, self._number, self._words())
            if answer is not None:
                self._last.note("done", 0)
                await self._was_done(answer)

    async def action_check(self) -> None:
        """F4: what came of it, said by a second person."""
        if self.listens():
            verdict = list(EffectVerdict)[self.query_one(Choice).index]
            check = partial(measures.check, number=self._number, verdict=verdict, words=self._words())
            await second.carry_out(self, self._station, check, self._was_done)

    async def action_effect(self) -> None:
        """F5: what it did, reckoned by a process of its own."""
        measure = self.query_one(MeasureLines).measure
        if measure is None or not self.listens():
            return
        if not measure.metric or measure.done_at is None:
            self.say(_("There is an effect to see only once it was carried out, and only where it has a metric."))
            return
        self.tell(_("The effect is reckoned …"))
        self.run_worker(self._load_effect())

    async def _load_effect(self) -> None:
        path = await self.ask(lambda desk: desk.path)
        if path is None:
            return
        try:
            found = await in_child.ask(path, self._clock.now(), effect_of, self._number)
        except FrontdeskError as error:
            self.complain(error)
            return
        for view in self.query(MeasureLines):
            view.effect = found
        self.tell("")

    async def action_drop(self) -> None:
        """F6: drop it, with a reason."""
        if self.listens():
            answer = await self.perform(measures.drop, self._number, self._words())
            if answer is not None:
                await self._was_done(answer)

    async def _was_done(self, answer: Result) -> None:
        self.query_one("#words", Input).value = ""
        self.say("")
        self.tell(event_word(answer.kind))
        await self.picture_changed()

    def _words(self) -> str:
        return self.query_one("#words", Input).value
