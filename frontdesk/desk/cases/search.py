"""Finding cases by what is to be done with them, or by part of anything known of them (C12)."""

from zoneinfo import ZoneInfo

from data import policy
from data.cases import search
from data.engine.connection import Connection
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.search import CasePart, Filter, end_of_day, words_of

AT_ONCE = 60
"""How many cases are read at a time when going through many."""

WITHOUT_END = 10_000_000
"""A limit so high that all cases are read."""


def part(
    desk: Desk, which: Filter, text: str = "", *, first: int = 0, limit: int = AT_ONCE, counted: int | None = None
) -> CasePart:
    """Return some of the cases that a filter leaves and in which every word of a text is found.

    A word is found in the plate, the customer's name, its initials and pinyin, the number, the last four digits of
    the phone, and what the customer said; one of seven digits or more also at the beginning of the whole phone
    number, which itself is never given (C10). `counted`: how many cases there are, where that is known.
    """

    def look(connection: Connection) -> CasePart:
        now = desk.now()
        ends = end_of_day(now, ZoneInfo(policy.current(connection).time_zone))
        return search.part(
            connection, which, words_of(text), now=now, ends=ends, first=first, limit=limit, counted=counted
        )

    return desk.read(look)
