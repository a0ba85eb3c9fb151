"""Random commands of several people at once: no gate of a rescue is ever passed (R3, R4, R8).

`--campaign` has 20,000 of them; `--seed` has them again.
"""

import json
import random
from collections.abc import Callable, Iterator

import pytest
from rescue_team import FORM, PHONE, PLAN, Team

from data.engine.connection import Connection
from frontdesk.desk import approvals, parts
from frontdesk.desk.messages import telling
from frontdesk.desk.rescues import calls, planning, rescues, road
from frontdesk.desk.undo import undo
from frontdesk.domain.parts.part import PartState, Source
from frontdesk.domain.rescues.checks import PlanTyped
from frontdesk.domain.rescues.rescue import Rescue
from frontdesk.domain.rescues.terms import RescueOutcome
from frontdesk.domain.values.clock import MINUTE, ManualClock
from frontdesk.domain.values.errors import Refused

TOGETHER = 3
COMMANDS = 300
IN_CAMPAIGN = 20_000
WHOSE = {"plan": "孙磊", "consent": "王芳", "sign": "李建国"}
PEOPLE = ("王芳", "孙磊", "陈静", "李建国", "刘军")


def acts(team: Team, found: Rescue, dice: random.Random) -> Iterator[tuple[str, Callable[[], object]]]:
    """Everything somebody may try about a rescue, sensible or not."""
    desk, number, now = team.desk, found.id, team.desk.now()
    said = {field: getattr(PLAN, field) for field in PLAN.__slots__}
    changed = dice.choice(
        ({}, {"cost_max": 1600}, {"cost_max": 3000}, {"leader": "何伟"}, {"travel": 90}, {"parts": ()})
    )
    yield "plan", lambda: planning.plan(desk, number, PlanTyped(**{**said, **changed}))
    yield "consent", lambda: planning.consent(desk, number, "好", agrees=dice.random() < 0.8)
    yield "sign", lambda: approvals.sign(desk, number)
    if dice.random() < 0.2:
        yield "reject", lambda: approvals.reject(desk, number, "不行")
    yield "depart", lambda: road.depart(
        desk, number, "出发", eta=now + 30 * MINUTE, vehicle=dice.choice(("", "一号", "二号")),
        without=dice.choice(("", "快递补送")),
    )  # fmt: skip
    yield "eta", lambda: road.say_eta(desk, number, now + dice.randrange(5, 60) * MINUTE, "改", why="堵车")
    yield "contact", lambda: road.contact(desk, number, "已上高速")
    yield "arrive", lambda: road.arrive(desk, number)
    yield "check", lambda: road.check(desk, number, as_planned=dice.random() < 0.7, words="不符")
    if dice.random() < 0.2:
        yield "result", lambda: road.result(desk, number, dice.choice(list(RescueOutcome)), "完成")
    yield "mark", lambda: road.follow_up(desk, number, 5)
    for part in found.parts:
        yield "hand", lambda part=part: parts.step(desk, part.id, PartState.HANDED)
        yield "order", lambda part=part: parts.order(desk, part.id, {"source": Source.NEIGHBOUR})
    for message in telling.of_matter(desk, number):
        yield "told", lambda message=message: telling.told(desk, message.id)
    yield "undo", lambda: undo(desk)
    if len(rescues.open_ones(desk)) < TOGETHER:
        yield "call", lambda: calls.take(desk, FORM, PHONE)


def signed(connection: Connection, number: int) -> bool:
    """Whether what stands in the tables is what was signed last, reckoned without any rule of the program."""
    asked = connection.execute(
        "select a.text, (select count(*) from signatures s where s.approval_id = a.id and s.verdict = 'approved'),"
        " a.state from approvals a where a.matter_id = ? order by a.id desc limit 1",
        (number,),
    ).fetchone()
    latest = connection.execute(
        "select leader, jobs, cost_max, travel from rescue_plans where rescue_id = ? order by revision desc limit 1",
        (number,),
    ).fetchone()
    consent = connection.execute("select consent from rescues where id = ?", (number,)).fetchone()[0]
    if asked is None or latest is None or not consent or asked[1:] != (1, "approved"):
        return False
    said = json.loads(asked[0])
    leader, jobs, most, travel = latest
    same = (leader, jobs) == (said["leader"], said["jobs"])
    return same and most <= said["cost_max"] * 1.1 and abs(travel - said["travel"]) <= 15


def out_twice(connection: Connection) -> list[str]:
    """Who is out with two rescues at a time."""
    rows = connection.execute(
        "select p.rescue_id, p.leader, p.crew from rescue_plans p join rescues r on r.id = p.rescue_id"
        " where r.departed_at is not null and r.ended_at is null and p.revision ="
        " (select max(revision) from rescue_plans where rescue_id = r.id and at <= r.departed_at)"
    )
    out = [name for _, leader, crew in rows for name in {leader, *json.loads(crew)}]
    return [name for name in set(out) if out.count(name) > 1]


def test_no_gate_is_passed(team: Team, clock: ManualClock, request: pytest.FixtureRequest) -> None:
    campaign = request.config.getoption("--campaign")
    dice = random.Random(request.config.getoption("--seed") or 7)
    done: dict[str, int] = {}
    team.called()
    for _ in range(IN_CAMPAIGN if campaign else COMMANDS):
        clock.at += dice.choice((0, 1000, MINUTE))
        found = dice.choice(rescues.open_ones(team.desk) or (team.rescue(team.called()),))
        name, act = dice.choice(list(acts(team, found, dice)))
        team.by(WHOSE.get(name, "陈静") if dice.random() < 0.7 else dice.choice(PEOPLE))
        try:
            act()
        except Refused:
            continue
        done[name] = done.get(name, 0) + 1
        if name in {"hand", "depart"}:
            assert team.desk.read(lambda connection, number=found.id: signed(connection, number)), name
            assert not team.desk.read(out_twice)
    assert {"plan", "consent", "sign"} <= done.keys(), done
