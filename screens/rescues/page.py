"""A rescue, live: its call, its plan, what was agreed, and the road; one key for each step (R1–R9)."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input

from frontdesk.desk.rescues import planning, rescues, road
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.calendar.typed_dates import read_deadline
from frontdesk.domain.rescues.checks import LOW_MARK, MARKS, out_elsewhere, present_plan
from frontdesk.domain.rescues.owed import tolerance_of
from frontdesk.domain.rescues.reports import unread
from frontdesk.domain.rescues.rescue import Rescue
from frontdesk.domain.rescues.terms import RescueOutcome, RescueStage
from frontdesk.domain.values.clock import MINUTE, Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.words import rescues as words
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from screens.kit.dialog import field
from screens.kit.keys import Key, bindings
from screens.kit.printing import PrintDocument
from screens.kit.record_page import RecordPage
from screens.kit.store_zone import store_zone
from screens.parts.choosing import choose_part
from screens.people import second
from screens.rescues.call_form import CallDialog
from screens.rescues.complaint import form_after
from screens.rescues.lines import RescueLines
from screens.rescues.plan_form import PlanDialog
from screens.review.signing import SigningDialog

_KEYS = (
    Key("f2", "plan", N_("make the plan"), ""),
    Key("f3", "consent", N_("consent"), ""),
    Key("f4", "sign", N_("sign"), ""),
    Key("f5", "parts", N_("parts out"), ""),
    Key("f6", "depart", N_("team leaves"), ""),
    Key("f7", "eta", N_("new arrival"), ""),
    Key("f8", "go_on", N_("next step"), ""),
    Key("f9", "paper", N_("on paper"), ""),
    Key("f10", "contact", N_("from road"), ""),
    Key("f12", "correct", N_("correct call"), ""),
)


class RescuePage(RecordPage[Rescue]):
    """One rescue, live."""

    TOPIC = "rescues"
    KEYS = _KEYS
    LINES = RescueLines
    TITLE = N_("Roadside rescue")
    WORDS = N_("what was said; F6: how parts follow; F8 last: 1 to 5, words")
    LONGEST = 1000
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def fields(self) -> Iterable[Widget]:
        return (
            field(_("vehicle"), Input(id="vehicle", compact=True, max_length=40, placeholder=_("F6: which drives"))),
            field(_("arrival"), Input(id="arrival", compact=True, placeholder=_("F6, F7: 11:40 or 20 min"))),
        )

    async def read(self) -> Rescue | None:
        return await self.ask(rescues.shown, self._number)

    async def picture_changed(self) -> None:
        await super().picture_changed()
        rescue, others = self.record, await self.ask(rescues.open_ones)
        if rescue is not None and rescue.plan is not None and others is not None and self.query(RescueLines):
            self.query_one(RescueLines).out = out_elsewhere(rescue.plan.people, rescue.id, others)

    def action_correct(self) -> None:
        """F12: what was written down of the call is put right: another plate, another number."""
        if self.record is not None and self.listens():
            self.app.push_screen(CallDialog(self._station, self.record), self.was_done)

    def action_plan(self) -> None:
        """F2: the supervisor's plan, or the next revision of it."""
        if self.record is not None and self.listens():
            self.app.push_screen(PlanDialog(self._station, self.record), self.was_done)

    async def action_consent(self) -> None:
        """F3: what the customer said to the plan that was read to them."""
        rescue, said = self.record, self.words
        if rescue is None or rescue.plan is None:
            await self.carry_out("consent", planning.consent, self._number)
            return

        async def chosen(place: int) -> None:
            command = partial(planning.consent, number=self._number, words=said, agrees=place == 0, revision=revision)
            await second.carry_out(self, self._station, command, self.was_done)

        revision = rescue.plan.revision
        self.choose(
            _("What did the customer say?"),
            [_("customer agrees to the plan"), _("customer does not agree to the plan")],
            chosen,
        )

    def action_sign(self) -> None:
        """F4: the director signs the plan, or rejects it, in a form of its own."""
        rescue = self.record
        if rescue is None or not self.listens():
            return
        if rescue.approval is None or rescue.plan is None:
            self.say(_("The customer is asked first: F3."))
            return
        text = "\n".join(words.plan_lines(rescue.plan, store_zone(self._station.latest())))
        self.app.push_screen(SigningDialog(self._station, rescue.approval, text), self._signed)

    async def _signed(self, said: str | None) -> None:
        if said:
            self.tell(said)
            await self.picture_changed()

    def action_parts(self) -> None:
        """F5: a part is handed out, comes from elsewhere and when, or is not wanted any more."""
        rescue = self.record
        if rescue is None or not self.listens():
            return
        if not rescue.missing:
            self.say(_("No part of it is waited for."))
            return
        choose_part(self, self._station, rescue.missing, self.was_done)

    async def action_depart(self) -> None:
        """F6: the team leaves; the customer is to be told, by phone and by text."""
        rescue = self.record
        if rescue is None or not self.means("depart"):
            return
        try:
            eta = self._arrival() or self._station.now + present_plan(rescue, None).travel * MINUTE
        except Refused as error:
            self.complain(error)
            return
        zone = store_zone(self._station.latest())
        tell = words.departure_text(rescue, eta, zone, self._leaders_phone(rescue))
        vehicle = self.query_one("#vehicle", Input).value
        await self.carry_out("depart", road.depart, self._number, tell, eta=eta, vehicle=vehicle, without=self.words)

    async def action_eta(self) -> None:
        """F7: the team arrives at another time, and why; the customer is told before the old time has passed."""
        rescue = self.record
        if rescue is None or not self.means("eta"):
            return
        try:
            eta = self._arrival()
        except Refused as error:
            self.complain(error)
            return
        if eta is None:
            self.say(_("When does it arrive? Type it as arrival: 11:40 or 20 min."))
            self.query_one("#arrival", Input).focus()
            return
        zone, phone = store_zone(self._station.latest()), self._leaders_phone(rescue)
        tell = words.later_text(rescue, eta, zone, phone, self.words)
        await self.carry_out("eta", road.say_eta, self._number, eta, tell, why=self.words)

    def action_paper(self) -> None:
        """F9: its sheet, or the slip that the team takes along."""
        if self.record is not None and self.listens():
            self.choose(_("Which paper?"), [_("the slip for the team"), _("the whole sheet")], self._printed)

    async def _printed(self, place: int) -> None:
        from frontdesk.documents import rescue_page  # noqa: PLC0415 - slow to load, seldom asked for

        make = rescue_page.slip if place == 0 else rescue_page.sheet
        self.post_message(PrintDocument(self, partial(make, number=self._number)))

    async def action_contact(self) -> None:
        """F10: what the team said from the road."""
        await self.carry_out("contact", road.contact, self._number, self.words)

    async def action_go_on(self) -> None:
        """F8: the next thing on the road: arrived, checked, the result, the customer's mark."""
        rescue = self.record
        if rescue is None or not self.listens():
            return
        stage, said = rescue.stage(tolerance_of(self._station.latest().policy)), self.words
        if stage is RescueStage.FOLLOW_UP and unread(rescue) and not said.strip():
            await self.carry_out("read", road.read, self._number)
        elif stage is RescueStage.FOLLOW_UP:
            await self._marked(rescue, said)
        elif stage is RescueStage.ON_SITE and rescue.checked_at is None:
            as_planned = partial(self._checked, said)
            ways = [_("fault and parts as planned"), _("otherwise than planned")]
            self.choose(_("Fault and parts on site?"), ways, as_planned)
        elif stage is RescueStage.ON_SITE:
            read = [_("I have read it: supervisor, manager, director")] if unread(rescue) else []
            ways = [*read, *map(word, RescueOutcome)]
            self.choose(_("What came of it?"), ways, partial(self._came, said, len(read)))
        elif stage is RescueStage.ON_THE_WAY:
            ways = [_("team arrived"), word(RescueOutcome.CANCELLED)]
            self.choose(_("Is the team with the car?"), ways, partial(self._arrived, said))
        else:
            self.choose(_("Did the customer call it off?"), [word(RescueOutcome.CANCELLED)], partial(self._off, said))

    async def _marked(self, rescue: Rescue, said: str) -> None:
        """The customer's mark, and words after it; a bad one brings up the form of a complaint, half filled in."""
        typed, _blank, words_of_theirs = said.strip().partition(" ")
        mark = int(typed) if typed in {str(each) for each in MARKS} else 0
        if not self.means("mark"):
            return
        answer = await self.perform(road.follow_up, self._number, mark)
        if answer is None:
            return
        await self.was_done(answer)
        if mark <= LOW_MARK:
            self.app.push_screen(form_after(self._station, rescue, mark, words_of_theirs), self.was_done)

    async def _checked(self, said: str, place: int) -> None:
        await self.carry_out("check", road.check, self._number, as_planned=place == 0, words=said)

    async def _arrived(self, said: str, place: int) -> None:
        if place == 0:
            await self.carry_out("arrive", road.arrive, self._number)
        else:
            await self._off(said, place)

    async def _came(self, said: str, reads: int, place: int) -> None:
        if place < reads:
            await self.carry_out("read", road.read, self._number)
            return
        outcome = tuple(RescueOutcome)[place - reads]
        if outcome is RescueOutcome.CANCELLED:
            await self._off(said, place)
            return
        ways = [_("customer satisfied"), _("customer not satisfied")]
        self.choose(_("Is the customer satisfied?"), ways, partial(self._ended, said, outcome))

    async def _ended(self, said: str, outcome: RescueOutcome, place: int) -> None:
        await self.carry_out("result", road.result, self._number, outcome, said, satisfied=place == 0)

    async def _off(self, said: str, _place: int) -> None:
        await self.carry_out("result", road.result, self._number, RescueOutcome.CANCELLED, said)

    def _arrival(self) -> Millis | None:
        typed = self.query_one("#arrival", Input).value
        if not typed.strip():
            return None
        return read_deadline(typed, self._station.now, OpeningHours.of(self._station.latest().policy))

    def _leaders_phone(self, rescue: Rescue) -> str:
        leader = rescue.plan.leader if rescue.plan else ""
        return next((person.phone for person in self._station.latest().staff if person.name == leader), "")
