"""The plan of a survey as a form: how many, how, in which months, who sees to it, the questions line by line (Q7)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, TextArea

from frontdesk.desk.surveys import surveys
from frontdesk.domain.journal.result import Result
from frontdesk.domain.surveys.months import read_months
from frontdesk.domain.surveys.rules import read_question, written
from frontdesk.domain.surveys.survey import Method, Survey
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.domain.values.text import clean_code
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.surveys import heading
from screens.kit.choices import Choice
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Rest, Trouble, field, label, static
from screens.kit.form import box
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station

_KEYS = (Key("f10", "save", N_("save"), ""),)


class PlanForm(CommandDialog[Result]):
    """The form."""

    TOPIC = "surveys"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def __init__(self, station: Station, survey: Survey) -> None:
        super().__init__(station)
        self._survey = survey
        self._people = ["", *(person.name for person in station.latest().staff)]

    def compose(self) -> ComposeResult:
        plan = self._survey.plan
        place = self._people.index(plan.person) if plan.person in self._people else 0
        with Vertical(classes="dialog") as frame:
            frame.border_title = heading(self._survey)
            with Rest(can_focus=False):
                yield field(
                    _("asked"), Choice(list(map(word, Method)), index=list(Method).index(plan.method), id="method")
                )
                yield field(_("a month"), Input(str(plan.size), id="size", compact=True))
                yield field(_("months"), Input(" ".join(map(str, plan.months)), id="months", compact=True))
                yield field(_("sees to it"), Choice(["—", *self._people[1:]], index=place, id="person"))
                yield label(_("questions, one a line: mark, yes_no, words, choice (| between them)"))
                yield box("questions", "\n".join(map(written, plan.questions)), "short")
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("Tab: the next field · ← → choose · F10 saves"))

    async def on_mount(self) -> None:
        self.query_one("#questions", TextArea).focus()

    async def action_save(self) -> None:
        """F10: change the plan; where something is refused, all stays as it was filled in."""
        if not self.listens():
            return
        lines = self.query_one("#questions", TextArea).text.splitlines()
        size = clean_code(self.query_one("#size", Input).value)
        try:
            plan = self._survey.plan._replace(
                method=list(Method)[self.query_one("#method", Choice).index],
                size=int(size) if size.isdecimal() and len(size) < _DIGITS else 0,
                months=read_months(self.query_one("#months", Input).value),
                person=self._people[self.query_one("#person", Choice).index],
                questions=tuple(read_question(text) for text in lines if text.strip()),
            )
        except FrontdeskError as error:
            self.complain(error)
            return
        answer = await self.perform(surveys.change, self._survey.id, plan)
        if answer is not None:
            self.dismiss(answer)


_DIGITS = 6
