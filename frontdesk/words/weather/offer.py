"""What a program looked up, in words: the days it proposes, or why there are none (I7)."""

from collections.abc import Iterable
from datetime import date, timedelta, tzinfo

from frontdesk.domain.policy.weather import WeatherNumbers
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.weather.forecast import DayWeather, Source
from frontdesk.domain.weather.offer import Try
from frontdesk.domain.weather.severe import is_severe
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word_of
from frontdesk.words.phrases import labelled
from frontdesk.words.refusals.sentence import sentence
from frontdesk.words.times import short_time
from frontdesk.words.weather.days import day_word, said


def offer_lines(days: Iterable[DayWeather], today: date, numbers: WeatherNumbers) -> list[str]:
    """Return the days that are proposed, a line for each."""
    listed = ((today + timedelta(days=ahead), day) for ahead, day in enumerate(days))
    return [labelled(day_word(day, today), said(each, severe=is_severe(each, numbers))) for day, each in listed]


def try_line(found: Try, zone: tzinfo, now: Millis) -> str:
    """Return what came of the last try: a proposal to be read, or why there is none."""
    head = f"{short_time(found.at, zone, now)} {word_of(Source, found.source)}"
    if found.is_running:
        return labelled(head, _("is being looked up"))
    if found.fault is not None:
        return labelled(head, _("{why} Type it in: F2.").format(why=sentence(found.fault, zone)))
    return labelled(head, _("a proposal has come: F2 shows it; whoever publishes it has read it."))
