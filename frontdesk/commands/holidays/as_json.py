"""Holidays as scripts get them."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from frontdesk.desk.holidays.reading import Ahead, ShownPlan
from frontdesk.domain.holidays.names import name_of
from frontdesk.domain.holidays.notice import Notice, NoticeChannel, count_parts
from frontdesk.domain.holidays.points import Shown
from frontdesk.domain.rosters.holidays import Holiday
from frontdesk.words.holidays import missing_words, texts
from frontdesk.words.times import iso_time

Json = Mapping[str, object]


def ahead_json(found: Ahead) -> Json:
    """Return the holidays to come, and the years of which none are known."""
    listed = [*((plan.holiday, plan.id) for plan in found.others), *found.holidays]
    return {
        "holidays": [{**_days(holiday), "plan": number} for holiday, number in listed],
        "unpublished": list(found.unpublished),
        "ahead_days": found.ahead_days,
    }


def plan_json(found: ShownPlan, zone: ZoneInfo) -> Json:
    """Return a plan with its points and its newest notice."""
    run = found.run
    steps = [
        {"key": each.step.key, "title": each.step.title, "state": each.state, "who": each.who or None}
        for each in (run.steps if run else ())
    ]
    return {
        "number": found.plan.id,
        **_days(found.plan.holiday),
        "open": found.matter.is_open,
        "steps": steps,
        "points": {point.value: _shown(shown) for point, shown in found.points.items()},
        "notice": None if found.notice is None else _notice(found, found.notice, zone),
    }


def texts_json(found: ShownPlan, notice: Notice) -> Json:
    """Return the text for each channel; of the text message also in how many parts it goes."""
    said = texts(notice, found.store, found.plan.holiday)
    return {
        "texts": {channel.value: text for channel, text in said.items()},
        "parts": count_parts(said[NoticeChannel.TEXT]),
    }


def _days(holiday: Holiday) -> dict[str, object]:
    return {"name": name_of(holiday), "first": str(holiday.first), "last": str(holiday.last)}


def _shown(shown: Shown) -> Json:
    missing = [{"lack": each.lack, "which": list(each.which), "words": missing_words(each)} for each in shown.missing]
    return {"done": shown.is_so, "proof": shown.proof or None, "missing": missing}


def _notice(found: ShownPlan, notice: Notice, zone: ZoneInfo) -> Json:
    posts = [
        {
            "channel": post.channel, "at": iso_time(post.at, zone), "by": post.who, "people": post.people,
            "words": post.words or None,
        }
        for post in notice.posts
    ]  # fmt: skip
    return {
        "version": notice.version,
        "hours": {str(day): hours or None for day, hours in notice.said.hours},
        "contact": notice.said.contact,
        "emergency": notice.said.emergency,
        "words": notice.said.words or None,
        "signed": notice.is_signed,
        "stale": notice.is_stale(found.hours),
        "posts": posts,
    }
