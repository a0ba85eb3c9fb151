"""One queue: what is owed for a matter stands among the cases, the first due first, and opens from there (Z7)."""

from month_of_may import MAY

from frontdesk.desk import measures
from frontdesk.desk.escalations import handling
from frontdesk.desk.meetings import meetings
from frontdesk.desk.review import reviews
from frontdesk.domain.meetings.meeting import MeetingKind, NewMeeting


async def test_matters_stand_among_the_cases_by_what_is_due_first(at_station, june, case, clock):
    number = reviews.open_month(june, MAY).number
    june.actor = june.actor.__class__("reception", "李四")
    case()
    measures.propose(june, "one more at reception")
    async with at_station("manager") as manager:
        rows = await manager.until(
            lambda: [r for r in manager.show("#queue").split("\n") if "陈先生" in r or "review" in r]
        )
        shown = manager.show("#queue").split("\n")
        assert "陈先生" in shown[2]
        assert f"{number} monthly review" in shown[3]
        assert "submit the review 4d left" in shown[3]
        assert "one more at reception" in shown[4]
        assert len(rows) == 2
        await manager.press("tab", "down", "enter")
        await manager.dialog("ReviewDialog")


async def test_what_is_missed_is_answered_with_f8(at_station, june, clock):
    reviews.open_month(june, MAY)
    (due,) = reviews.shown(june, MAY).matter.dues
    clock.at = due.due_at + 1
    handling.evaluate(june)
    async with at_station("manager") as manager:
        await manager.reads("not done in time", "F8 open the matter")
        await manager.later(700)
        await manager.press("f8")
        await manager.dialog("ReviewDialog")
        await manager.reads("2026-05")


async def test_a_complaint_is_in_sight_however_much_else_is_due_first(at_station, june, case, clock):
    """Complaints stand nowhere else; the emergency group's meeting and ten more matters do, under Ctrl+A."""
    june.actor = june.actor.__class__("reception", "李四")
    number = case()
    for place in range(11):
        new = NewMeeting(MeetingKind.GROUP, f"碰头{place}", clock.at + place + 1, case=number)
        meetings.plan(june, new)
    async with at_station("manager", size=(80, 24)) as manager:
        await manager.reads("陈先生")
        rows = [row for row in manager.show("#queue").split("\n") if "emergency group" in row]
        assert rows
        # The mark goes through all of it, and each once.
        queue = manager.app.screen.query_one("#queue")
        assert len(queue.entries) == len(set(map(id, queue.entries))) == 12
        await manager.press("escape", "ctrl+a")
        await manager.dialog("MattersDialog")
        await manager.reads("No. 11 meeting")
