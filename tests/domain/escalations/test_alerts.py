"""When a station is called: one situation calls once, and nothing answers that has only just come up (Z5, Z6, Z5a)."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from frontdesk.domain.escalations.alerts import IGNORES_KEYS_FOR, Alert, StationAlerts
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.plan import Plan, Stage, plan_for
from frontdesk.domain.escalations.prompts import Urgency
from frontdesk.domain.escalations.tasks import Errand, Task
from frontdesk.domain.escalations.terms import Chain, Kind, State
from frontdesk.domain.people.roles import Role
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import MINUTE
from frontdesk.domain.values.plates import Plate

Make = Callable[..., Escalation]
MANAGER, RECEPTION = StationKind.MANAGER, StationKind.RECEPTION
ALARM, NOTICE = Urgency.ALARM, Urgency.NOTICE
BOTH = Plan((Stage(0, (Role.MANAGER,)), Stage(900_000, (Role.MANAGER,))), holds=True, insist=60_000)


def task(number: int, errand: Errand = Errand.LOUNGE, ticket: str = "A01") -> Task:
    return Task(number, 1, errand, 1, Plate("苏A12345"), "", ticket, 0, "王五")


def of(made: Make, number: int, kind: Kind = Kind.OVER_STAY, **more: Any) -> Escalation:
    return made(kind, id=number, **more)


def looks(station: StationKind, *panels: list[Escalation | Task]) -> list[Alert]:
    """Look at one panel after the other, a second apart."""
    calling = StationAlerts(station)
    return [calling.look(panel, 1_000 * second) for second, panel in enumerate(panels)]


@pytest.mark.parametrize(
    ("kind", "level", "expected"),
    [
        (Kind.OVER_COUNT, 1, ALARM),
        (Kind.OVER_STAY, 1, ALARM),
        (Kind.COMPLAINT_DUE, 1, NOTICE),
        (Kind.COMPLAINT_DUE, 2, ALARM),
        (Kind.LATE_RECEPTION, 1, None),
    ],
)
def test_what_comes_up_calls_once(escalation: Make, kind: Kind, level: int, expected: Urgency | None) -> None:
    panel: list[Escalation | Task] = [of(escalation, 1, kind, level=level)]
    assert [call.urgency for call in looks(MANAGER, panel, panel, [], panel)] == [expected, None, None, expected]


def test_it_calls_again_each_time_it_is_called_again(escalation: Make) -> None:
    panels: list[list[Escalation | Task]] = [[of(escalation, 1, calls=calls)] for calls in (1, 1, 2, 2, 3)]
    assert [call.urgency for call in looks(MANAGER, *panels)] == [ALARM, None, ALARM, None, ALARM]


@pytest.mark.parametrize(
    ("standing", "joins", "expected"),
    [
        (Kind.OVER_COUNT, Kind.OVER_STAY, None),
        (Kind.OVER_COUNT, Kind.COMPLAINT_DUE, None),
        (Kind.COMPLAINT_DUE, Kind.COMPLAINT_DUE, None),
        (Kind.COMPLAINT_DUE, Kind.OVER_COUNT, ALARM),
    ],
)
def test_what_joins_is_a_line_and_no_sound(
    escalation: Make, standing: Kind, joins: Kind, expected: Urgency | None
) -> None:
    first, second = of(escalation, 1, standing), of(escalation, 2, joins)
    assert [call.urgency for call in looks(MANAGER, [first], [first, second])][1] is expected


def test_beside_one_that_somebody_has_it_calls(escalation: Make) -> None:
    taken = of(escalation, 1, state=State.ACKNOWLEDGED, acknowledged_at=1)
    assert looks(MANAGER, [taken], [taken, of(escalation, 2)])[1].urgency is ALARM


def test_the_loudest_of_several_is_heard(escalation: Make) -> None:
    assert looks(MANAGER, [of(escalation, 1, Kind.COMPLAINT_DUE), of(escalation, 2)])[0].urgency is ALARM


def test_an_errand_calls_once_and_its_ticket_is_handed_out_once() -> None:
    first, second, car = task(1), task(2, ticket="A02"), task(3, Errand.DRIVE, "")
    calls = looks(RECEPTION, [first], [first, second], [first, second, car], [second])
    assert [call.urgency for call in calls] == [NOTICE, NOTICE, NOTICE, None]
    # What stood there when the station was opened was handed out before.
    assert [call.handed_out for call in calls] == [(), ("A02",), (), ()]


def test_which_prompts_are_gone(escalation: Make) -> None:
    one, two = of(escalation, 1), of(escalation, 2, Kind.OVER_COUNT)
    again = of(escalation, 3, Kind.OVER_COUNT, continues=2)
    calls = looks(MANAGER, [one, two, task(9)], [one, again], [again], [])
    assert [call.gone for call in calls] == [(), (), (1,), (2,)]


@pytest.mark.parametrize(("later", "ready"), [(0, False), (IGNORES_KEYS_FOR - 1, False), (IGNORES_KEYS_FOR, True)])
def test_what_has_only_just_come_up_answers_nothing(escalation: Make, later: int, ready: bool) -> None:
    prompt, calling = of(escalation, 1), StationAlerts(MANAGER)
    assert not calling.is_ready(prompt, 5_000)
    calling.look([prompt], 5_000)
    calling.look([prompt], 5_100)
    assert calling.is_ready(prompt, 5_000 + later) is ready
    # The next crossing of the same prompt is no new one to whoever looks at it.
    assert calling.is_ready(of(escalation, 2, continues=1), 5_000 + later) is ready


def test_what_is_owed_to_several_customers_calls_once_in_ten_minutes(escalation: Make) -> None:
    calling, panels = StationAlerts(RECEPTION), dict[int, list[Escalation]]()

    def owed(number: int, **more: Any) -> Escalation:
        plan = plan_for(Kind.DUE_MISSED, Policy(), chain=Chain.CUSTOMER)
        return of(escalation, number, Kind.DUE_MISSED, plan=plan, **more)

    taken = owed(1, state=State.ACKNOWLEDGED, acknowledged_at=1)
    panels[0] = [owed(1)]
    panels[1] = [taken]
    panels[2] = [taken, owed(2)]
    panels[3] = [taken, owed(2), owed(3)]
    panels[4] = [taken, owed(2), owed(3), of(escalation, 4, Kind.LATE_RECEPTION)]
    panels[9] = [taken, owed(2)]
    panels[10] = [taken, owed(2)]
    panels[11] = [taken, owed(2)]
    called = {at: calling.look(panel, at * MINUTE).urgency for at, panel in panels.items()}
    # What else calls is heard beside them; what still stands then calls once, for all.
    assert {at for at, urgency in called.items() if urgency} == {0, 4, 10}


@pytest.mark.parametrize(("level", "expected"), [(1, None), (2, ALARM)])
def test_what_has_gone_up_the_chain_is_louder_than_what_is_gathered(
    escalation: Make, level: int, expected: Urgency | None
) -> None:
    calling, first = StationAlerts(MANAGER), of(escalation, 1, Kind.DUE_MISSED, plan=BOTH)
    assert calling.look([first], 0).urgency is NOTICE
    assert calling.look([], MINUTE).urgency is None
    joins = of(escalation, 2, Kind.DUE_MISSED, plan=BOTH, level=level)
    assert calling.look([joins], 2 * MINUTE).urgency is expected
    # What was not heard keeps no crowding quiet.
    assert calling.look([joins, of(escalation, 3)], 3 * MINUTE).urgency is (None if expected else ALARM)


def test_whoever_was_not_reached_is_called_again_as_often_as_the_chain_says(escalation: Make) -> None:
    calling, owed = StationAlerts(MANAGER), partial(of, escalation, kind=Kind.DUE_MISSED, plan=BOTH)
    heard = []
    for second in range(0, 181, 30):
        first, second_one = owed(1, calls=1 + second // 60), owed(2, calls=1 + (second + 30) // 60)
        heard.append(calling.look([first, second_one], second * 1000).urgency is not None)
    assert heard == [True, False, True, False, True, False, True]
