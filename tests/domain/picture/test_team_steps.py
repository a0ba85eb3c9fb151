"""Where a step of a team stands, what F8 does with it, and in which order (I3)."""

from typing import Any

import pytest

from frontdesk.domain.escalations.alerts import StationAlerts
from frontdesk.domain.escalations.open_steps import OpenStep, to_be_done
from frontdesk.domain.escalations.panel import rows
from frontdesk.domain.escalations.prompts import Urgency
from frontdesk.domain.people.staff import Person, Post
from frontdesk.domain.picture.team_steps import OF_NOBODY, WORKS_AT, stands_at
from frontdesk.domain.register.teams import Team, TeamOnRecord
from frontdesk.domain.stations.station import StationKind

GUARD, RECEPTION, MANAGER, WORKSHOP = (
    StationKind.GUARD, StationKind.RECEPTION, StationKind.MANAGER, StationKind.WORKSHOP,
)  # fmt: skip


def step(number: int = 1, **more: Any) -> OpenStep:
    told = {"matter": 1, "run": "火情", "key": f"s{number}", "title": "断电", "team": "rescue", "station": "",
            "evidence": "", "is_open": True, "taken_by": "", "due_at": None, **more}  # fmt: skip
    return OpenStep(number, **told)


def team(*members: tuple[str, Post]) -> TeamOnRecord:
    return TeamOnRecord(Team.RESCUE, members=tuple(Person(1, name, post, "") for name, post in members))


@pytest.mark.parametrize(
    ("of", "members", "who", "workshop", "stations"),
    [
        ({"station": "manager"}, [("孙磊", Post.SUPERVISOR)], "孙磊", True, {MANAGER}),
        ({}, [], "", True, {WORKSHOP}),
        ({}, [], "", False, {WORKSHOP, RECEPTION}),
        ({}, [("孙磊", Post.SUPERVISOR), ("许亮", Post.TECHNICIAN)], "张三", True, {WORKSHOP}),
        ({}, [("孙磊", Post.SUPERVISOR)], "张三", False, {WORKSHOP, RECEPTION}),
        ({}, [("吴兵", Post.GUARD), ("王芳", Post.MANAGER)], "", True, {GUARD, MANAGER}),
        # A member sees it wherever they are.
        ({}, [("吴兵", Post.GUARD)], "吴兵", True, {GUARD, RECEPTION, MANAGER, WORKSHOP}),
    ],
)
def test_where_it_stands(
    of: dict[str, Any], members: list[tuple[str, Post]], who: str, workshop: bool, stations: set[StationKind]
) -> None:
    every = (GUARD, RECEPTION, MANAGER, WORKSHOP)
    found = {at for at in every if stands_at(step(**of), at, who, (team(*members),), workshop=workshop)}
    assert found == stations


def test_every_post_and_team_has_a_station() -> None:
    assert WORKS_AT.keys() == set(Post)
    assert OF_NOBODY.keys() == set(Team)


def test_what_somebody_is_at_comes_first() -> None:
    """Then what is due first; what others are at is not asked of anybody."""
    steps = (step(1), step(2, due_at=9), step(3, due_at=5), step(4, is_open=False, taken_by="王芳"),
             step(5, is_open=False, taken_by="孙磊"), step(6, is_open=False, due_at=7))  # fmt: skip
    assert [each.id for each in to_be_done(steps, "王芳")] == [4, 3, 6, 2, 1]


def test_one_line_for_each_run() -> None:
    """Its key is another one when another step comes first, or when the first one was taken."""
    mine = (step(1), step(2), step(3, matter=2))
    first, second = rows((), (), (), MANAGER, decides=True, steps=mine)
    assert ([each.id for each in first.items if isinstance(each, OpenStep)], first.asks) == ([1, 2], True)
    assert len(second.items) == 1
    taken = mine[0]._replace(is_open=False, taken_by="王芳")
    (again, _) = rows((), (), (), MANAGER, decides=True, steps=(taken, *mine[1:]))
    assert again.key != first.key


def test_it_calls_once() -> None:
    """Also where it is taken meanwhile: it is the same step."""
    alerts, taken = StationAlerts(GUARD), step(1)._replace(is_open=False, taken_by="吴兵")
    calls = [alerts.look(items, at * 1000).urgency for at, items in enumerate(([step(1)], [taken], [taken, step(2)]))]
    assert calls == [Urgency.NOTICE, None, Urgency.NOTICE]


@pytest.mark.parametrize(
    ("of", "at_once"), [({}, False), ({"taken_by": "吴兵"}, True), ({"taken_by": "吴兵", "evidence": "check"}, False)]
)
def test_a_check_is_never_done_by_one_key(of: dict[str, Any], at_once: bool) -> None:
    assert step(**of).is_done_at_once is at_once
