"""Meetings and promises as people use them, against a plain model: no promise is lost, none missed is forgotten."""

import shutil
from pathlib import Path

import machines
from meeting_machine import NOON, Meetings, done
from rounds import Rounds

from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.values.clock import ManualClock


def test_meetings_agree_with_the_model(template: Path, tmp_path: Path, rounds: Rounds) -> None:
    Meetings.template = tmp_path / "template.db"
    shutil.copy(template, Meetings.template)
    with Desk.open(Meetings.template, Actor("test", ""), ManualClock(NOON)) as desk:
        staff.add(desk, "李四", Post.ADVISOR)
    done.clear()
    for _ in rounds(1, 30):
        machines.run(Meetings, rounds.of(6, 60))
    print(f"\n{dict(done.most_common())}")
    if rounds.seconds is not None:
        acts = {"plan", "hold", "minutes", "cancel", "done", "again", *(f"put {kind}" for kind in KINDS)}
        assert acts | {f"{act} refused" for act in acts} <= set(done)


KINDS = ("material", "promise", "decision", "feedback")
