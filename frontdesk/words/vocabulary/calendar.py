"""The names of the calendar's events."""

from collections.abc import Mapping

from frontdesk.domain.calendar.events import CalendarEvent
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

EVENTS: Mapping[str, str] = {
    CalendarEvent.CALENDAR: N_("working days put in"),
}

VOCABULARY = Vocabulary(events=EVENTS)
