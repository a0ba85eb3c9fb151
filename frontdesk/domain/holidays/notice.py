"""What customers are told of a holiday: one draft, and from it a text for each channel (S5).

It is said in Chinese, as everything that goes to customers.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from math import ceil
from typing import NamedTuple

from frontdesk.domain.approvals.approval import Text
from frontdesk.domain.calendar.hours import OpeningHours
from frontdesk.domain.holidays.names import HolidayName
from frontdesk.domain.holidays.reasons import HolidayReason
from frontdesk.domain.policy.calendar import read_hours
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.phones import numbers_in, parse_phone
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.domain.values.text import clean_code

CONTACT_LIMIT = 60
WORDS_LIMIT = 200
ONE_TEXT, PART_OF_TEXT = 70, 67
"""So many characters a text holds that goes out whole, and each part of a longer one."""
_HOURS = re.compile(r"([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d")
_NAMES: Mapping[HolidayName, str] = {
    HolidayName.NEW_YEAR: "元旦", HolidayName.SPRING: "春节", HolidayName.QINGMING: "清明节",
    HolidayName.LABOUR: "劳动节", HolidayName.DRAGON_BOAT: "端午节", HolidayName.MID_AUTUMN: "中秋节",
    HolidayName.NATIONAL: "国庆节", HolidayName.OTHER: "假期",
}  # fmt: skip
Hours = tuple[tuple[date, str], ...]
"""Each day with when the store is open, 09:00-17:00; empty: closed."""


class NoticeChannel(StrEnum):
    """Where customers read or hear it."""

    TEXT = "text"
    """The program sends it, or owes it by phone where nothing sends texts."""
    PHONE = "phone"
    WEBSITE = "website"
    SOCIAL = "social"
    DOOR = "door"


class Post(NamedTuple):
    """A notice stands in a channel. `people`: to how many it goes, where the program sends it."""

    channel: NoticeChannel
    at: Millis
    who: str
    people: int = 0
    words: str = ""


class Draft(NamedTuple):
    """What is said, and what a signature stands for."""

    hours: Hours
    contact: str = ""
    emergency: str = ""
    words: str = ""


class Notice(NamedTuple):
    """One version. `basis`: what the store's calendar said when it was written."""

    id: int
    plan: int
    version: int
    said: Draft
    basis: Hours
    written_at: Millis
    written_by: str
    posts: tuple[Post, ...] = ()
    is_signed: bool = False

    @property
    def signed_text(self) -> Text:
        """What a signature stands for: every hour, whom to ring, every word. Whoever wrote it may sign it."""
        hours = [f"{day} {hours}" for day, hours in self.said.hours]
        said = self.said
        texts = {"contact": said.contact, "emergency": said.emergency, "words": said.words}
        return {"author": "", "version": self.version, "hours": hours, **texts}

    @property
    def unposted(self) -> tuple[NoticeChannel, ...]:
        """The channels in which it does not stand yet."""
        done = {post.channel for post in self.posts}
        return tuple(channel for channel in NoticeChannel if channel not in done)

    def is_stale(self, now: Hours) -> bool:
        """Whether the store's calendar says something else now than when it was written."""
        return self.basis != now

    def differing(self) -> tuple[date, ...]:
        """Return the days of which other hours are said than the store's calendar had."""
        kept = dict(self.basis)
        return tuple(day for day, hours in self.said.hours if kept.get(day, hours) != hours)


def hours_of(days: Iterable[date], opening: OpeningHours) -> Hours:
    """Return when the store is open on some days."""
    found = []
    for day in days:
        times = opening.of_day(day)
        closes = "" if times is None else "24:00" if times[1].date() > day else f"{times[1]:%H:%M}"
        found.append((day, "" if times is None else f"{times[0]:%H:%M}-{closes}"))
    return tuple(found)


def hours_typed(text: str, hours: Hours) -> str:
    """Return the hours of a day as they were typed, 9:00-16:00, or empty for closed. Raises `Refused(NOTICE_HOURS)`."""
    said = read_hours(text)
    if not clean_code(text) or (said and not (_HOURS.fullmatch(said) and said[:5] < said[6:] <= "24:00")):
        raise _unread(text, hours)
    return said


