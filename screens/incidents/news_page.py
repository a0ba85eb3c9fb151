"""News of an incident: to the staff at once, outside only as the command signed it (I9)."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar
from zoneinfo import ZoneInfo

from textual import on
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input

from frontdesk.desk.incidents import aftermath, news
from frontdesk.desk.incidents.aftermath import Followed
from frontdesk.domain.incidents.news import News
from frontdesk.domain.messages.message import TEXT_LIMIT, Audience
from frontdesk.words.aftermath import news_line, next_of_news
from frontdesk.words.i18n import N_, _
from frontdesk.words.incidents import numbered
from frontdesk.words.lookup import word
from screens.incidents.kept import KeptBoxes
from screens.kit.choices import Choice
from screens.kit.dialog import field
from screens.kit.keys import Key, bindings
from screens.kit.record_page import RULE, RecordLines, RecordPage, Said
from screens.people import second

_KEYS = (
    Key("f2", "write", N_("write it"), ""),
    Key("f3", "sign", N_("sign"), ""),
    Key("f4", "release", N_("let it out"), ""),
)
_TO = (Audience.STAFF, Audience.CUSTOMER, Audience.PARTNER, Audience.AUTHORITY, Audience.PUBLIC)
_BOX = "news"


class NewsLines(RecordLines[Followed]):
    """What was written last for each, whole, and what it waits for; then the versions before."""

    def said(self, record: Followed, zone: ZoneInfo) -> Iterable[Said]:
        """Return all that is said about it."""
        yield numbered(record.incident), "head"
        newest = _newest(record)
        if not newest:
            yield _("Nothing was written of it yet."), "dim"
        for each in newest.values():
            yield news_line(each, zone), "plain"
            if waits := next_of_news(each, record.incident):
                yield f"▸ {waits}", "task"
        earlier = [each for each in record.news if each not in newest.values()]
        if earlier:
            yield RULE
        yield from ((news_line(each, zone), "dim") for each in reversed(earlier))


class NewsDialog(RecordPage[Followed]):
    """All that is said of one incident, live."""

    TOPIC = "aftermath"
    KEYS = _KEYS
    LINES = NewsLines
    TITLE = N_("News of the incident")
    WORDS = N_("F2: what they are told; the staff hears it at once")
    LONGEST = TEXT_LIMIT
    FIRST = "#audience"
    HINT = N_("to whom: ← →, Tab: the words · F3, F4 mean what was written last for them")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def fields(self) -> Iterable[Widget]:
        return (field(_("said to"), Choice([word(each) for each in _TO], id="audience")),)

    async def read(self) -> Followed | None:
        return await self.ask(aftermath.shown, self._number)

    async def on_mount(self) -> None:
        self.query_one("#words", Input).value = self._kept.typed.get((self._number, _BOX), "")

    async def picture_changed(self) -> None:
        before = _newest(self.record) if self.query(RecordLines) and self.record is not None else None
        await super().picture_changed()
        if before is not None and self.query(RecordLines) and self.record and before != _newest(self.record):
            # What is signed is what was read: another text stands there now.
            self.settling.begin()

    @on(Input.Changed, "#words")
    def _keep(self, event: Input.Changed) -> None:
        """Keep what is typed, so that Esc loses nothing."""
        if event.input.has_focus or not event.value:
            self._kept.typed[self._number, _BOX] = event.value

    async def action_write(self) -> None:
        """F2: write it; the staff is told at once, for the others it waits for the signature."""
        await self.carry_out("write", news.write, self._number, self._audience, self.words)

    async def action_sign(self) -> None:
        """F3: the command signs what stands here for them, in person."""
        if self.record is None or not self.listens():
            return
        shown = _newest(self.record).get(self._audience)
        sign = partial(news.sign, number=self._number, audience=self._audience, seen=shown.version if shown else None)
        await second.carry_out(self, self._station, sign, self.was_done)

    async def action_release(self) -> None:
        """F4: let out what is signed."""
        await self.carry_out("release", news.send, self._number, self._audience)

    @property
    def _audience(self) -> Audience:
        return _TO[self.query_one("#audience", Choice).index]

    @property
    def _kept(self) -> KeptBoxes:
        return self._station.keeps(KeptBoxes)


def _newest(record: Followed) -> dict[Audience, News]:
    """Return what was written last for each."""
    return {each.audience: each for each in record.news}
