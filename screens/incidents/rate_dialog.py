"""A hazard is rated with two digits: how likely, how grave (I15)."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from frontdesk.desk.incidents import hazards
from frontdesk.domain.incidents.aftermath import RATED
from frontdesk.domain.journal.result import Result
from frontdesk.words.aftermath import LIKELIHOODS, SEVERITIES
from frontdesk.words.i18n import _
from screens.incidents.choices import Choice, Choices, DigitDialog
from screens.kit.command_dialog import CLOSE
from screens.kit.dialog import Trouble, static
from screens.kit.key_hints import KeyHints
from screens.kit.station import Station


class RateDialog(DigitDialog[Result]):
    """With the second digit it is rated; a digit that is held down is chosen once."""

    TOPIC = "aftermath"

    def __init__(self, station: Station, number: int) -> None:
        super().__init__(station)
        self._number = number
        self._likelihood = 0

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Rate the hazard")
            yield static(_("How likely is it?"))
            yield Choices(id="likelihood")
            yield static(_("How grave would it be?"))
            yield Choices(id="severity")
            yield Trouble()
            yield KeyHints((CLOSE,), tall=False)
            yield static(_("two digits, 1 to 5 each; from 15 on it is dealt with today"))

    async def on_mount(self) -> None:
        self._show()

    async def words_changed(self) -> None:
        self._show()

    async def digit_pressed(self, digit: str) -> None:
        await self._pick(int(digit))

    @on(Choices.Picked)
    async def _touched(self, event: Choices.Picked) -> None:
        event.stop()
        if event.choices.id == "likelihood":
            self._likelihood = 0
        elif not self._likelihood:
            self.say(_("First how likely it is, then how grave."))
            return
        await self._pick(int(event.choice.digit))

    async def _pick(self, rated: int) -> None:
        if not self._likelihood and rated in RATED:
            self._likelihood = rated
            self.say("")
            self._show()
            return
        likelihood = self._likelihood or rated
        answer = await self.perform(hazards.rate, self._number, likelihood, rated)
        if answer is not None:
            self.dismiss(answer)

    def _show(self) -> None:
        likelihood, severity = self.query_one("#likelihood", Choices), self.query_one("#severity", Choices)
        likelihood.choices = tuple(Choice(str(n), str(n), _(said)) for n, said in zip(RATED, LIKELIHOODS, strict=True))
        severity.choices = tuple(Choice(str(n), str(n), _(said)) for n, said in zip(RATED, SEVERITIES, strict=True))
        likelihood.chosen = str(self._likelihood or "")
        likelihood.active, severity.active = not self._likelihood, bool(self._likelihood)
