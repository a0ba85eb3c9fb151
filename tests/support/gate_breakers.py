"""Three processes that try everything at random about incidents, drills, rescues and news; then the record is judged.

Run: gate_breakers.py FOLDER COMMANDS SEED. Prints one JSON object: how many commands were done and refused, and what on
record no gate allows, reckoned from the tables alone (I9, I12, R3, R8, S3).
"""

import json
import multiprocessing
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from rescue_team import FORM, PEOPLE, PHONE, PLAN

from data.engine.connection import Connection
from frontdesk.desk import approvals, parts, undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.incidents import commanding, knowing, news, reading, reporting
from frontdesk.desk.messages import telling
from frontdesk.desk.people import staff
from frontdesk.desk.register import fitness, things
from frontdesk.desk.rescues import calls, planning, rescues, road
from frontdesk.desk.roll_calls import counting
from frontdesk.desk.roll_calls import reading as rounds
from frontdesk.desk.runs import runs
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.messages.message import Audience
from frontdesk.domain.parts.part import PartState
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.register.things import Described, ThingKind
from frontdesk.domain.rescues.checks import PlanTyped
from frontdesk.domain.rescues.rescue import Rescue
from frontdesk.domain.rescues.terms import RescueOutcome
from frontdesk.domain.roll_calls.roll_call import Key, Mark, Subject
from frontdesk.domain.values.clock import MINUTE
from frontdesk.domain.values.errors import FrontdeskError, Refused
from frontdesk.domain.values.plates import Plate

STATIONS = ("guard", "reception", "manager")
VEHICLES = ("救援车1", "救援车2")
OUTSIDE = (Audience.CUSTOMER, Audience.PARTNER, Audience.AUTHORITY, Audience.PUBLIC)
COUNTED = {
    "ended": "incidents i join matters t on t.id = i.id where i.ended_at is not null"
    " and coalesce(t.outcome, '') not in ('mistake', 'stopped')",
    "left": "rescues where departed_at is not null",
    "news outside": "news where sent_at is not null and audience <> 'staff'",
    "of drills": "messages m join matters t on t.id = m.matter_id where t.drill = 1",
}
"""What must have happened, or the judgement says nothing."""
MOST = 3
CHANGED: tuple[dict[str, Any], ...] = ({}, {"cost_max": 1600}, {"cost_max": 3000}, {"travel": 90}, {"leader": "何伟"})

Act = Callable[[], object]


def make(store: Path) -> None:
    """A store with its people, two vehicles, and cars with customers."""
    with Desk.open(store, Actor("manager", "王芳")) as desk:
        for name, post in PEOPLE.items():
            staff.add(desk, name, post, "")
        staff.add(desk, "周强", Post.GUARD, "")
        for name in VEHICLES:
            things.add(desk, Described(ThingKind.VEHICLE, name))
        for number in range(3):
            zone.arrive(desk, Plate(f"苏A0000{number}"))


def of_incident(desk: Desk, dice: random.Random) -> Iterator[Act]:
    """What may be tried of an incident, sensible or not."""
    under_way = reading.open_ones(desk)
    if len(under_way) < MOST:
        kind, place = dice.choice(list(IncidentKind)), dice.choice(("zone", "workshop"))
        yield lambda: reporting.report(desk, kind, place, is_drill=dice.random() < 0.5)
    for incident in under_way:
        yield from _of_one(desk, incident.id, dice)


def _of_one(desk: Desk, number: int, dice: random.Random) -> Iterator[Act]:
    audience = dice.choice(list(Audience))
    yield lambda: commanding.take(desk, number)
    yield lambda: knowing.say(desk, number, hurt=dice.randrange(4))
    yield lambda: commanding.contain(desk, number)
    yield lambda: commanding.end(desk, number)
    yield lambda: counting.start(desk, number, visitors=dice.randrange(2))
    yield lambda: counting.end(desk, number)
    yield lambda: news.write(desk, number, audience, f"情况 {dice.randrange(9)}")
    yield lambda: news.sign(desk, number, audience)
    yield lambda: news.send(desk, number, audience)
    for entry in _entries(desk, number):
        mark, words = dice.choice(list(Mark)), dice.choice(("", "说了"))
        yield partial(counting.mark, desk, number, entry, mark, words=words)
    for run in runs.of_matter(desk, number):
        for each in run.to_do():
            yield partial(runs.done, desk, number, each.step.key)
            yield partial(runs.skip, desk, number, each.step.key, "不用")
    yield lambda: _nearly_over(desk, number, dice)


