"""The policy of the store as a form: every setting, in the store's language, changed in one step."""

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from frontdesk.desk import policy as policies
from frontdesk.domain.policy.form import ROWS, Row, clashes
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.policy.reasons import PolicyReason
from frontdesk.domain.values.errors import FrontdeskError, Refused
from frontdesk.words.i18n import N_, _
from frontdesk.words.policy.form import names, text_of, title
from frontdesk.words.refusals.sentence import sentence
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Done, LiveDialog, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station
from screens.policy.rows import PolicyRows
from screens.policy.sheet import PolicySheet
from screens.policy.view import View, row_of

_KEYS = (
    Key("f10", "save", N_("save all"), ""),
    Key("f4", "as_it_was", N_("as it was"), ""),
    Key("f5", "default", N_("default"), ""),
    Key("f9", "before", N_("last policy"), ""),
)
_PAGE = 8


class PolicyForm(CommandDialog[None]):
    """The whole policy. Nothing is in force before F10."""

    TOPIC = "policy"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(_KEYS),
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
        Binding("pageup", f"go(-{_PAGE})", show=False),
        Binding("pagedown", f"go({_PAGE})", show=False),
        # Pressed twice, the key that opens this would empty the box that the first press put the caret into.
        Binding("ctrl+w", "stay", show=False, priority=True),
    ]

    def __init__(self, station: Station) -> None:
        super().__init__(station)
        self.set_reactive(LiveDialog.live, station.live)
        self._seen = station.latest().policy
        """The policy of the last picture."""
        self._mine: Policy | None = None
        """The policy that is being saved here."""
        self._is_asked = False
        """Whether it was said that Esc drops what was typed."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("The store's policy")
            yield PolicySheet(View(self.latest().policy, names()), self._take)
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("↑ ↓ or touch: another · type: its value · Tab: find"))

    async def on_mount(self) -> None:
        self._sheet = self.query_one(PolicySheet)
        self._sheet.take_focus()
        if not self.latest().roster.manages(self.live.who, self.now):
            self.say(sentence(Refused(PolicyReason.ONLY_MANAGERS, who=self.live.who or "—")))

    async def words_changed(self) -> None:
        """What is in force is written as it is said now; what was typed stays, but for what was sought."""
        if self.query(PolicyRows):
            self._sheet.find_all()
            self._sheet.show(replace(self._sheet.view, names=names()))

    def _take(self, view: View) -> None:
        """Go on with what was typed: what was said before is over."""
        self._is_asked = False
        self.say("")
        self.tell("")
        self._sheet.show(view)

    def action_go(self, step: int) -> None:
        """Mark the row that is so many further down."""
        self._sheet.go(step)

    def action_as_it_was(self) -> None:
        """F4: the marked row says what is in force."""
        view = self._sheet.view
        self._sheet.put(text_of(view.policy, view.marked))

    def action_default(self) -> None:
        """F5: the marked row says what the plan says."""
        self._sheet.put(text_of(Policy(), self._sheet.view.marked))

    def action_stay(self) -> None:
        """It is open already."""

    async def action_before(self) -> None:
        """F9: fill in the policy that was in force before the last change."""
        if self._sheet.view.typed:
            self.say(_("First save what you typed (F10), or put it back (F4)."))
            return
        before = await self.ask(policies.before_last)
        if before is None or not self.query(PolicyRows):
            self.say(_("The policy was never changed: there is none before it."))
            return
        view = self._sheet.view
        other = {row: text_of(before, row) for row in ROWS if row.value(before) != row.value(view.policy)}
        self._take(view.take(other))
        self._sheet.mark(next(iter(other), view.marked))
        self.tell(_("The policy before the last change is filled in: F10 puts it in force."))

    async def action_save(self) -> None:
        """F10: put everything in force at once, or say all that is not right."""
        if not self.listens():
            return
        view = self._sheet.view
        present, typed, made = view.policy, view.typed, view.taken()
        if made.faults:
            self._refuse(made.faults)
        elif made.policy == present:
            self._nothing_changed()
        else:
            self._mine = made.policy
            result = await self.perform(policies.change, made.policy, present)
            self._mine = None
            if result is not None and self.query(PolicyRows):
                self._saved(made.policy, typed)

    def _nothing_changed(self) -> None:
        """Whoever presses F10 twice has been told already that it is saved."""
        if not self.query_one(Done).text:
            self._take(self._sheet.view.take({}))
            self.say(_("Nothing is changed yet."))

    def _saved(self, policy: Policy, saved: Mapping[Row, str]) -> None:
        view = self._sheet.view
        count = sum(row.value(policy) != row.value(view.policy) for row in ROWS)
        # What was typed while it was saved is not in force, and stays.
        left = {row: text for row, text in view.typed.items() if saved.get(row) != text}
        self._take(replace(view.take(left), policy=policy))
        said = _("In force at every station: {count} changed. F9 fills in what was before, F10 puts that in force.")
        self.tell(said.format(count=count))

    async def action_cancel(self) -> None:
        """Esc: close; where something is typed that is not in force, ask first."""
        typed = self._sheet.view.typed
        if not typed or (self._is_asked and self.settling.is_over):
            self.dismiss(None)
            return
        early = _("Read it first, then press the key again.") if self._is_asked else ""
        if not self._is_asked:
            self._is_asked = True
            self.settling.begin()
        said = _("Not saved yet: {count} changed. F10 saves, Esc once more drops what was typed.")
        self.say(" · ".join(filter(None, (early, said.format(count=len(typed))))))

    # -- what is refused, and what others change ----------------------------------------------------------------

    def _refuse(self, faults: Mapping[Row, Refused]) -> None:
        """Say each fault at its row; go to the first."""
        sheet = self._sheet
        sheet.find_all()
        sheet.view = replace(sheet.view, faults=faults)
        sheet.mark(next(row for row in ROWS if row in faults))
        sheet.take_focus()
        self.say(_("Not saved. Not right yet: {count}, each marked with ✗.").format(count=len(faults)))

    def complain(self, error: FrontdeskError) -> None:
        """Show a refusal at its row, where it is about one."""
        row = row_of(error)
        if row is None or not isinstance(error, Refused):
            super().complain(error)
        else:
            self._refuse({row: error})

    def picture_changed(self) -> None:
        """Show what others have put in force meanwhile; what is typed stays, and is looked at again."""
        now, seen = self.latest().policy, self._seen
        self._seen = now
        if not self.query(PolicyRows):
            return
        view = self._sheet.view
        # A picture may still be from before what was saved here, or come before the answer does.
        if now in (view.policy, seen, self._mine):
            return
        both = clashes(view.typed, view.policy, now)
        self._take(view.in_force(now))
        said = _("Somebody else has changed the policy meanwhile; it is shown here. What you typed is kept.")
        if both:
            said = _("Somebody else has changed the same meanwhile: {names}. What you typed is kept; F10 saves it.")
        self.say(said.format(names=_(", ").join(map(title, both))))
