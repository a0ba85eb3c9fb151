"""What customers are told of a holiday: versions are added, never changed; and where each stands (S5)."""

import json
from collections import defaultdict
from datetime import date
from typing import Any

from data import approvals
from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from data.engine.unreadable import each
from frontdesk.domain.approvals.approval import What
from frontdesk.domain.holidays.notice import Draft, Hours, Notice, NoticeChannel, Post
from frontdesk.domain.holidays.reasons import HolidayReason
from frontdesk.domain.values.errors import Refused

_COLUMNS = "id, plan_id, version, hours, basis, contact, emergency, words, written_at, written_by"


def of_plan(connection: Connection, plan: int) -> tuple[Notice, ...]:
    """Return the versions of a plan's notice, in the order they were written."""
    rows = connection.execute(
        f"select {_COLUMNS} from holiday_notices where plan_id = ? order by id", (plan,)
    ).fetchall()
    posts: defaultdict[int, list[Post]] = defaultdict(list)
    for notice, channel, *said in connection.execute(
        "select notice_id, channel, at, who, people, words from holiday_posts where notice_id in"
        " (select id from holiday_notices where plan_id = ?) order by id",
        (plan,),
    ):
        posts[notice].append(Post(NoticeChannel(channel), *said))
    signed = [each for each in approvals.of_matter(connection, plan) if each.what is What.NOTICE] if rows else []

    def made(row: tuple[Any, ...]) -> Notice:
        notice = _notice(row)._replace(posts=tuple(posts[row[0]]))
        return notice._replace(is_signed=any(approval.holds(notice.signed_text) for approval in signed))

    return tuple(each("holiday_notices", rows, made))


def newest(connection: Connection, plan: int) -> Notice | None:
    """Return what was written last; None where nothing was."""
    found = of_plan(connection, plan)
    return found[-1] if found else None


def get(connection: Connection, plan: int) -> Notice:
    """Return what was written last. Raises `Refused(NO_HOLIDAY_NOTICE)`."""
    found = newest(connection, plan)
    if found is None:
        raise Refused(HolidayReason.NO_HOLIDAY_NOTICE, number=plan)
    return found


def last_contact(connection: Connection) -> str:
    """Return whom the last notice of any holiday said to ring."""
    row = connection.execute(
        "select contact from holiday_notices where contact <> '' order by id desc limit 1"
    ).fetchone()
    return "" if row is None else str(row[0])


def write(transaction: Transaction, plan: int, version: int, said: Draft, basis: Hours) -> int:
    """Keep a version; return its number."""
    row: Row = {"plan_id": plan, "version": version, "hours": _text(said.hours), "basis": _text(basis)}
    row |= {"contact": said.contact, "emergency": said.emergency, "words": said.words}
    return transaction.insert(
        "holiday_notices", {**row, "written_at": transaction.now, "written_by": transaction.actor.who}
    )


def post(transaction: Transaction, notice: Notice, channel: NoticeChannel, *, people: int = 0, words: str = "") -> None:
    """A notice stands in a channel from now on."""
    row: Row = {"notice_id": notice.id, "channel": channel, "at": transaction.now, "who": transaction.actor.who}
    transaction.insert("holiday_posts", {**row, "people": people, "words": words})


def _notice(row: tuple[Any, ...]) -> Notice:
    number, plan, version, hours, basis, contact, emergency, words, at, who = row
    return Notice(number, plan, version, Draft(_hours(hours), contact, emergency, words), _hours(basis), at, who)


def _text(hours: Hours) -> str:
    return json.dumps([[str(day), times] for day, times in hours])


def _hours(text: str) -> Hours:
    return tuple((date.fromisoformat(day), times) for day, times in json.loads(text))