def _entries(desk: Desk, number: int) -> tuple[Key, ...]:
    found = rounds.of_matter(desk, number)
    return tuple(entry.key for entry in found[-1].entries) if found else ()


def _nearly_over(desk: Desk, number: int, dice: random.Random) -> None:
    """All but the last: so that some incidents come to their end at all."""
    desk.actor = Actor(desk.actor.station, "王芳")
    for run in runs.of_matter(desk, number):
        for _ in range(40):
            for each in run.to_do():
                _try(partial(runs.skip, desk, number, each.step.key, "不用"))
            run = runs.of_matter(desk, number)[-1]  # noqa: PLW2901 - as it is then
            if not run.to_do():
                break
    _try(lambda: counting.start(desk, number))
    for entry in _entries(desk, number):
        if dice.random() < 0.95:
            marks = (Mark.MOVED_OUT,) if entry.subject is Subject.CAR else (Mark.PRESENT, Mark.LEFT)
            _try(partial(counting.mark, desk, number, entry, dice.choice(marks)))
    _try(lambda: counting.end(desk, number))
    _try(lambda: commanding.contain(desk, number))
    commanding.end(desk, number)


def _try(act: Act) -> None:
    with suppress(Refused):
        act()


def of_rescue(desk: Desk, dice: random.Random) -> Iterator[Act]:
    """The same of a rescue, and of the vehicles it takes."""
    under_way = rescues.open_ones(desk)
    if len(under_way) < MOST:
        yield lambda: calls.take(desk, FORM, PHONE)
    for rescue in under_way:
        yield from _of_rescue(desk, rescue, dice)
    for thing in things.listed(desk).things:
        yield partial(fitness.faulty, desk, thing.id, "坏了")
        yield partial(fitness.ready, desk, thing.id)


def _of_rescue(desk: Desk, rescue: Rescue, dice: random.Random) -> Iterator[Act]:
    number = rescue.id
    said = {field: getattr(PLAN, field) for field in PLAN.__slots__} | dice.choice(CHANGED)
    yield lambda: planning.plan(desk, number, PlanTyped(**said))
    yield lambda: planning.consent(desk, number, "好", agrees=dice.random() < 0.9)
    yield lambda: approvals.sign(desk, number)
    yield lambda: road.depart(
        desk, number, "出发", eta=desk.now() + 30 * MINUTE, vehicle=dice.choice(VEHICLES), without="随后送"
    )
    yield lambda: road.arrive(desk, number)
    yield lambda: road.check(desk, number, as_planned=True)
    if rescue.departed_at is not None:
        yield lambda: road.result(desk, number, dice.choice(list(RescueOutcome)), "完成")
    for part in rescue.parts:
        yield partial(parts.step, desk, part.id, PartState.HANDED)
    yield lambda: _nearly_off(desk, number, dice)


def _nearly_off(desk: Desk, number: int, dice: random.Random) -> None:
    """Planned, agreed and signed in one go: so that some teams leave at all."""
    for who, act in (
        ("孙磊", lambda: planning.plan(desk, number, PLAN)),
        ("王芳", lambda: planning.consent(desk, number, "好")),
        ("李建国", lambda: approvals.sign(desk, number)),
    ):
        desk.actor = Actor(desk.actor.station, who)
        _try(act)
    road.depart(desk, number, "出发", eta=desk.now() + 30 * MINUTE, vehicle=dice.choice(VEHICLES), without="随后送")


def of_both(desk: Desk, dice: random.Random) -> Iterator[Act]:
    """Words that are told, and what is taken back."""
    for message in telling.listed(desk)[:5]:
        yield partial(telling.told, desk, message.id)
        yield partial(telling.release, desk, message.id)
    yield lambda: undo.undo(desk)


