"""The policy of the store as a form: every setting, in the store's language, changed in one step."""

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk import policy as policies
from frontdesk.domain.policy.form import ROWS, Row, clashes
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.policy.reasons import PolicyReason
from frontdesk.domain.values.errors import FrontdeskError, Refused
from frontdesk.domain.values.text import TYPED_LIMIT
from frontdesk.words.i18n import N_, _
from frontdesk.words.policy_form import names, text_of, title
from frontdesk.words.refusals.sentence import sentence
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Done, LiveDialog, Rest, Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station
from screens.policy.rows import PolicyRows
from screens.policy.view import View, row_of

_KEYS = (
    Key("f10", "save", N_("save all"), ""),
    Key("f4", "as_it_was", N_("as it was"), ""),
    Key("f5", "default", N_("default"), ""),
    Key("f9", "before", N_("last policy"), ""),
)
_PAGE = 8


class PolicyForm(CommandDialog[None]):
    """All settings in a list, and one box for the marked one. Nothing is in force before F10."""

    TOPIC = "policy"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(_KEYS),
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
        Binding("pageup", f"go(-{_PAGE})", show=False),
        Binding("pagedown", f"go({_PAGE})", show=False),
    ]

    def __init__(self, station: Station) -> None:
        super().__init__(station)
        self.set_reactive(LiveDialog.live, station.live)
        self._view = View(station.latest().policy, names())
        self._seen = self._view.policy
        """The policy of the last picture."""
        self._mine: Policy | None = None
        """The policy that is being saved here."""
        self._is_asked = False
        """Whether it was said that Esc drops what was typed."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("The store's policy")
            yield field(_("find"), Input(id="find", compact=True, max_length=60, placeholder=_("part of what it says")))
            with Rest(id="settings", can_focus=False):
                yield PolicyRows()
            yield Done()
            yield Trouble()
            yield field(_("value"), Input(id="value", compact=True, max_length=TYPED_LIMIT))
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("↑ ↓ or touch: another · type: its value · Tab: find"))

    async def on_mount(self) -> None:
        box = self.query_one("#value", Input)
        box.cursor_blink = False
        self.watch(box, "value", self._typed, init=False)
        self._mark(self._view.marked)
        box.focus()
        latest = self.latest()
        if not latest.roster.manages(self.who, self.now):
            self.say(sentence(Refused(PolicyReason.ONLY_MANAGERS, who=self.who or "—")))

    def _mark(self, row: Row) -> None:
        """Mark a row, with all of its value selected: what is typed next replaces it."""
        self._show(self._view.go_to(row))
        self.query_one("#value", Input).select_all()

    def _show(self, view: View) -> None:
        """Draw the form, with the marked row in view and its value in the box."""
        self._view = self.query_one(PolicyRows).view = view
        box, text = self.query_one("#value", Input), view.text(view.marked)
        if box.value != text:
            box.value = text
            box.select_all()
        self.call_after_refresh(self._scroll_to_mark)

    def _scroll_to_mark(self) -> None:
        for rows in self.query(PolicyRows):
            place = rows.place_of(self._view.marked)
            if place is not None:
                # With the heading above it, where it is the first.
                self.query_one("#settings").scroll_to_region(
                    place.grow((1, 0, 0, 0)), animate=False, force=True, x_axis=False
                )

    def _typed(self, text: str) -> None:
        """Take what stands in the box for the marked row."""
        if text != self._view.text(self._view.marked):
            self._take(self._view.typing(text))

    def _take(self, view: View) -> None:
        """Go on with what was typed: what was said before is over."""
        self._is_asked = False
        self.say("")
        self.tell("")
        self._show(view)

    # -- keys ---------------------------------------------------------------------------------------------------

    def action_go(self, step: int) -> None:
        """Mark the row that is so many further down."""
        listed = self._view.listed()
        if listed:
            place = listed.index(self._view.marked) + step if self._view.marked in listed else 0
            self._mark(listed[max(0, min(place, len(listed) - 1))])

    def action_as_it_was(self) -> None:
        """F4: the marked row says what is in force."""
        self._put(text_of(self._view.policy, self._view.marked))

    def action_default(self) -> None:
        """F5: the marked row says what the plan says."""
        self._put(text_of(Policy(), self._view.marked))

    def _put(self, text: str) -> None:
        box = self.query_one("#value", Input)
        box.value = text
        box.focus()
        box.select_all()

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

    @on(PolicyRows.Touched)
    def _touched(self, event: PolicyRows.Touched) -> None:
        self._mark(event.row)
        self.query_one("#value").focus()

    @on(Input.Changed, "#find")
    def _sought(self, event: Input.Changed) -> None:
        """Show the rows that have what is typed, the first of them marked."""
        self._view = replace(self._view, sought=event.value)
        listed = self._view.listed()
        self._mark(self._view.marked if self._view.marked in listed or not listed else listed[0])

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        """Enter: from what is sought to the value, and from there to the next row; only F10 saves."""
        if event.input.id == "find":
            self.query_one("#value").focus()
        else:
            self.action_go(1)

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

    async def words_changed(self) -> None:
        """What is in force is written as it is said now; what was typed stays, but for what was sought."""
        if self.query(PolicyRows):
            self._view = replace(self._view, names=names(), sought="")
            self.query_one("#find", Input).value = ""
            self._show(self._view)

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
