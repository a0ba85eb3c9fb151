"""What comes after an incident: cause, lessons, who is told, measures, cars and news, until it is closed (I9–I16)."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar
from zoneinfo import ZoneInfo

from textual.binding import BindingType

from frontdesk.desk.incidents import aftermath
from frontdesk.desk.plans import plans
from frontdesk.domain.incidents.aftermath import IntoPlan, check_assessed, check_investigated
from frontdesk.domain.incidents.incident import EntryKind
from frontdesk.domain.values.errors import Refused
from frontdesk.words.aftermath import car_line, found_lines, measure_lines, news_line
from frontdesk.words.i18n import N_, _
from frontdesk.words.incidents import entry_line, heading
from screens.incidents.followed_page import After, FollowedPage
from screens.kit.keys import Key, bindings
from screens.kit.printing import PrintDocument
from screens.kit.record_page import RULE, RecordLines, Said

_KEYS = (
    Key("f2", "found", N_("find cause"), ""),
    Key("f3", "lessons", N_("lessons"), ""),
    Key("f4", "authority", N_("told authority"), ""),
    Key("f5", "insurer", N_("told insurer"), ""),
    Key("f6", "measure", N_("propose measure"), ""),
    Key("f7", "news", N_("news"), ""),
    Key("f8", "shut", N_("close it"), ""),
    Key("f9", "cars", N_("look at cars"), ""),
    Key("f10", "print", N_("print"), ""),
)


class AfterLines(RecordLines[After]):
    """What was found and is still owed, then measures, cars and news, then the record, the newest first."""

    def said(self, record: After, zone: ZoneInfo) -> Iterable[Said]:
        """Return all that is said about it."""
        followed, snapshot = record.followed, self.snapshot
        if snapshot is None:
            return
        yield heading(followed.incident, self.now), "head"
        if followed.incident.is_drill:
            yield _("DRILL: nobody outside is told, and no cause is asked for"), "prompt"
        for each in found_lines(followed.found, zone, self.now, snapshot.policy.due_warning):
            yield each, "plain"
        yield from ((each, "plain") for each in measure_lines(followed.measures))
        yield from ((car_line(each, zone), "plain" if each.result else "warn") for each in followed.cars)
        yield from ((news_line(each, zone), "plain" if each.sent_at else "dim") for each in followed.news)
        yield RULE
        yield from ((entry_line(each, zone), "dim") for each in reversed(record.entries))


class AfterDialog(FollowedPage):
    """What came of one incident, live."""

    KEYS = _KEYS
    LINES = AfterLines
    TITLE = N_("After the incident")
    WORDS = N_("F4, F5: who was told, what they said; F6: the measure; F8: why")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def action_found(self) -> None:
        """F2: cause, person responsible and loss."""
        from screens.incidents.found_form import FoundForm  # noqa: PLC0415 - seldom asked for

        if self.record is None or not self.listens():
            return
        followed = self.record.followed
        try:
            check_investigated(followed.incident, "·", "·", 0)
        except Refused as error:
            self.complain(error)
            return
        self.app.push_screen(FoundForm(self._station, self._number, followed.found), self.was_done)

    async def action_lessons(self) -> None:
        """F3: what was learned, and into which plan it goes."""
        from screens.incidents.lessons_form import LessonsForm  # noqa: PLC0415 - seldom asked for

        if self.record is None or not self.listens():
            return
        followed = self.record.followed
        try:
            check_assessed(followed.incident, followed.found, "·", IntoPlan.YES, "")
        except Refused as error:
            self.complain(error)
            return
        found = await self.ask(plans.listed)
        if found is not None and self.app.screen is self:
            self.app.push_screen(LessonsForm(self._station, followed, found), self.was_done)

    async def action_authority(self) -> None:
        """F4: the authority was told; what is typed is who, and what they said."""
        await self.carry_out("authority", aftermath.told_outside, self._number, EntryKind.AUTHORITY, self.words)

    async def action_insurer(self) -> None:
        """F5: the insurer was told."""
        await self.carry_out("insurer", aftermath.told_outside, self._number, EntryKind.INSURER, self.words)

    def action_news(self) -> None:
        """F7: what is said of it to whom."""
        from screens.incidents.news_page import NewsDialog  # noqa: PLC0415 - seldom asked for

        if self.listens():
            self.app.push_screen(NewsDialog(self._station, self._number))

    def action_cars(self) -> None:
        """F9: the cars that were there and are still to be looked at."""
        from screens.incidents.cars_page import CarsDialog  # noqa: PLC0415 - seldom asked for

        if self.listens():
            self.app.push_screen(CarsDialog(self._station))

    def action_print(self) -> None:
        """F10: the report, as a page to print (I12)."""
        if not self.means("print"):
            return
        from frontdesk.documents import incident_page  # noqa: PLC0415 - slow to load, seldom asked for

        self._last.note("print", 0)
        self.post_message(PrintDocument(self, partial(incident_page.of_incident, number=self._number)))
