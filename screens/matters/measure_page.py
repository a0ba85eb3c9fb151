"""A measure: what is to change, who sees to it, what was expected, what came of it (Z7)."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar
from zoneinfo import ZoneInfo

from textual.binding import BindingType
from textual.reactive import var
from textual.widget import Widget

from frontdesk.desk import in_child, measures
from frontdesk.desk.measures import effect_of
from frontdesk.domain.measures.measure import EffectVerdict, Measure, MeasureAct, possible_acts
from frontdesk.domain.review.effect import Effect
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.measures import effect_lines, heading, history_lines
from screens.kit.choices import Choice
from screens.kit.dialog import field
from screens.kit.keys import Key, bindings
from screens.kit.record_page import RULE, RecordLines, RecordPage, Said
from screens.matters.agree import AgreeDialog
from screens.people import second

_KEYS = (
    Key("f2", "agree", N_("agree"), ""),
    Key("f3", "done", N_("carried out"), ""),
    Key("f4", "check", N_("check"), ""),
    Key("f5", "effect", N_("effect"), ""),
    Key("f6", "drop", N_("drop"), ""),
)


class MeasureLines(RecordLines[Measure]):
    """The measure with its history, and its effect once that was asked for."""

    REDRAWN_BY = ("record", "effect")

    effect: var[Effect | None] = var(None)

    def said(self, record: Measure, zone: ZoneInfo) -> Iterable[Said]:
        """Return everything said about it, oldest first, then what it did."""
        yield heading(record, zone, self.now), "head"
        yield from ((told, "plain") for told in history_lines(record, zone))
        if self.effect is not None:
            yield RULE
            first, *others = effect_lines(self.effect)
            yield first, "head"
            yield from ((told, "plain") for told in others)


class MeasureDialog(RecordPage[Measure]):
    """One measure, live."""

    TOPIC = "review"
    KEYS = _KEYS
    LINES = MeasureLines
    TITLE = N_("Measure")
    WORDS = N_("required for F3, F4, F6")
    HINT = N_("F4 is for a second person, with what came of it and a sentence")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    async def read(self) -> Measure | None:
        return await self.ask(measures.shown, self._number)

    def fields(self) -> Iterable[Widget]:
        return (field(_("came of it"), Choice([word(each) for each in EffectVerdict], id="verdict")),)

    def action_agree(self) -> None:
        """F2: agree on it in a form of its own."""
        measure = self.record
        if measure is None or not self.listens():
            return
        if MeasureAct.AGREE not in possible_acts(measure):
            self.say(_("It is {state}: it is not agreed on now.").format(state=word(measure.state)))
            return
        self.app.push_screen(AgreeDialog(self._station, measure, self.words), self.was_done)

    async def action_done(self) -> None:
        """F3: it was carried out."""
        await self.carry_out("done", measures.done, self._number, self.words)

    async def action_check(self) -> None:
        """F4: what came of it, said by a second person."""
        if self.listens():
            verdict = list(EffectVerdict)[self.query_one(Choice).index]
            check = partial(measures.check, number=self._number, verdict=verdict, words=self.words)
            await second.carry_out(self, self._station, check, self.was_done)

    async def action_effect(self) -> None:
        """F5: what it did, reckoned by a process of its own."""
        measure = self.record
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
        await self.carry_out("drop", measures.drop, self._number, self.words)
