"""The policy of the store as a form: every setting, in the store's language, changed in one step."""

from collections.abc import Mapping
from dataclasses import replace

from textual.widgets import Input

from frontdesk.desk import policy as policies
from frontdesk.domain.policy.form import ROWS, Row, clashes
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.policy.reasons import PolicyReason
from frontdesk.domain.values.errors import FrontdeskError, Refused
from frontdesk.words.i18n import _
from frontdesk.words.policy_form import text_of, title
from frontdesk.words.refusals.sentence import sentence
from screens.kit.dialog import Done
from screens.kit.station import Station
from screens.policy.rows import PolicyRows
from screens.policy.sheet import PolicySheet
from screens.policy.view import View, row_of


class PolicyForm(PolicySheet):
    """The whole policy. Nothing is in force before F10."""

    def __init__(self, station: Station) -> None:
        super().__init__(station)
        self._seen = self._view.policy
        """The policy of the last picture."""
        self._mine: Policy | None = None
        """The policy that is being saved here."""
        self._is_asked = False
        """Whether it was said that Esc drops what was typed."""

    async def on_mount(self) -> None:
        if not self.latest().roster.manages(self.live.who, self.now):
            self.say(sentence(Refused(PolicyReason.ONLY_MANAGERS, who=self.live.who or "—")))

    def _take(self, view: View) -> None:
        self._is_asked = False
        super()._take(view)

    async def action_before(self) -> None:
        """F9: fill in the policy that was in force before the last change."""
        if self._view.typed:
            self.say(_("First save what you typed (F10), or put it back (F4)."))
            return
        before = await self.ask(policies.before_last)
        if before is None or not self.query(PolicyRows):
            self.say(_("The policy was never changed: there is none before it."))
            return
        other = {row: text_of(before, row) for row in ROWS if row.value(before) != row.value(self._view.policy)}
        self._take(self._view.take(other))
        self._mark(next(iter(other), self._view.marked))
        self.tell(_("The policy before the last change is filled in: F10 puts it in force."))

    async def action_save(self) -> None:
        """F10: put everything in force at once, or say all that is not right."""
        if not self.listens():
            return
        present, typed = self._view.policy, self._view.typed
        made = self._view.taken()
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
            self._take(self._view.take({}))
            self.say(_("Nothing is changed yet."))

    def _saved(self, policy: Policy, saved: Mapping[Row, str]) -> None:
        count = sum(row.value(policy) != row.value(self._view.policy) for row in ROWS)
        # What was typed while it was saved is not in force, and stays.
        left = {row: text for row, text in self._view.typed.items() if saved.get(row) != text}
        self._take(replace(self._view.take(left), policy=policy))
        said = _("In force at every station: {count} changed. F9 fills in what was before, F10 puts that in force.")
        self.tell(said.format(count=count))

    async def action_cancel(self) -> None:
        """Esc: close; where something is typed that is not in force, ask first."""
        if not self._view.typed or (self._is_asked and self.settling.is_over):
            self.dismiss(None)
            return
        early = _("Read it first, then press the key again.") if self._is_asked else ""
        if not self._is_asked:
            self._is_asked = True
            self.settling.begin()
        said = _("Not saved yet: {count} changed. F10 saves, Esc once more drops what was typed.")
        self.say(" · ".join(filter(None, (early, said.format(count=len(self._view.typed))))))

    # -- what is refused, and what others change ----------------------------------------------------------------

    def _refuse(self, faults: Mapping[Row, Refused]) -> None:
        """Say each fault at its row; go to the first."""
        self._view = replace(self._view, faults=faults, sought="")
        self.query_one("#find", Input).value = ""
        self._mark(next(row for row in ROWS if row in faults))
        self.query_one("#value").focus()
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
        before, now, seen = self._view.policy, self.latest().policy, self._seen
        self._seen = now
        # A picture may still be from before what was saved here, or come before the answer does.
        if now in (before, seen, self._mine) or not self.query(PolicyRows):
            return
        both = clashes(self._view.typed, before, now)
        self._take(self._view.in_force(now))
        said = _("Somebody else has changed the policy meanwhile; it is shown here. What you typed is kept.")
        if both:
            said = _("Somebody else has changed the same meanwhile: {names}. What you typed is kept; F10 saves it.")
        self.say(said.format(names=_(", ").join(map(title, both))))
