"""The dialog that asks why a crowding ended without anybody acting; one key for each of eight reasons (Z7)."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.terms import Why
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.domain.values.clock import MINUTE
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import duration, short_time
from screens.kit.choices import Menu
from screens.kit.dialog import Dialog, Trouble, static
from screens.kit.store_zone import store_zone


class ExplainDialog(Dialog[Why]):
    """Choose a reason; the dialog returns it."""

    TOPIC = "manager"

    def __init__(self, escalation: Escalation, snapshot: Snapshot) -> None:
        super().__init__()
        self._escalation = escalation
        self._snapshot = snapshot

    def compose(self) -> ComposeResult:
        ended = self._escalation
        began = short_time(ended.crossed_at, store_zone(self._snapshot))
        lasted = (ended.cleared_at or ended.crossed_at) - ended.crossed_at
        about = f"{word(ended.kind)} {show_plate(ended.plate)} {began} · {duration(lasted)}"
        with Vertical(classes="dialog") as box:
            box.border_title = _("Over with nobody having acted: why?")
            yield static(" ".join(about.split()))
            menu = Menu([(word(why), "", True) for why in Why])
            menu.index = list(Why).index(Why.BRIEF if lasted < MINUTE else Why.TAKEN)
            yield menu
            yield Trouble()
            yield static(_("a number, or ↑ ↓ Enter, or touch · Esc later"))

    @on(Menu.Chosen)
    def _chosen(self, event: Menu.Chosen) -> None:
        self.dismiss(list(Why)[event.index])