def with_hours(hours: Hours, typed: str) -> Hours:
    """Return the hours with what was typed for some days: `2-17 closed, 2-18~2-20 9:00-16:00`.

    Raises `Refused(NOTICE_HOURS)`.
    """
    said = dict(hours)
    for part in filter(None, (each.strip() for each in re.split(r"[,，;；、\n]+", typed))):
        days, _, times = re.sub("(?<! )(?=休|closed)", " ", part, count=1).partition(" ")
        first, _, last = re.sub(r"[~～至到–]", "~", days).partition("~")
        ends = (_day(first, hours, part), _day(last or first, hours, part))
        for day in (day for day, _hours in hours if ends[0] <= day <= ends[1]):
            said[day] = hours_typed(times, hours)
    return tuple((day, said[day]) for day, _hours in hours)


def _day(text: str, hours: Hours, part: str) -> date:
    numbers = [int(each) for each in re.findall(r"\d+", text)]
    listed = ((day, (day.year, day.month, day.day)) for day, _hours in hours)
    found = [day for day, parts in listed if numbers and list(parts[-len(numbers) :]) == numbers]
    if len(found) != 1:
        raise _unread(part, hours)
    return found[0]


def _unread(text: str, hours: Hours) -> Refused:
    return Refused(HolidayReason.NOTICE_HOURS, text=clean_code(text), days=tuple(day for day, _hours in hours))


def check_numbers(said: Draft) -> None:
    """Check that what customers ring is a phone number, and that whom they ring at night has one.

    Raises `Refused(BAD_PHONE)`.
    """
    parse_phone(said.contact)
    if said.emergency and not numbers_in(said.emergency):
        raise Refused(ValueReason.BAD_PHONE, text=said.emergency)


def check_complete(notice: Notice) -> None:
    """Check that it says whom to ring. Raises `Refused(NOTICE_INCOMPLETE)`."""
    if not notice.said.contact or not notice.said.emergency:
        raise Refused(HolidayReason.NOTICE_INCOMPLETE, number=notice.plan)


def check_may_go_out(notice: Notice, channel: NoticeChannel, now: Hours) -> None:
    """Check that it may stand in a channel. Raises `Refused`: NOTICE_STALE, NOTICE_UNSIGNED, POSTED_ALREADY."""
    if notice.is_stale(now):
        raise Refused(HolidayReason.NOTICE_STALE, number=notice.plan, version=notice.version)
    if not notice.is_signed:
        raise Refused(HolidayReason.NOTICE_UNSIGNED, number=notice.plan, version=notice.version)
    for post in notice.posts:
        if post.channel is channel:
            raise Refused(HolidayReason.POSTED_ALREADY, channel=channel, who=post.who, when=post.at)


def said_name(name: HolidayName) -> str:
    """Return what a holiday is called to customers."""
    return _NAMES[name]


def hour_lines(hours: Hours) -> Iterator[str]:
    """Give the days in a row that have the same hours in one line each: 2月17日至19日休息."""
    runs: list[list[tuple[date, str]]] = []
    for entry in hours:
        if runs and runs[-1][-1][1] == entry[1] and runs[-1][-1][0] + timedelta(days=1) == entry[0]:
            runs[-1].append(entry)
        else:
            runs.append([entry])
    for run in runs:
        (first, times), last = run[0], run[-1][0]
        days = f"{first.month}月{first.day}日"
        if last != first:
            days += f"至{last.day}日" if last.month == first.month else f"至{last.month}月{last.day}日"
        yield f"{days}{_spoken(times)}"


def _spoken(times: str) -> str:
    return f"营业 {times.replace('-', '–')}" if times else "休息"


def text_of(channel: NoticeChannel, said: Draft, store: str, name: str) -> str:
    """Return the text for a channel."""
    lines, more = tuple(hour_lines(said.hours)), said.words
    store = store or "本店"
    if channel is NoticeChannel.TEXT:
        told = f"{store}{name}营业时间：{'；'.join(lines)}。电话{said.contact}，紧急联系{said.emergency}。{more}"
    elif channel is NoticeChannel.PHONE:
        told = (
            f"您好，这里是{store}。{name}期间我们的营业时间是：{'；'.join(lines)}。需要服务请打{said.contact}；"
            f"车辆抛锚等紧急情况请打{said.emergency}。{more}请问还有什么可以帮您？"
        )
    else:
        told = "\n".join(
            filter(
                None,
                (f"{store}{name}营业安排", *lines, f"联系电话：{said.contact}", f"紧急联系：{said.emergency}", more),
            )
        )
    return told.strip()


def count_parts(text: str) -> int:
    """Return in how many parts a text message goes out."""
    return 1 if len(text) <= ONE_TEXT else ceil(len(text) / PART_OF_TEXT)
