"""The dialogs that ask for a PIN: of the operator, of somebody with first letters and PIN in one box, of a new one."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk.people import pins
from frontdesk.domain.people.pins import DIGITS, typed
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.words.i18n import _
from screens.kit.command_dialog import CommandDialog
from screens.kit.dialog import Trouble, field, static
from screens.kit.station import Station
from screens.people.messages import SignedIn

_LONGEST = 20


class PinDialog(CommandDialog[SignedIn]):
    """Sign in by PIN; gives who, with the number of the sign-in.

    In one box goes the PIN of `name`, or anybody's first letters and PIN: wf482913. With nothing typed, `name` works
    here without, where `may_be_empty`: that is enough for a car.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f6", "change", show=False)]

    def __init__(self, station: Station, name: str = "", begun: str = "", *, may_be_empty: bool = False) -> None:
        super().__init__(station)
        self._who, self._begun, self._may_be_empty = name, begun, may_be_empty

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = _("PIN of {name}").format(name=self._who) if self._who else _("First letters and PIN")
            yield field(
                _("PIN"),
                Input(self._begun, id="pin", password=True, compact=True, max_length=_LONGEST, select_on_focus=False),
            )
            yield Trouble()
            whose = _("Enter sign in · F6 another PIN · somebody else: letters and PIN, wf482913 · Esc")
            yield static(whose if self._who else _("Enter sign in · F6 another PIN · Esc"))
            if self._may_be_empty:
                yield static(_("Enter alone: without PIN, which is enough for cars and cases"))

    @on(Input.Submitted)
    async def _entered(self) -> None:
        if not self.query_one("#pin", Input).value and self._who and self._may_be_empty:
            self.dismiss(SignedIn(self._who))
        elif (said := await self._said()) is not None:
            name, pin = said
            try:
                number = await self.desk.do_as(_as(name, self.desk.actor), pins.prove, name, pin)
            except FrontdeskError as error:
                if error.reason is not PeopleReason.PIN_FIRST:
                    self.complain(error)
                    return
                self._choose(name, pin)
            else:
                self.dismiss(SignedIn(name, number))

    async def action_change(self) -> None:
        """F6: another PIN in place of the one that was typed."""
        if (said := await self._said()) is not None:
            self._choose(*said)

    def _choose(self, name: str, pin: str) -> None:
        self.app.push_screen(NewPinDialog(self._station, name, pin), self._chosen)

    async def _said(self) -> tuple[str, str] | None:
        """Take whose PIN was typed, and the PIN, out of the box; None, and say so, where that is not clear."""
        box = self.query_one("#pin", Input)
        letters, pin = typed(box.value)
        box.value = ""
        name = await self._meant(letters) if letters else self._who
        if name and pin:
            return name, pin
        if not letters and pin and not self._who:
            self.say(_("Whose PIN? Right would be first letters and digits: wf482913."))
        elif name is not None:
            self.say(_("Type {digits} digits, or first letters and digits: wf482913.").format(digits=DIGITS))
        return None

    async def _meant(self, letters: str) -> str | None:
        """Return who has these first letters; None, and say so, where that is nobody or several people."""
        people = await self.ask(pins.meant, letters)
        if people is not None and len(people) == 1:
            return people[0].name
        if people is not None:
            several = _("Several people have these first letters: type the whole name and the PIN, like 王芳482913.")
            self.say(several if people else _("Nobody on the staff list has these first letters."))
        return None

    def _chosen(self, signed: SignedIn | None) -> None:
        if signed is not None:
            self.dismiss(signed)


class NewPinDialog(CommandDialog[SignedIn]):
    """Choose a PIN of one's own in place of the one that was given; gives who, signed in by it."""

    def __init__(self, station: Station, name: str, old: str) -> None:
        super().__init__(station)
        self._who, self._old = name, old

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = _("A PIN of your own, {name}").format(name=self._who)
            for name, label in (("new", _("new PIN")), ("again", _("once more"))):
                yield field(label, Input(id=name, password=True, compact=True, max_length=_LONGEST))
            yield Trouble()
            yield static(
                _("{digits} digits that nobody guesses: no run, no date, no phone number").format(digits=DIGITS)
            )
            yield static(_("Tab or Enter: the next field · Enter in the last: save · Esc close"))

    @on(Input.Submitted, "#new")
    def _next(self) -> None:
        self.focus_next()

    @on(Input.Submitted, "#again")
    async def _entered(self) -> None:
        new, again = (typed(self.query_one(f"#{name}", Input).value)[1] for name in ("new", "again"))
        if new != again:
            self.query_one("#again", Input).value = ""
            self.say(_("The two are not the same: type the PIN once more."))
            return
        try:
            number = await self.desk.do_as(_as(self._who, self.desk.actor), pins.choose, self._who, self._old, new)
        except FrontdeskError as error:
            for box in self.query(Input):
                box.value = ""
            self.query_one("#new", Input).focus()
            self.complain(error)
        else:
            self.dismiss(SignedIn(self._who, number))


def _as(name: str, operator: Actor) -> Actor:
    """Return who types a PIN, whoever works at the station."""
    return Actor(operator.station, name)
