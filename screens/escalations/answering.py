"""Answering what a station is asked: F8 and the prompt panel."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.message import Message

from frontdesk.desk.background import Hands
from frontdesk.desk.cases import register
from frontdesk.desk.escalations import handling, tasks
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.prompts import Urgency
from frontdesk.domain.escalations.tasks import Task
from frontdesk.domain.escalations.terms import Kind, State
from frontdesk.domain.values.clock import Clock
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.escalations.prompt import case_of
from frontdesk.words.i18n import _
from screens.escalations.prompt_panel import PromptPanel
from screens.kit.kept_forms import KeptForms
from screens.zone.car_actions import CarActions, load_dialogs


class Answers(CarActions):
    """A screen with a prompt panel. Subclasses say how a crowding is answered at their station."""

    @dataclass
    class Called(Message):
        """This station is called: it must act."""

        urgency: Urgency

    @dataclass
    class HandedOut(Message):
        """Tickets were handed out to customers this station takes to the lounge."""

        tickets: tuple[str, ...]

    def __init__(self, hands: Hands, machine: Clock, *, demo: bool) -> None:
        super().__init__(hands, machine, demo=demo)
        self._kept_forms: KeptForms = {}

    def watch_now(self) -> None:
        """The picture changed or a second has passed: see to the prompts once the panel has both."""
        self.call_later(self._note_prompts)

    def open_case(self, number: int) -> None:
        """Open a complaint."""
        self.app.push_screen(load_dialogs().ComplaintCase(number, self._hands, self, self._machine, self._kept_forms))

    def _note_prompts(self) -> None:
        # In a demo the stations that were looked at before go on; only the one that is looked at is called.
        if self in self.app.screen_stack and self.query(PromptPanel):
            call = self.query_one(PromptPanel).look(self._machine.monotonic())
            if call.urgency is not None:
                self.post_message(self.Called(call.urgency))
            if call.handed_out:
                self.post_message(self.HandedOut(call.handed_out))

    async def action_prompt(self) -> None:
        """F8: answer what is at the top of the panel; what has only just come up does not listen yet."""
        panel = self.query_one(PromptPanel)
        item = next(iter(panel.items()), None)
        if item is None:
            self.nothing_to_answer()
            return
        if not panel.is_ready(item, self._machine.monotonic()):
            self.say(_("This prompt has only just come up. Read it, then press F8 again."))
            return
        self.say("")
        self._answered_at = self._machine.monotonic()
        if isinstance(item, Task):
            await self.perform(tasks.done, item.id)
        elif item.is_crowding:
            await self.answer(item)
        else:
            await self._answer_other(item)

    def nothing_to_answer(self) -> None:
        """F8 with nothing on the panel."""
        self.say(_("There is no prompt to answer."))

    async def answer(self, prompt: Escalation) -> None:
        """Answer a crowding: take on all there is of it, then decide."""
        if prompt.state is State.CLEARED:
            self.say(_("It is over. The prompt stays a moment, in case it comes back."))
            return
        for each in self._raised_crowdings():
            taken = await self.perform(handling.acknowledge, each.id)
            if taken is None and each is prompt:
                return
        self.app.push_screen(load_dialogs().DecideDialog(prompt, self._hands, self, self._machine))

    async def tell_all(self) -> None:
        """Put on record that whoever is to be told was told: of everything that is on the panel (Z5, Z6)."""
        for each in self._raised_crowdings():
            await self.perform(handling.tell, each.id, level=each.level)

    def _raised_crowdings(self) -> Iterator[Escalation]:
        """Give each crowding that nobody has taken on and that has been up long enough to be read."""
        panel = self.query_one(PromptPanel)
        for each in panel.prompts():
            if each.is_crowding and each.state is State.RAISED and panel.is_ready(each, self._machine.monotonic()):
                yield each

    async def _answer_other(self, prompt: Escalation) -> None:
        if prompt.kind is Kind.DIVERSION_EXPIRED:
            # Looking answers nothing: it asks until the customer is seen to.
            await self.run_action("tickets")
            return
        if prompt.state is State.RAISED and not await self.perform(handling.acknowledge, prompt.id):
            return
        if prompt.kind is Kind.COMPLAINT_DUE:
            await self._open_due(prompt)
        else:
            text = _("Seen. {plate} still waits: F6 receives whoever has waited longest.")
            self.say_done(text.format(plate=show_plate(prompt.plate)))

    async def _open_due(self, prompt: Escalation) -> None:
        found = case_of(prompt, self._shot())
        try:
            number = found[0].id if found else await self._hands.do(register.of_clock, prompt.subject)
        except FrontdeskError as error:
            self.complain(error)
            return
        self.open_case(number)
