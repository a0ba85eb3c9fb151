"""When the customer of a car in repair is owed word: by time, and at once where something happened (P2, P4)."""

from typing import NamedTuple

from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.policy.progress import ProgressNumbers
from frontdesk.domain.progress.progress import Progress
from frontdesk.domain.progress.terms import News, Waits
from frontdesk.domain.values.clock import SECOND, Millis


class Owed(NamedTuple):
    """By when word is owed, and why; in time up to that very instant."""

    at: Millis
    why: News


def word_owed(car: Progress, numbers: ProgressNumbers, hours: OpeningHours) -> Owed | None:
    """Return by when the customer is to be told next, and why; None where nothing is owed any more.

    Whoever knows that the car is ready comes when they like. A promise that changed is told before the one the
    customer knows of passes.
    """
    if car.handed_back_at is not None or not car.matter.is_open:
        return None
    news = list(_news(car, numbers.progress_news_s * SECOND))
    if car.ready_at is None or not news:
        usual = _usual(car, numbers, hours) if car.ready_at is None else None
        news += [usual] if usual else []
    return min(news, default=None)


def found_due(car: Progress, numbers: ProgressNumbers) -> Millis | None:
    """Return by when the customer has to know what was found (P2); None where they know all of it."""
    unknown = [found.at for found in car.found if found.is_open and found.told_at is None]
    return min(unknown) + numbers.found_told_s * SECOND if unknown else None


def known_promise(car: Progress) -> Millis | None:
    """Return the promise the customer knows of: the last they were told, else the first that was given."""
    told = [promise.becomes for promise in car.promises if promise.told_at is not None]
    return told[-1] if told else car.promises[0].becomes if car.promises else None


def _usual(car: Progress, numbers: ProgressNumbers, hours: OpeningHours) -> Owed:
    """Return when silence ends: the customer's wish goes before the rule."""
    if car.wish_at is not None and car.wish_at > car.told_at:
        return Owed(car.wish_at + numbers.progress_news_s * SECOND, News.WISH)
    if car.waits is Waits.LOUNGE:
        return Owed(car.told_at + numbers.progress_lounge_s * SECOND, News.SILENCE)
    return Owed(hours.after(car.told_at, numbers.progress_away_s * SECOND, hours.is_open_on), News.SILENCE)


def _news(car: Progress, within: Millis) -> list[Owed]:
    """Return what happened and was not told, each with the instant by which it has to be."""
    found = [Owed(each.at + within, News.FOUND) for each in car.found if each.is_open and each.told_at is None]
    if car.ready_at is not None and car.ready_told_at is None:
        found.append(Owed(car.ready_at + within, News.READY))
    changed = [promise for promise in car.promises if promise.told_at is None]
    if changed:
        first, knows = changed[0], known_promise(car)
        by = first.at + within
        found.append(Owed(min(by, knows) if knows is not None and knows > first.at else by, News.PROMISE))
    return found
