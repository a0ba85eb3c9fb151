"""What was typed about an incident and is not on record yet: Esc, and it is there again."""

from textual import on
from textual.widgets import Input

from frontdesk.domain.journal.result import Result
from screens.kit.command_dialog import CommandDialog
from screens.kit.form import FormDialog
from screens.kit.station import Station


class KeptBoxes:
    """What stands in each box, by the incident and the box."""

    def __init__(self) -> None:
        self.typed: dict[tuple[int, str], str] = {}


class IncidentForm(CommandDialog[Result], FormDialog[Result]):
    """A form about one incident that keeps what is typed in it."""

    TOPIC = "aftermath"

    def __init__(self, station: Station, number: int) -> None:
        super().__init__(station)
        self._number = number

    def box(self, name: str, longest: int, hint: str = "", on_record: str = "") -> Input:
        """Return a box with what was typed in it before, else with what is on record."""
        typed = self._kept.typed.get((self._number, name), on_record)
        return Input(typed, id=name, compact=True, max_length=longest, placeholder=hint)

    def text(self, name: str) -> str:
        """Return what stands in a box."""
        return self.query_one(f"#{name}", Input).value

    def filed(self, answer: Result) -> None:
        """It is on record: nothing is kept any more."""
        for each in self.query(Input):
            self._kept.typed.pop((self._number, each.id or ""), None)
        self.dismiss(answer)

    @property
    def _kept(self) -> KeptBoxes:
        return self._station.keeps(KeptBoxes)

    @on(Input.Changed)
    def _keep(self, event: Input.Changed) -> None:
        if event.input.has_focus:
            self._kept.typed[self._number, event.input.id or ""] = event.value