def play(store: Path, station: str, commands: int, seed: int) -> Counter[str]:
    """Try so many commands at a station; return how many were done, and why the others were not."""
    dice, came = random.Random(f"{station} {seed}"), Counter[str]()
    with Desk.open(store, Actor(station, "王芳")) as desk:
        for _ in range(commands):
            desk.actor = Actor(station, dice.choice(["王芳", "李建国", *PEOPLE, "周强"]))
            try:
                # While one looks what there is, another process may have taken it back.
                dice.choice(list(dice.choice((of_incident, of_rescue, of_both))(desk, dice)))()
                came["done"] += 1
            except FrontdeskError as refusal:
                # Also a store that others keep busy: what is not picklable would end the whole play.
                came[str(refusal.reason)] += 1
    return came


def violations(connection: Connection) -> list[str]:
    """What stands on record and no gate allows."""
    outside = ", ".join(f"'{audience}'" for audience in OUTSIDE)
    found = {
        "news outside without its signature": (
            f"select n.id from news n left join approvals a on a.id = n.approval_id where n.audience in ({outside})"
            " and n.sent_at is not null and (a.id is null or a.decided_at is null or a.decided_at > n.sent_at"
            " or not exists (select 1 from signatures s where s.approval_id = a.id and s.verdict = 'approved')"
            " or instr(a.text, n.text) = 0)"
        ),
        "a drill's word with a sender": (
            "select m.id from messages m join matters t on t.id = m.matter_id where t.drill = 1"
            " and (m.state in ('sending', 'sent', 'uncertain', 'failed') or m.state = 'told' and m.audience <> 'staff')"
        ),
        "ended with somebody missing": (
            "select i.id from incidents i join matters t on t.id = i.id and coalesce(t.outcome, '') not in ('mistake',"
            " 'stopped') join roll_calls c on c.matter_id = i.id and c.id ="
            " (select max(id) from roll_calls where matter_id = i.id) join roll_names n on n.roll_call_id = c.id"
            " where i.ended_at is not null and n.subject <> 'car'"
            " and coalesce((select k.mark = 'missing' from roll_marks k"
            " where k.name_id = n.id and k.at <= i.ended_at order by k.id desc limit 1), 1)"
        ),
        "a roll call goes on after its incident": (
            "select c.id from roll_calls c join incidents i on i.id = c.matter_id join matters t on t.id = i.id"
            " where c.ended_at is null and i.ended_at is not null and coalesce(t.outcome, '') not in ('mistake',"
            " 'stopped')"
        ),
        "two rescues with one vehicle": (
            "select min(id) from rescues where departed_at is not null and ended_at is null and vehicle <> ''"
            " group by vehicle having count(*) > 1"
        ),
        "left without a signature": (
            "select r.id from rescues r where r.departed_at is not null and not exists (select 1 from approvals a"
            " join signatures s on s.approval_id = a.id where a.matter_id = r.id and s.verdict = 'approved'"
            " and s.at <= r.departed_at)"
        ),
        "a faulty vehicle left": (
            "select l.id from thing_log l where l.entry = 'out' and (select e.entry from thing_log e where"
            " e.thing_id = l.thing_id and e.id < l.id and e.entry in ('faulty', 'ready') order by e.id desc limit 1)"
            " = 'faulty'"
        ),
    }  # fmt: skip
    return [f"{what}: {number}" for what, sql in found.items() for (number,) in connection.execute(sql)]


def main(folder: Path, commands: int, seed: int) -> dict[str, object]:
    """Let three processes play, and judge."""
    store = folder / "store.db"
    make(store)
    with multiprocessing.get_context("spawn").Pool(len(STATIONS)) as pool:
        each = [(store, station, commands // len(STATIONS), seed) for station in STATIONS]
        came = sum(pool.starmap(play, each), Counter())
    with Desk.open(store, Actor("manager", "王芳")) as desk:
        wrong = desk.read(violations)
        ended = desk.read(
            lambda c: c.execute("select count(*) from incidents where ended_at is not null").fetchone()[0]
        )
        left = desk.read(
            lambda c: c.execute("select count(*) from rescues where departed_at is not null").fetchone()[0]
        )
        out = desk.read(lambda c: c.execute("select count(*) from news where sent_at is not null").fetchone()[0])
    told = {"done": came.pop("done", 0), "refused": sum(came.values()), "ended": ended, "left": left, "news": out}
    return {**told, "violations": wrong, "why": dict(came.most_common(12))}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])), ensure_ascii=False))
