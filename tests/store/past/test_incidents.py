"""Which incident was on at a past minute, and how far it had come (Z7, I4)."""

import zlib

import pytest

from data.engine.parts import quietly
from data.past import marks
from frontdesk.desk.desk import Desk
from frontdesk.desk.incidents import commanding, knowing, reporting
from frontdesk.desk.past import looking
from frontdesk.desk.people import staff
from frontdesk.desk.register import areas
from frontdesk.domain.incidents.incident import IncidentKind, Level
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.values.clock import MINUTE, ManualClock
from frontdesk.words import i18n
from frontdesk.words.past import went_wrong
from frontdesk.words.register import shipped_areas


@pytest.mark.parametrize("every", [1_000, 3])
def test_how_far_it_had_come(desk: Desk, clock: ManualClock, monkeypatch: pytest.MonkeyPatch, every: int) -> None:
    """Also where it is rolled forward from a mark; nothing of what anybody said of it is kept there."""
    monkeypatch.setattr(marks, "EVERY", every)
    monkeypatch.setattr(marks, "_MOST", every)
    staff.add(desk, "王芳", Post.MANAGER)
    desk.actor = Actor("manager", "王芳")
    areas.add(desk, "洗车房", shipped_areas())
    start = clock.at

    def at(minutes: int) -> int:
        clock.at = start + minutes * MINUTE
        return clock.at

    at(1)
    reporting.report(desk, IncidentKind.HAZARD, "lounge")
    number = reporting.report(desk, IncidentKind.INJURY, "area_1", words="李先生滑倒").number
    at(3)
    commanding.take(desk, number)
    at(5)
    knowing.set_level(desk, number, Level.MAJOR, "看热闹的人多")
    at(9)
    reporting.take_back(desk, number)
    looking.go_through(desk, quietly)
    i18n.use("en")

    def said(minutes: int) -> list[str]:
        return went_wrong(looking.at(desk, start + minutes * MINUTE + 1))

    assert said(0) == []
    assert said(2) == [f"‼ No. {number} somebody hurt, 洗车房: ordinary incident · nobody has the command · for 1:00"]
    assert said(4) == [f"‼ No. {number} somebody hurt, 洗车房: ordinary incident · command: 王芳 · for 3:00"]
    assert said(6) == [f"‼ No. {number} somebody hurt, 洗车房: major incident · command: 王芳 · for 5:00"]
    at(20)
    assert said(10) == []
    kept = b"".join(zlib.decompress(row) for (row,) in desk.connection.execute("select rows from past_marks"))
    assert "李先生".encode() not in kept
