"""Signing what was submitted: in person, by phone, rejecting it, confirming what one approved by phone (Z7, G1)."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk import approvals
from frontdesk.desk.desk import Desk
from frontdesk.domain.approvals.approval import Approval, may_sign
from frontdesk.domain.journal.result import Result
from frontdesk.words.approvals import who_takes_down
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import event_word
from frontdesk.words.phrases import case_number
from screens.kit.choices import Choice
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station
from screens.people import second

_KEYS = (
    Key("f2", "sign", N_("sign off"), ""),
    Key("f3", "reject", N_("reject"), ""),
    Key("f4", "phone", N_("by phone"), ""),
    Key("f5", "confirm", N_("confirm"), ""),
)


class SigningDialog(CommandDialog[str]):
    """Gives what was done, in words."""

    TOPIC = "review"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def __init__(self, station: Station, approval: Approval, text: str, words: str = "") -> None:
        super().__init__(station)
        self._matter, self._begun, self._approval = approval.matter, words, approval
        self._text = text
        snapshot = station.latest()
        role = approval.next_role
        self._people = [
            person.name
            for person in snapshot.staff
            if role is not None and may_sign(role, person.name, snapshot.roster, station.now)
        ]

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = _("Sign {number}").format(number=case_number(self._matter))
            yield static(self._text)
            yield static(_("F2 signs as whoever works here. F3 needs words. F4 takes down what one approves by phone."))
            yield static(who_takes_down(self._approval))
            yield field(_("on the phone"), Choice(["—", *self._people], id="person"))
            yield field(
                _("words"),
                Input(self._begun, id="words", compact=True, max_length=4000, placeholder=_("for F3 and F4")),
            )
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)

    async def on_mount(self) -> None:
        self.query_one("#words", Input).focus()
        if len(self._people) == 1:
            self.query_one(Choice).index = 1

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.focus_next()

    async def action_sign(self) -> None:
        """F2: sign it."""
        await self._in_person(partial(approvals.sign, number=self._matter, seen=self._approval.id))

    async def action_reject(self) -> None:
        """F3: reject it, with words."""
        words = self.query_one("#words", Input).value
        await self._in_person(partial(approvals.reject, number=self._matter, words=words, seen=self._approval.id))

    async def action_phone(self) -> None:
        """F4: take down what somebody approves by phone."""
        choice = self.query_one(Choice)
        name = ["", *self._people][choice.index]
        if not name:
            self.say(_("Who is on the phone? Choose them with ← →."))
            choice.focus()
            return
        words = self.query_one("#words", Input).value
        phoned = partial(approvals.sign, number=self._matter, by_phone=name, words=words, seen=self._approval.id)
        await self._in_person(phoned)

    async def action_confirm(self) -> None:
        """F5: confirm what one approved by phone."""
        await self._in_person(partial(approvals.confirm, number=self._matter))

    async def _in_person(self, command: Callable[[Desk], Result]) -> None:
        if self.listens():
            await second.carry_out(self, self._station, command, self._was_done)

    async def _was_done(self, answer: Result) -> None:
        self.dismiss(f"{case_number(self._matter)} {event_word(answer.kind)}")
