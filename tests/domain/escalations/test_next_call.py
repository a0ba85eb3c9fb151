"""What an escalation waits for: a table of boundaries, and a second computation on random instants (Z5, Z6, Z4a)."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.next_call import Due, next_due
from frontdesk.domain.escalations.plan import Plan, Stage, plan_for
from frontdesk.domain.escalations.reach import Reach
from frontdesk.domain.escalations.subject import Subject
from frontdesk.domain.escalations.terms import Kind, LineKind, State
from frontdesk.domain.people.duty import Roster
from frontdesk.domain.people.roles import Role
from frontdesk.domain.people.staff import Person, Post
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.stations.presence import AWAY_AFTER, Presence
from frontdesk.domain.stations.station import StationKind

S, M = 1_000, 60_000
ALL = Presence(dict.fromkeys(StationKind, 10**12))
NOBODY = Presence()
ONLY_GUARD = Presence({StationKind.GUARD: 10**12})
NAMES = {Post.MANAGER: "王芳", Post.SUPERVISOR: "孙磊", Post.DIRECTOR: "李建国"}
Make = Callable[..., Escalation]


def due_of(escalation: Escalation, presence: Presence, now: int, posts: Iterable[Post] = NAMES) -> Due | None:
    """What it waits for, where somebody is named for these posts."""
    staff = tuple(Person(number, NAMES[post], post, "") for number, post in enumerate(sorted(posts)))
    return next_due(escalation, Reach(Roster(staff, ()), presence), now)


@pytest.mark.parametrize(
    ("more", "due"),
    [
        ({"level": 0, "calls": 0}, Due(0, LineKind.CALLED, 1)),
        ({}, Due(60 * S, LineKind.REPEATED, 1)),
        ({"called_at": 60 * S}, Due(120 * S, LineKind.REPEATED, 1)),
        # at three minutes the deputy is called, and nobody is told again
        ({"called_at": 120 * S}, Due(180 * S, LineKind.CALLED, 2)),
        ({"called_at": 119_999}, Due(179_999, LineKind.REPEATED, 1)),
        ({"called_at": 120_001}, Due(180 * S, LineKind.CALLED, 2)),
        ({"level": 2, "called_at": 180 * S}, Due(240 * S, LineKind.REPEATED, 2)),
        ({"level": 2, "called_at": 240 * S}, Due(300 * S, LineKind.CALLED, 3)),
        ({"level": 3, "called_at": 300 * S}, Due(360 * S, LineKind.REPEATED, 3)),
        # what no command writes: a level that the plan does not have
        ({"level": 2**40, "called_at": 300 * S}, Due(360 * S, LineKind.REPEATED, 3)),
        ({"state": State.ACKNOWLEDGED, "acknowledged_at": 5}, Due(180 * S + 5, LineKind.NOT_ACTED, 2)),
        ({"state": State.ACKNOWLEDGED, "acknowledged_at": 5, "level": 3}, Due(180 * S + 5, LineKind.NOT_ACTED, 3)),
        ({"state": State.ACTED, "acted_at": 5, "verify_at": 77}, Due(77, LineKind.NOT_SOLVED, 2)),
        ({"state": State.ACTED, "acted_at": 5, "verify_at": 77, "level": 3}, Due(77, LineKind.NOT_SOLVED, 3)),
        ({"cleared_at": 5}, None),
        # told is not acknowledged
        ({"told_at": 5}, Due(60 * S, LineKind.REPEATED, 1)),
        # what goes on from an earlier crossing waits for nothing before its own
        ({"crossed_at": 70 * S, "based_at": 0, "called_at": 0}, Due(70 * S, LineKind.REPEATED, 1)),
        ({"crossed_at": 190 * S, "based_at": 0, "called_at": 180 * S}, Due(190 * S, LineKind.CALLED, 2)),
        ({"crossed_at": 9 * M, "based_at": 0, "state": State.ACKNOWLEDGED, "acknowledged_at": 5},
         Due(9 * M, LineKind.NOT_ACTED, 2)),
        ({"crossed_at": 9 * M, "based_at": 0, "state": State.ACTED, "acted_at": 5, "verify_at": 77},
         Due(9 * M, LineKind.NOT_SOLVED, 2)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", [Kind.OVER_COUNT, Kind.OVER_STAY])
def test_a_crowding(escalation: Make, kind: Kind, more: dict[str, Any], due: Due | None) -> None:
    assert due_of(escalation(kind, **more), ALL, 0) == due


@pytest.mark.parametrize(
    ("kind", "more", "due"),
    [
        (Kind.LATE_RECEPTION, {"level": 0}, Due(0, LineKind.CALLED, 1)),
        (Kind.LATE_RECEPTION, {}, Due(120 * S, LineKind.CALLED, 2)),
        (Kind.LATE_RECEPTION, {"state": State.ACKNOWLEDGED, "acknowledged_at": 9}, Due(120 * S, LineKind.CALLED, 2)),
        (Kind.LATE_RECEPTION, {"level": 2}, None),
        (Kind.DIVERSION_EXPIRED, {}, Due(180 * S, LineKind.CALLED, 2)),
        (Kind.DIVERSION_EXPIRED, {"level": 2}, None),
        (Kind.COMPLAINT_DUE, {"level": 0}, Due(0, LineKind.CALLED, 1)),
        (Kind.COMPLAINT_DUE, {}, Due(60 * M, LineKind.CALLED, 2)),
        (Kind.DUE_MISSED, {"level": 0}, Due(0, LineKind.CALLED, 1)),
        (Kind.DUE_MISSED, {}, Due(24 * 60 * M, LineKind.CALLED, 2)),
    ],
)
def test_the_others_go_on_until_they_are_over(escalation: Make, kind: Kind, more: Any, due: Due | None) -> None:
    assert due_of(escalation(kind, **more), ALL, 0) == due


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (59_999, Due(60 * S, LineKind.REPEATED, 1)),
        (60_000, Due(60 * S, LineKind.REPEATED, 1)),
        (179_999, Due(60 * S, LineKind.REPEATED, 1)),
        (180_000, Due(180 * S, LineKind.CALLED, 2)),
        (10**9, Due(180 * S, LineKind.CALLED, 2)),
    ],
)
def test_after_a_down_time_the_next_stage_comes_alone(escalation: Make, now: int, due: Due) -> None:
    assert due_of(escalation(Kind.OVER_COUNT), ALL, now) == due


@pytest.mark.parametrize(
    ("manager_until", "now", "due"),
    [
        # heard of at 0 for the last time: there until a minute is over, itself included
        (60 * S, 60 * S, Due(60 * S, LineKind.REPEATED, 1)),
        (60 * S, 60 * S + 1, Due(60 * S, LineKind.CALLED, 2)),
        # silent before it was raised: at once
        (-5 * M, 0, Due(0, LineKind.CALLED, 2)),
        (None, 0, Due(0, LineKind.CALLED, 2)),
        # silent only after the deputy was due anyway
        (200 * S, 201 * S, Due(180 * S, LineKind.CALLED, 2)),
    ],
)
def test_a_silent_manager_console_hands_over(escalation: Make, manager_until: int | None, now: int, due: Due) -> None:
    until = {StationKind.GUARD: 10**12, StationKind.RECEPTION: 10**12}
    if manager_until is not None:
        until[StationKind.MANAGER] = manager_until
    assert due_of(escalation(Kind.OVER_COUNT), Presence(until), now) == due


@pytest.mark.parametrize(
    ("kind", "more", "presence", "posts", "due"),
    [
        # nobody is the deputy: the director at once, also where the deputy was there before
        (Kind.OVER_COUNT, {"level": 2, "called_at": 120 * S}, ALL, [Post.DIRECTOR], Due(180 * S, LineKind.CALLED, 3)),
        (Kind.OVER_COUNT, {"level": 2, "called_at": 240 * S}, ALL, [Post.DIRECTOR], Due(240 * S, LineKind.CALLED, 3)),
        # nobody above the manager: who was reached last is called again, as if nothing had been between
        (Kind.OVER_COUNT, {"level": 3, "called_at": 120 * S, "heard": 1}, ALL, [], Due(180 * S, LineKind.REPEATED, 1)),
        (Kind.OVER_COUNT, {"level": 3, "called_at": 180 * S, "heard": 1}, ALL, [Post.SUPERVISOR],
         Due(240 * S, LineKind.REPEATED, 2)),
        # a deputy and no station but the guard's: the director at once, then the guard again
        (Kind.OVER_COUNT, {"level": 2, "called_at": 180 * S}, ONLY_GUARD, NAMES, Due(180 * S, LineKind.CALLED, 3)),
        (Kind.OVER_COUNT, {"level": 3, "called_at": 180 * S}, ONLY_GUARD, NAMES, Due(240 * S, LineKind.REPEATED, 1)),
        (Kind.OVER_COUNT, {"level": 3, "called_at": 180 * S}, NOBODY, NAMES, None),
        # chains that do not repeat: only where the last stage reached nobody
        (Kind.LATE_RECEPTION, {"level": 1}, NOBODY, NAMES, Due(0, LineKind.CALLED, 2)),
        (Kind.LATE_RECEPTION, {"level": 2, "heard": 1}, ALL, NAMES, Due(60 * S, LineKind.REPEATED, 2)),
        (Kind.LATE_RECEPTION, {"level": 2, "heard": 2}, ALL, NAMES, None),
        (Kind.LATE_RECEPTION, {"level": 2, "heard": 1, "state": State.ACKNOWLEDGED}, ALL, NAMES, None),
        (Kind.DIVERSION_EXPIRED, {"level": 2, "heard": 1}, ALL, NAMES, Due(60 * S, LineKind.REPEATED, 2)),
        (Kind.COMPLAINT_DUE, {"level": 2, "heard": 1}, ALL, [], Due(60 * S, LineKind.REPEATED, 1)),
        (Kind.COMPLAINT_DUE, {"level": 2, "heard": 2}, ALL, NAMES, None),
    ],
)  # fmt: skip
def test_a_stage_that_reaches_nobody_is_passed(
    escalation: Make, kind: Kind, more: Any, *, presence: Presence, posts: list[Post], due: Due | None
) -> None:
    assert due_of(escalation(kind, **more), presence, 0, posts) == due


def test_who_hears_a_stage_of_two(escalation: Make) -> None:
    both = Plan((Stage(0, (Role.MANAGER, Role.DEPUTY)), Stage(M, (Role.DIRECTOR,))), repeat=M, holds=True)
    at_desk = Presence({StationKind.RECEPTION: 10**12})
    assert due_of(escalation(Kind.OVER_COUNT, plan=both), at_desk, 0) == Due(M, LineKind.CALLED, 2)
    assert due_of(escalation(Kind.OVER_COUNT, plan=both), at_desk, 0, [Post.DIRECTOR]) == Due(0, LineKind.CALLED, 2)
    assert due_of(escalation(Kind.OVER_COUNT, plan=both), NOBODY, 0) == Due(0, LineKind.CALLED, 2)
    rung_up = Roster((Person(1, "孙磊", Post.SUPERVISOR, "13800010031"),), ())
    deputy = escalation(Kind.OVER_COUNT, level=2, called_at=180 * S)
    assert next_due(deputy, Reach(rung_up, ONLY_GUARD), 0) == Due(240 * S, LineKind.REPEATED, 1)
    # the deputy is reached at two stations: until the last of them is closed
    gone = Presence({StationKind.RECEPTION: 200 * S, StationKind.MANAGER: 190 * S})
    assert due_of(deputy, gone, 210 * S) == Due(200 * S, LineKind.CALLED, 3)


def test_into_an_empty_hall_nobody_calls_twice(escalation: Make) -> None:
    top = escalation(Kind.OVER_COUNT, level=3, called_at=300 * S)
    assert due_of(top, NOBODY, 10**9) is None
    assert due_of(top, Presence({StationKind.RECEPTION: 10**12}), 0) == Due(360 * S, LineKind.REPEATED, 3)


@pytest.mark.parametrize(("at", "there"), [(59_999, True), (60_000, True), (60_001, False)])
def test_a_station_counts_as_there_for_a_minute(at: int, there: bool) -> None:
    presence = Presence({StationKind.MANAGER: AWAY_AFTER})
    assert presence.is_there(StationKind.MANAGER, at) is there
    assert presence.gone_since(StationKind.MANAGER, at) == (None if there else 60_000)
    assert presence.gone_since(StationKind.LOUNGE, at) == 0


@pytest.mark.parametrize(("at", "watched"), [(29_999, True), (30_000, True), (30_001, False)])
def test_watched(at: int, watched: bool) -> None:
    assert Presence(watched_until=30_000).is_watched(at) is watched
    assert not Presence().is_watched(at)


TIMES = st.integers(1, 13).map(lambda n: n * 30 * S)
CHAINS = [
    Policy().chain,
    ("0 manager",),
    ("0 manager", "60 director"),
    ("0 guard", "0 manager", "0 deputy", "90 director"),
    ("0 guard", "0 advisor", "60 manager", "120 deputy"),
    ("0 manager", "30 deputy", "390 director"),
]


@st.composite
def situations(draw: st.DrawFn) -> dict[str, Any]:
    kind = draw(st.sampled_from([Kind.OVER_COUNT, *Kind]))
    plan = plan_for(kind, Policy(chain=draw(st.sampled_from(CHAINS))))
    return {
        "within": 15 * M
        if plan.everywhere
        else 3 * M
        if plan.repeat
        else 24 * 60 * M
        if kind is Kind.DUE_MISSED
        else 30 * M,
        "plan": plan,
        "level": draw(st.integers(0, plan.top)),
        "state": draw(
            st.sampled_from(
                [State.RAISED, State.RAISED, *State]
                if plan.holds
                else [State.RAISED, State.ACKNOWLEDGED, State.CLEARED]
            )
        ),
        **{name: draw(TIMES) for name in ("crossed_at", "based_at", "called_at", "acknowledged_at", "verify_at")},
        "heard": draw(st.none() | st.integers(0, plan.top)),
        "posts": draw(st.sets(st.sampled_from(list(NAMES)))),
        "until": {kind: draw(TIMES) for kind in draw(st.sets(st.sampled_from(list(StationKind))))},
        "now": draw(TIMES) + draw(st.sampled_from([-1, 0, 1])),
    }


def again(situation: dict[str, Any]) -> tuple[int, str, int] | None:
    """The same, worked out from the words of the design in another way: what could come, then which of it does."""
    plan, level, now, crossed = (situation[name] for name in ("plan", "level", "now", "crossed_at"))
    stages = [(stage.after, {role.value for role in stage.roles}) for stage in plan.stages]
    up = level + 1 if level < len(stages) else level
    there = {kind.value for kind, until in situation["until"].items() if now <= until}
    hears = {"guard": {"guard"}, "advisor": {"reception"}, "manager": {"manager"}, "deputy": {"reception", "manager"},
             "director": {"reception", "manager"}}  # fmt: skip
    missing = {"deputy": Post.SUPERVISOR, "director": Post.DIRECTOR}
    vacant = {role for role, post in missing.items() if post not in situation["posts"]}
    reached = [[role for role in roles if role not in vacant and hears[role] & there] for _, roles in stages]
    if plan.everywhere:
        # Whomever it calls: where any station but the lounge display is open, it is heard.
        reached = [["anybody"] if there - {"lounge"} else [] for _ in stages]
    could: list[tuple[int, int, str, int]] = []
    if situation["state"] is State.ACTED:
        could.append((situation["verify_at"], 0, "not_solved", up))
    elif situation["state"] is State.ACKNOWLEDGED and plan.holds:
        could.append((situation["acknowledged_at"] + situation["within"], 0, "not_acted", up))
    elif situation["state"] is not State.CLEARED:
        if level < len(stages):
            at = situation["based_at"] + stages[level][0]
            deciding = (stages[level - 1][1] - {"guard"} or {"guard"}) if level else set()
            deciders = [role for role in deciding if role not in vacant and hears[role] & there]
            if level and not deciders:
                silent = {"": 0, **{kind.value: until for kind, until in situation["until"].items()}}
                gone = [silent.get(kind, 0) for role in deciding - vacant for kind in hears[role]]
                gone += [situation["called_at"]] if deciding & vacant else []
                at = min(at, max(*gone, 0, situation["based_at"] + stages[level - 1][0]))
            could.append((at, 0, "called", up))
        to = max((n for n in range(1, level + 1) if reached[n - 1]), default=0)
        if to and situation["state"] is State.RAISED and (plan.repeat or situation["heard"] not in {level, None}):
            could.append((situation["called_at"] + M, 1, "repeated", to))
    could = [(max(at, crossed), order, kind, to) for at, order, kind, to in could]
    overdue = [found for found in could if found[0] <= now]
    chosen = min(overdue, key=lambda found: found[1]) if overdue else min(could, default=None)
    return None if chosen is None else (chosen[0], chosen[2], chosen[3])


@examples(600, 20_000)
@given(situation=situations())
def test_a_second_computation_agrees(situation: dict[str, Any]) -> None:
    more = {name: value for name, value in situation.items() if name not in {"within", "until", "now", "posts"}}
    found = due_of(_escalation(**more), Presence(situation["until"]), situation["now"], situation["posts"])
    assert (None if found is None else (found.at, found.kind.value, found.level)) == again(situation)


def _escalation(**more: Any) -> Escalation:
    facts: dict[str, Any] = dict.fromkeys(Escalation._fields)
    facts |= {
        "id": 1,
        "kind": Kind.OVER_COUNT,
        "subject": Subject.of_zone(),
        "raised_at": more["crossed_at"],
        "acted_at": 0,
        **more,
    }
    return Escalation(**facts)
