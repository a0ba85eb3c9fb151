"""The notice of a holiday for the door: one A4 page with large letters (S5)."""

from frontdesk.documents.templates import environment
from frontdesk.domain.holidays.names import name_of
from frontdesk.domain.holidays.notice import Notice, hour_lines, said_name
from frontdesk.domain.holidays.plan import HolidayPlan


def as_html(notice: Notice, plan: HolidayPlan, store: str, *, is_stale: bool) -> str:
    """Return the notice as a self-contained page; it is in Chinese, as all that customers read.

    `is_stale`: the store's calendar is another one by now.
    """
    return (
        environment()
        .get_template("notice.html.j2")
        .render(
            store=store,
            title=f"{said_name(name_of(plan.holiday))}营业安排",
            lines=tuple(hour_lines(notice.said.hours)),
            contact=notice.said.contact,
            emergency=notice.said.emergency,
            words=notice.said.words,
            is_stale=is_stale,
            is_draft=not notice.is_signed,
        )
    )
