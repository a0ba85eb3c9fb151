"""The teams for emergencies, live: who leads each, who stands in, who else is in it (I3, S6)."""

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from textual.binding import BindingType
from textual.reactive import var

from frontdesk.desk import undo
from frontdesk.desk.people import staff
from frontdesk.desk.register import teams
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.staff import Person
from frontdesk.domain.register.teams import TeamOnRecord
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import event_word, word
from frontdesk.words.phrases import labelled
from frontdesk.words.teams import member_line, team_duty, team_word
from screens.kit.choose import ChooseDialog
from screens.kit.chosen_list import ChosenList
from screens.kit.keys import Key, bindings
from screens.kit.list_page import ListPage
from screens.kit.spans import Line, Span, line, wrap

_KEYS = (
    Key("f2", "put", N_("put in"), ""),
    Key("f3", "lead", N_("further up"), ""),
    Key("f8", "take_out", N_("take out"), ""),
    Key("f9", "undo", N_("undo"), ""),
)


class Row(NamedTuple):
    """A row of the list: a team, or somebody in it."""

    team: TeamOnRecord
    person: Person | None = None
    place: int = 0


class TeamList(ChosenList):
    """Each team, and below it its people in order."""

    REDRAWN_BY = (*ChosenList.REDRAWN_BY, "teams")
    OTHER_ROWS = 12

    teams: var[tuple[TeamOnRecord, ...]] = var(())

    def __init__(self) -> None:
        super().__init__(id="teams", marked=1)

    def rows(self) -> list[Row]:
        """Return the rows from top to bottom."""
        rows: list[Row] = []
        for team in self.teams:
            rows.append(Row(team))
            rows += [Row(team, person, place) for place, person in enumerate(team.members)]
        return rows

    @property
    def row(self) -> Row | None:
        """The marked row."""
        rows = self.rows()
        return rows[self.marked - 1] if 0 < self.marked <= len(rows) else None

    def numbers(self) -> list[int]:
        """Return the places of the rows, from 1 on."""
        return list(range(1, len(self.rows()) + 1))

    def mark(self, team: str, name: str) -> None:
        """Mark somebody in a team, or the team where they are not in it."""
        rows = [(row.team.key, row.person.name if row.person else "") for row in self.rows()]
        wanted = (team, name) if (team, name) in rows else (team, "")
        self.marked = rows.index(wanted) + 1 if wanted in rows else 1

    def build(self, width: int) -> list[Line]:
        """Return the rows in view, and what the marked team does."""
        rows, lines = self.rows(), list[Line]()
        for place, row in self.in_view(rows, lines):
            said = f"   {member_line(row.person, row.place)}" if row.person else _heading(row.team)
            lines.append(self.entry_row(place, said, width, "plain" if row.person else "head"))
        if self.row:
            duty = team_duty(self.row.team.key, self.row.team.duty)
            lines += [line(Span(told, "dim")) for told in wrap(duty, width)]
        return lines


def _heading(team: TeamOnRecord) -> str:
    said = team_word(team.key, team.name)
    return said if team.members else labelled(said, _("no members yet"))


class TeamsDialog(ListPage[TeamList, tuple[TeamOnRecord, ...]]):
    """The teams and their keys."""

    TOPIC = "register"
    KEYS = _KEYS
    LIST = TeamList
    TITLE = N_("Teams for emergencies")
    HINT = N_("↑ ↓ or touch: choose a team or a person")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    async def read(self) -> tuple[TeamOnRecord, ...] | None:
        return await self.ask(teams.listed)

    def show(self, view: TeamList, found: tuple[TeamOnRecord, ...]) -> None:
        row = view.row
        view.teams = found
        if row is not None:
            view.mark(row.team.key, row.person.name if row.person else "")

    async def action_put(self) -> None:
        """F2: put somebody of the staff list in the marked team."""
        row = self.view.row
        if row is None or not self.listens():
            return
        there = {person.name for person in row.team.members}
        people = [person for person in await self.ask(staff.everyone) or () if person.name not in there]
        if not people:
            self.say(_("Everybody on the staff list is in this team already."))
            return
        entries = [(person.name, word(person.post), True) for person in people]

        async def chosen(place: int | None) -> None:
            if place is not None:
                await self._done(await self.perform(teams.put, row.team.key, people[place].name))

        called = team_word(row.team.key, row.team.name)
        self.app.push_screen(ChooseDialog(lambda: called, lambda: entries), chosen)

    async def action_lead(self) -> None:
        """F3: one place further up; the first leads, the second stands in."""
        await self._act("lead", lambda row: (teams.put, max(row.place, 1)))

    async def action_take_out(self) -> None:
        """F8: take the marked person out of the team."""
        await self._act("take_out", lambda row: (teams.take_out, None))

    async def action_undo(self) -> None:
        """F9, as everywhere: take back what was done last at this station."""
        if self.listens():
            await self._done(await self.perform(undo.undo))

    async def _act(self, act: str, what: Callable[[Row], tuple[Callable[..., Result], int | None]]) -> None:
        view = self.view
        row = view.row
        if row is None or not self.listens() or self._last.is_again(act, view.marked):
            return
        if row.person is None:
            self.say(_("Choose a person in the team first."))
            return
        command, position = what(row)
        more = () if position is None else (position,)
        answer = await self.perform(command, row.team.key, row.person.name, *more)
        if answer is not None:
            await self._done(answer)
            self._last.note(act, view.marked)

    async def _done(self, answer: Result | None) -> None:
        if answer is None:
            return
        self.say("")
        name = str(answer.facts.get("name", ""))
        self.tell(" ".join((name, event_word(answer.kind))).strip())
        await self.picture_changed()
        if "team" in answer.facts:
            self.view.mark(str(answer.facts["team"]), name)
