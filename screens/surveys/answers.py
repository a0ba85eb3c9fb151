"""What a customer answers, one key a question; after a low mark the form of a new complaint comes up (Q7)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import var
from textual.widgets import Input

from frontdesk.desk.surveys import asking, surveys
from frontdesk.domain.journal.result import Result
from frontdesk.domain.surveys.rules import answer_of
from frontdesk.domain.surveys.survey import Asked, Question, QuestionKind, Survey
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.words.i18n import N_, _
from frontdesk.words.surveys import asked_line, keys_of, question_line
from screens.cases.draft import Draft
from screens.cases.new_case_form import NewCaseForm
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import LiveDialog, Rest, Trouble, field, static
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, line, wrap
from screens.kit.station import Station

_KEYS = (Key("f8", "skip", N_("leave out"), ""), Key("f10", "save", N_("save"), ""))


class AnswerLines(LiveLines):
    """The questions, the answers so far, and which one is asked now."""

    REDRAWN_BY = ("answers", "place")

    answers: var[dict[int, str]] = var(dict)
    place: var[int] = var(1)

    def __init__(self, survey: Survey) -> None:
        super().__init__(id="answers")
        self._survey = survey

    def build(self, width: int) -> list[Line]:
        """Return a row or more for each question; the one that is asked now says which keys answer it."""
        lines: list[Line] = []
        for number, question in enumerate(self._survey.plan.questions, 1):
            is_now = number == self.place
            said = self.answers.get(number, "")
            text = f"{'▸' if is_now else ' '}{question_line(number, question)} {said}"
            lines += [line(Span(row, "chosen" if is_now else "plain")) for row in wrap(text, width)]
            if is_now:
                lines += [line(Span(row, "key")) for row in wrap(f"   {keys_of(question)}", width)]
        return lines


class AnswerDialog(CommandDialog[Result]):
    """The answers of one customer."""

    TOPIC = "surveys"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS), Binding("enter", "enter", show=False)]

    def __init__(self, station: Station, survey: Survey, asked: Asked) -> None:
        super().__init__(station)
        self._survey, self._asked = survey, asked

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Survey")
            yield static(asked_line(self._asked))
            with Rest(can_focus=False):
                yield AnswerLines(self._survey).data_bind(LiveDialog.live)
            yield field(_("answer"), Input(id="typed", compact=True, max_length=4000))
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("One key answers a question · F8 leaves it out · F10 saves what was answered"))

    async def on_mount(self) -> None:
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """One key answers at once what is no question in words."""
        question, typed = self._now(), event.value.strip()
        if question is None or question.kind is QuestionKind.WORDS or not typed:
            return
        event.input.value = ""
        if self.listens():
            self._answer(self.query_one(AnswerLines).place, typed)

    def on_input_submitted(self) -> None:
        """Enter: what is typed answers the question."""
        typed = self.query_one(Input).value
        if self._now() is not None and self.listens():
            self._answer(self.query_one(AnswerLines).place, typed)

    def action_skip(self) -> None:
        """F8: the question is left out."""
        self._go_on()

    async def action_save(self) -> None:
        """F10: keep what was answered; after a low mark a complaint is drafted in the customer's words."""
        if not self.listens():
            return
        view = self.query_one(AnswerLines)
        if self.query_one(Input).value.strip() and self._now() is not None:
            self._answer(view.place, self.query_one(Input).value)
        answer = await self.perform(asking.answer, self._survey.id, self._asked.id, view.answers)
        if answer is None:
            return
        survey = await self.ask(surveys.shown, self._survey.id) if answer.facts.get("low") else None
        self.dismiss(answer)
        if survey is not None:
            words, asked = asking.words_of(survey, self._asked.id), self._asked
            draft = Draft(customer=asked.name, plate=asked.plate, words=words)
            self._station.open(NewCaseForm(draft, self._station))

    def _answer(self, number: int, typed: str) -> None:
        try:
            said = answer_of(self._survey.plan.questions[number - 1], typed)
        except FrontdeskError as error:
            self.complain(error)
            return
        self.say("")
        view = self.query_one(AnswerLines)
        view.answers = {**view.answers, number: said} if said else view.answers
        self._go_on()

    def _go_on(self) -> None:
        view = self.query_one(AnswerLines)
        self.query_one(Input).value = ""
        view.place = min(view.place + 1, len(self._survey.plan.questions) + 1)
        self.query_one(Rest).refresh(layout=True)

    def _now(self) -> Question | None:
        questions, place = self._survey.plan.questions, self.query_one(AnswerLines).place
        return questions[place - 1] if place <= len(questions) else None
