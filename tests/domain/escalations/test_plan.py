"""The chain a policy lays down: what is one, and how each kind of escalation runs by it (Z1, Z5, Z6, Z4a)."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.escalations.plan import Plan, Stage, plan_for
from frontdesk.domain.escalations.terms import CROWDING, Kind
from frontdesk.domain.people.roles import REACHED_AT, Role
from frontdesk.domain.policy.chain import chain_step
from frontdesk.domain.policy.checks import inconsistencies
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.stations.station import StationKind

GUARD, RECEPTION, MANAGER = StationKind.GUARD, StationKind.RECEPTION, StationKind.MANAGER


@pytest.mark.parametrize(
    ("chain", "wrong"),
    [
        (("0 guard", "0 manager", "180 deputy", "300 director"), None),
        (("0 manager",), None),
        (("300 director", "0 manager"), None),
        (("0 deputy", "0 manager"), None),
        (("99999 director", "0 advisor"), None),
        (("0 manager", "0 manager"), "0 manager · 0 manager"),
        ((), ""),
        (("0 guard",), "0 guard"),
        (("1 manager",), "1 manager"),
        (("0 guard", "60 manager"), "0 guard · 60 manager"),
        (("0 manager", "180 Deputy"), "180 Deputy"),
        (("0 manager", "deputy"), "deputy"),
        (("0 manager", "180  deputy"), "180  deputy"),
        (("0 manager", "-1 deputy"), "-1 deputy"),
        (("0 manager", "1.5 deputy"), "1.5 deputy"),
        (("0 manager", "100000 deputy"), "100000 deputy"),
        (("0 manager", "180 boss"), "180 boss"),
        (("0 manager", "180 deputy "), "180 deputy "),
        (("0 manager", "180 deputy\n"), "180 deputy\n"),
        (("0 manager", ""), ""),
        (("0 manager", "１80 deputy"), None),
    ],
)
def test_a_chain(chain: tuple[str, ...], wrong: str | None) -> None:
    found = [value for key, value, _ in inconsistencies(Policy(chain=chain)) if key == "chain"]
    assert found == ([] if wrong is None else [wrong])


@pytest.mark.parametrize(
    ("setting", "least", "most"),
    [
        ("chain_repeat_s", 5, 86_400),
        ("act_within_s", 1, 86_400),
        ("verify_s", 1, 86_400),
        ("hold_s", 0, 3_600),
        ("reorder_s", 60, 86_400),
        ("diversion_s", 60, 86_400),
        ("quality_answer_days", 1, 60),
        ("due_warning_s", 0, 7 * 86_400),
    ],
)
def test_what_the_numbers_may_be(setting: str, least: int, most: int) -> None:
    for value, right in ((least - 1, False), (least, True), (most, True), (most + 1, False)):
        wrong = [key for key, _, _ in inconsistencies(replace(Policy(), **{setting: value}))]  # type: ignore[arg-type]
        assert (setting not in wrong) is right


def test_a_crowding_runs_by_the_chain() -> None:
    for kind in CROWDING:
        plan = plan_for(kind, Policy())
        assert plan.stages == (
            Stage(0, (Role.GUARD, Role.MANAGER)),
            Stage(180_000, (Role.DEPUTY,)),
            Stage(300_000, (Role.DIRECTOR,)),
        )
        assert (plan.repeat, plan.act_within, plan.verify, plan.holds) == (60_000, 180_000, 300_000, True)


def test_the_steps_of_a_chain_may_stand_in_any_order() -> None:
    plan = plan_for(Kind.OVER_COUNT, Policy(chain=("60 director", "0 manager", "30 deputy", "60 advisor")))
    assert plan.stages == (
        Stage(0, (Role.MANAGER,)),
        Stage(30_000, (Role.DEPUTY,)),
        Stage(60_000, (Role.DIRECTOR, Role.ADVISOR)),
    )


@pytest.mark.parametrize(
    ("policy", "after"),
    [(Policy(), 120_000), (Policy(late_reception_manager_s=60), 0), (Policy(late_reception_manager_s=30), 0),
     (Policy(late_reception_s=30), 150_000)],
)  # fmt: skip
def test_a_late_reception_goes_to_the_manager_three_minutes_after_arrival(policy: Policy, after: int) -> None:
    plan = plan_for(Kind.LATE_RECEPTION, policy)
    expected = (Stage(0, (Role.ADVISOR,)), Stage(after, (Role.MANAGER,)))
    assert plan.stages == (expected if after else (Stage(0, (Role.ADVISOR, Role.MANAGER)),))
    assert (plan.repeat, plan.holds) == (0, False)


def test_the_stations_a_plan_reaches() -> None:
    plan = plan_for(Kind.OVER_COUNT, Policy())
    assert [plan.reached(level) for level in range(4)] == [
        frozenset(), {GUARD, MANAGER}, {GUARD, MANAGER, RECEPTION}, {GUARD, MANAGER, RECEPTION},
    ]  # fmt: skip
    assert plan_for(Kind.COMPLAINT_DUE, Policy()).reached(1) == {RECEPTION, MANAGER}
    assert [stage.deciders for stage in plan.stages] == [(Role.MANAGER,), (Role.DEPUTY,), (Role.DIRECTOR,)]


@pytest.mark.parametrize(("level", "is_as"), [(-(2**60), 1), (-1, 1), (0, 1), (1, 1), (3, 3), (4, 3), (2**60, 3)])
def test_any_level_on_record_has_a_stage(level: int, is_as: int) -> None:
    plan = plan_for(Kind.OVER_COUNT, Policy())
    assert plan.stage(level) == plan.stages[is_as - 1]


def test_every_role_is_reached_somewhere() -> None:
    assert set(REACHED_AT) == set(Role)
    assert all(REACHED_AT.values())


steps = st.tuples(st.integers(0, 99_999), st.sampled_from(list(Role))).map(lambda step: f"{step[0]} {step[1]}")


@given(chain=st.lists(steps, min_size=1, max_size=8), kind=st.sampled_from(list(Kind)))
def test_a_plan_comes_back_as_it_was_kept(chain: list[str], kind: Kind) -> None:
    plan = plan_for(kind, Policy(chain=tuple(chain)))
    assert Plan.from_json(plan.to_json()) == plan
    afters = [stage.after for stage in plan.stages]
    assert afters == sorted(set(afters))
    if kind in CROWDING:
        said = sorted(map(chain_step, chain))
        assert sorted((stage.after // 1000, role.value) for stage in plan.stages for role in stage.roles) == said


@pytest.mark.parametrize("kind", Kind)
def test_a_plan_is_kept_in_few_words_and_read_from_many(kind: Kind) -> None:
    """Up to version 0.3 what is not so was told too, and every comma had a blank after it."""
    plan = plan_for(kind, Policy())
    told = json.dumps({**plan._asdict(), "stages": [stage._asdict() for stage in plan.stages]})
    assert Plan.from_json(told) == plan
    assert len(plan.to_json()) <= len(told) - 20
    assert " " not in plan.to_json()
