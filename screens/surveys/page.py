"""A survey: its plan and signatures, whom to ask, what was found; one key for each thing that is done (Q7, S11)."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar
from zoneinfo import ZoneInfo

from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input

from frontdesk.desk import approvals
from frontdesk.desk.surveys import asking, surveys
from frontdesk.domain.calendar.months import Month
from frontdesk.domain.surveys.survey import Survey, SurveyState
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.words.i18n import N_, _
from frontdesk.words.surveys import asked_line, draw_lines, heading, question_line, result_lines
from screens.kit.dialog import field
from screens.kit.keys import Key, bindings
from screens.kit.printing import PrintDocument
from screens.kit.record_page import RULE, RecordLines, RecordPage, Said
from screens.people import second
from screens.review.signing import SigningDialog
from screens.surveys.answers import AnswerDialog
from screens.surveys.plan_form import PlanForm

_KEYS = (
    Key("f2", "submit", N_("submit"), ""),
    Key("f3", "sign", N_("sign"), ""),
    Key("f4", "draw", N_("draw month"), ""),
    Key("f5", "answer", N_("answers"), ""),
    Key("f6", "report", N_("report"), ""),
    Key("f7", "change", N_("change plan"), ""),
    Key("f8", "form", N_("form to fill"), ""),
    Key("f10", "print", N_("print"), ""),
)


class SurveyLines(RecordLines[Survey]):
    """The plan, then what was found, then whom to ask."""

    def said(self, record: Survey, zone: ZoneInfo) -> Iterable[Said]:
        """Return everything said about it."""
        yield heading(record), "head"
        if record.asked:
            yield from ((told, "plain") for told in result_lines(record))
            yield RULE
        yield from ((question_line(*each), "plain") for each in enumerate(record.plan.questions, 1))
        yield from ((told, "dim") for told in draw_lines(record, zone))
        yield from ((asked_line(each), "plain" if each.is_waiting else "dim") for each in record.asked)


class SurveyDialog(RecordPage[Survey]):
    """One survey, live."""

    TOPIC = "surveys"
    KEYS = _KEYS
    LINES = SurveyLines
    TITLE = N_("Survey")
    HINT = N_("F4: draws whom to ask in the month · F5: the next one on the list, or the number that is typed")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    async def read(self) -> Survey | None:
        return await self.ask(surveys.shown, self._number)

    def fields(self) -> Iterable[Widget]:
        yield field(_("month"), Input(id="month", compact=True, placeholder="2027-03"))
        yield field(_("whom"), Input(id="asked", compact=True, placeholder=_("of the list; nothing: the next one")))

    async def on_mount(self) -> None:
        await super().on_mount()
        self.query_one("#month", Input).focus()

    async def action_submit(self) -> None:
        """F2: the plan goes to the head, then to the general manager."""
        if self.record is not None and self.listens():
            await second.carry_out(self, self._station, partial(surveys.submit, number=self._number), self.was_done)

    async def action_sign(self) -> None:
        """F3: sign it, or reject it, in a form of its own."""
        survey = self.record
        if survey is None or not self.listens():
            return
        asked = await self.ask(approvals.of_matter, self._number)
        if not asked:
            self.say(_("It is submitted first: F2."))
            return
        text = "\n".join((heading(survey), *(question_line(*each) for each in enumerate(survey.plan.questions, 1))))
        self.app.push_screen(SigningDialog(self._station, asked[-1], text), self._signed)

    async def action_draw(self) -> None:
        """F4: draw whom to ask of those who came in the month."""
        try:
            month = Month.read(self.query_one("#month", Input).value)
        except FrontdeskError as error:
            self.complain(error)
            return
        await self.carry_out("draw", asking.draw, self._number, month)

    def action_answer(self) -> None:
        """F5: the answers of the next who may still answer, or of the number that is typed."""
        survey = self.record
        if survey is None or not self.listens():
            return
        typed = self.query_one("#asked", Input).value.strip()
        waiting = [each for each in survey.asked if (str(each.id) == typed if typed else each.is_waiting)]
        if survey.state is not SurveyState.IN_FORCE or not waiting:
            self.say(_("Nobody on the list has still to answer."))
            return
        self.app.push_screen(AnswerDialog(self._station, survey, waiting[0]), self.was_done)

    async def action_report(self) -> None:
        """F6: the survey is over, its result is reported."""
        await self.carry_out("report", surveys.report, self._number)

    def action_change(self) -> None:
        """F7: change the plan, as long as nobody has signed it."""
        if self.record is not None and self.listens():
            self.app.push_screen(PlanForm(self._station, self.record), self.was_done)

    def action_form(self) -> None:
        """F8: how it is evaluated, and the questionnaire, as a page to print."""
        if self.means("form"):
            from frontdesk.documents import filing  # noqa: PLC0415 - slow to load, seldom asked for

            self._last.note("form", 0)
            self.post_message(PrintDocument(self, partial(filing.of_survey_form, number=self._number)))

    def action_print(self) -> None:
        """F10: the plan and the result as a page to print."""
        if self.means("print"):
            from frontdesk.documents import filing  # noqa: PLC0415 - slow to load, seldom asked for

            self._last.note("print", 0)
            self.post_message(PrintDocument(self, partial(filing.of_survey, number=self._number)))

    async def _signed(self, said: str | None) -> None:
        if said:
            self.tell(said)
            await self.picture_changed()
