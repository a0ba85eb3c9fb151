"""What came of an incident or a hazard: read whole, with a measure proposed and the matter closed from its page."""

from typing import NamedTuple

from frontdesk.desk import matters, measures
from frontdesk.desk.incidents import aftermath, reading
from frontdesk.desk.incidents.aftermath import Followed
from frontdesk.domain.incidents.incident import WORDS_LIMIT, Entry
from screens.kit.record_page import RecordPage


class After(NamedTuple):
    """What came of an incident, and its record."""

    followed: Followed
    entries: tuple[Entry, ...]


class FollowedPage(RecordPage[After]):
    """The page, live; a subclass says what stands on it."""

    TOPIC = "aftermath"
    LONGEST = WORDS_LIMIT

    async def read(self) -> After | None:
        shown = await self.ask(reading.shown, self._number)
        followed = await self.ask(aftermath.shown, self._number) if shown else None
        return After(followed, shown.entries) if shown and followed else None

    async def action_measure(self) -> None:
        """F6: propose what is typed as a measure."""
        await self.carry_out("measure", measures.propose, self.words, part_of=self._number)

    async def action_shut(self) -> None:
        """F8: close it; where something stands in the way, what is typed says why all the same."""
        await self.carry_out("close", matters.close, self._number, self.words)
