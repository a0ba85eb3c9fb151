"""The plan of a holiday in words: which, how far, what is missing, what customers read (S2, S5)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, tzinfo

from frontdesk.domain.holidays.names import name_of
from frontdesk.domain.holidays.notice import Notice, NoticeChannel, count_parts, hour_lines, said_name, text_of
from frontdesk.domain.holidays.points import Lack, Missing
from frontdesk.domain.rosters.holidays import Holiday
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.times import short_time

_SHOWN = 4
"""So many days or names are said; of more how many there are."""


def holiday_line(holiday: Holiday) -> str:
    """Return which holiday it is: Spring Festival 2026-02-15 – 2026-02-23."""
    days = str(holiday.first) if holiday.first == holiday.last else f"{holiday.first} – {holiday.last}"
    return f"{word(name_of(holiday))} {days}"


def title_words(title: str) -> str:
    """Return what the plan of a holiday is called, from the days in its title."""
    first, _blank, last = title.partition(" ")
    return holiday_line(Holiday(date.fromisoformat(first), date.fromisoformat(last)))


def coming_line(holiday: Holiday, number: int | None, today: date, ahead_days: int) -> str:
    """Return a holiday to come: in how many days, and its plan, or when that is opened."""
    left = (holiday.first - today).days
    said = case_number(number) if number else ""
    if not number and ahead_days and left > ahead_days:
        said = _("plan opens in {days} days").format(days=left - ahead_days)
    when = _("in {days} days").format(days=left)
    return labelled(holiday_line(holiday), " · ".join(filter(None, (when, said))))


def unpublished_words(years: Iterable[int]) -> str:
    """Return of which years no holiday is known, and what to do; empty where all are."""
    said = _(", ").join(map(str, years))
    if not said:
        return ""
    return _(
        "The holidays of {years} are not known here: no shift of that year counts as one, and no plan opens by itself."
        " Once they are published, load them: frontdesk calendar import FILE. Till then open a plan by hand."
    ).format(years=said)


def title_with(title: str, years: Iterable[int]) -> str:
    """Return a title that says of which years no holiday is known: their shifts count as none."""
    said = _(", ").join(map(str, years))
    return f"{title} · {_('holidays of {years} not known').format(years=said)}" if said else title


def missing_words(missing: Missing) -> str:
    """Return what is missing, with the first few of what."""
    which = [word(NoticeChannel(each)) for each in missing.which] if missing.lack is Lack.UNPOSTED else missing.which
    told = _(", ").join(clean_line(each) for each in which[:_SHOWN])
    if len(which) > _SHOWN:
        told = _("{first} and {count} more").format(first=told, count=len(which) - _SHOWN)
    return word(missing.lack).format(which=told or "—")


def all_missing(missing: Iterable[Missing]) -> str:
    """Return everything that is missing of a point."""
    return _("; ").join(map(missing_words, missing))


def notice_lines(notice: Notice, *, is_stale: bool, zone: tzinfo, now: Millis) -> Iterator[tuple[str, str]]:
    """Give what a notice says and how it stands with it, each with its tone."""
    by = f"{notice.written_by} {short_time(notice.written_at, zone, now)}"
    state = _("signed") if notice.is_signed else _("not signed")
    yield _("version {version} by {by}, {state}").format(version=notice.version, by=by, state=state), "head"
    if is_stale:
        yield word(Lack.STALE), "over"
    for day in notice.differing():
        yield _("{day}: other hours than in the store's calendar").format(day=day), "warn"
    yield "；".join(hour_lines(notice.said.hours)), "plain"
    yield labelled(_("phone"), notice.said.contact or "—"), "plain"
    yield labelled(_("emergency contact"), notice.said.emergency or "—"), "plain"
    if notice.said.words:
        yield clean_line(notice.said.words), "plain"


def texts(notice: Notice, store: str, holiday: Holiday) -> dict[NoticeChannel, str]:
    """Return the text for each channel."""
    name = said_name(name_of(holiday))
    return {channel: text_of(channel, notice.said, store, name) for channel in NoticeChannel}


def hours_example(days: Sequence[date]) -> str:
    """Return how other hours than the calendar's are typed, with days of this very holiday."""
    first, *others = (f"{day.month}-{day.day}" for day in days)
    said = others[:1] if len(others) == 1 else [f"{others[0]}~{others[-1]}"] if others else []
    if said:
        return _("{day} closed, {others} 9:00-16:00").format(day=first, others=said[0])
    return _("{day} closed, or {day} 9:00-16:00").format(day=first)


def ask_words(version: int, people: int) -> str:
    """Return what is asked before a notice goes to customers."""
    return _("Send version {version} of the notice to {count} customers?").format(version=version, count=people)


def way_words(text: str, *, by_text: bool) -> str:
    """Return what is answered there: how it reaches them."""
    if not by_text:
        return _("yes, a call is owed to each: nothing here sends texts")
    return _("yes, as a text message: {length}").format(length=_text_length(text))


def sent_words(people: int) -> str:
    """Return to how many customers a notice is texted."""
    if people:
        return _("The notice goes to {count} customers.").format(count=people)
    return _("Nobody was texted: nobody fits. Others read it elsewhere.")


def channel_line(notice: Notice, channel: NoticeChannel, text: str, zone: tzinfo, now: Millis) -> str:
    """Return how it stands with a channel: who posted it when, or how long the text is."""
    post = next((each for each in notice.posts if each.channel is channel), None)
    if post is not None:
        is_sent = channel is NoticeChannel.TEXT and post.people
        people = _("{count} customers").format(count=post.people) if is_sent else ""
        told = " ".join(filter(None, (post.who, short_time(post.at, zone, now), people, clean_line(post.words))))
        return f"✓ {word(channel)} {told}"
    length = _("{count} characters").format(count=len(text))
    if channel is NoticeChannel.TEXT:
        length = _text_length(text)
    return f"□ {word(channel)} · {length}"


def _text_length(text: str) -> str:
    return _("{count} characters, {parts} parts").format(count=len(text), parts=count_parts(text))
