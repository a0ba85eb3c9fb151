"""Random commands: no incident is declared over while somebody is missing, nor is that found so later (I12)."""

import random
from collections.abc import Callable, Iterator

from at_desk import arrive

from frontdesk.desk import matters, undo
from frontdesk.desk.desk import Desk
from frontdesk.desk.incidents import aftermath, commanding
from frontdesk.desk.roll_calls import counting, reading
from frontdesk.domain.roll_calls.roll_call import PEOPLE, Mark, Subject
from frontdesk.domain.values.clock import SECOND, ManualClock
from frontdesk.domain.values.errors import FrontdeskError

As = Callable[[str], Desk]
KNOWN = {Mark.PRESENT, Mark.LEFT, Mark.HURT}


def test_none_is_over_with_somebody_missing(
    as_: As, report: Callable[..., int], clock: ManualClock, seeds: Callable[[int, int], Iterator[int]]
) -> None:
    cars = 0
    for seed in seeds(5, 3000):
        chance = random.Random(seed)
        number = report(is_drill=chance.random() < 0.3)
        for _step in range(40):
            clock.at += chance.choice([1, SECOND, 20 * SECOND])
            desk = as_(chance.choice(["赵敏", "李强", "王芳"]))
            rounds = reading.of_matter(desk, number)
            try:
                act = chance.choice(["start", *["mark"] * 8, "end round", "add", "over", "over", "undo", "arrive"])
                if act == "start" and (not rounds or chance.random() < 0.3):
                    counting.start(desk, number, visitors=chance.randrange(3))
                elif act == "mark" and rounds:
                    entry = chance.choice(rounds[-1].entries)
                    counting.mark(desk, number, entry.key, chance.choice([*KNOWN, Mark.PRESENT, Mark.MISSING]))
                elif act == "end round":
                    counting.end(desk, number)
                elif act == "add":
                    counting.add(desk, number, Subject.VISITOR, f"客 {chance.randrange(9)}")
                elif act == "over":
                    commanding.end(as_("王芳"), number)
                elif act == "undo":
                    undo.undo(desk)
                elif act == "arrive" and cars < 3:
                    cars += 1
                    arrive(desk, cars)
            except FrontdeskError:
                pass
            is_over = aftermath.shown(desk, number).incident.ended_at is not None
            rounds = reading.of_matter(desk, number)
            if is_over and rounds:
                people = [each for each in rounds[-1].entries if each.subject in PEOPLE]
                assert all(each.last is not None and each.last.mark in KNOWN for each in people)
                assert not rounds[-1].is_running
        if matters.shown(as_("王芳"), number).is_open:
            matters.close(as_("王芳"), number, "试完")
