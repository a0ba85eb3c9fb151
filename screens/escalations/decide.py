"""The manager's decision on an escalation (Z5a–b, Z6a–b)."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from frontdesk.desk.escalations import decisions
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.terms import Action
from frontdesk.words.i18n import _
from frontdesk.words.refusals.sentence import why
from screens.escalations.options import ACTION_KEYS, Options
from screens.kit.command_dialog import CommandDialog
from screens.kit.dialog import LiveDialog, Trouble, static
from screens.kit.digits import PicksByDigit
from screens.kit.live import Live
from screens.kit.station import Station

_OVER_S = 4
"""How many seconds the dialog shows that its decision is no longer needed, before it closes."""


class DecideDialog(PicksByDigit, CommandDialog[None]):
    """Decide on one prompt. Only the function keys and a touch act; Enter never does."""

    TOPIC = "manager"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key.lower(), f"act('{action.value}')", show=False) for action, key in ACTION_KEYS.items()),
        *(Binding(str(number), f"choose({number})", show=False) for number in range(10)),
        Binding("up,left", "go(-1)", show=False),
        Binding("down,right", "go(1)", show=False),
        Binding("space", "choose_marked", show=False),
    ]

    def __init__(self, escalation: Escalation, station: Station) -> None:
        super().__init__(station)
        self._prompt = escalation.prompt
        self._seen = escalation.acted_at
        self._refused = False
        self._over = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = _("Decide")
            yield Options(self._prompt).data_bind(LiveDialog.live)
            yield Trouble()
            yield static(_("F2–F5 does it at once · 0–9 or space: these cars · Esc later"))

    async def on_mount(self) -> None:
        """Look up how long cars usually stay, because the gain of an action is calculated from it."""
        usual = await self.ask(decisions.usual_zone_time)
        if usual is not None:
            self.query_one(Options).usual = usual

    def watch_live(self, before: Live, live: Live) -> None:
        """Close the dialog once the situation is over, unless it may come back at any moment."""
        snapshot = self.snapshot
        escalation = snapshot.latest_of(self._prompt) if snapshot else None
        if snapshot is None or escalation is None or escalation.is_open or self._over:
            return
        if not escalation.is_held(self.now, snapshot.policy.hold) or escalation.acted_at is not None:
            self._over = True
            self.set_timer(_OVER_S, self.action_cancel)

    def action_go(self, step: int) -> None:
        """Mark another car."""
        view = self.query_one(Options)
        view.cursor = max(0, min(view.cursor + step, len(view.cars()) - 1))

    def action_choose(self, number: int) -> None:
        """Choose a car by its number, or choose it no longer."""
        view = self.query_one(Options)
        is_shown, count = view.toggle(number), len(view.cars())
        text = _("No car here has the number {number}: there are {count}.")
        if 0 < number <= count:
            text = _("No car here has the number {number}: ↓ shows more.")
        self.say("" if is_shown else text.format(number=number, count=count))

    def action_choose_marked(self) -> None:
        """Choose the marked car, or choose it no longer."""
        view = self.query_one(Options)
        view.toggle(view.cursor + 1)

    async def action_act(self, name: str) -> None:
        """Decide on an action for the cars that are shown."""
        if not self.listens():
            return
        view = self.query_one(Options)
        option, escalation = view.option(Action(name)), view.escalation()
        if option is None or escalation is None:  # it is over, and the dialog says so
            return
        if self._refused:
            # Whoever has read who was first decides anew, on what is so by now.
            self._seen, self._refused = escalation.acted_at, False
        plates = view.plates(option)
        reason = option.why_not(plates)
        if reason is not None:
            self.say(_("not possible: {why}").format(why=why(reason)))
            return
        if await self.perform(decisions.act, escalation.id, option.action, plates, seen=self._seen):
            self.dismiss(None)
            return
        self._refused = True

    @on(Options.Touched)
    async def _touched(self, event: Options.Touched) -> None:
        await self.action_act(event.action.value)
