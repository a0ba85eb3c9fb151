"""The life of an escalation as a table: each state, each event, what becomes of it, or who was first (Z5, Z6, Z4a)."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from attended import hire, sign
from store_checks import assert_whole

from frontdesk.desk import undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import decisions, handling, record, tasks
from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.terms import Action, Kind, Outcome, State, Why
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import NO_PLATE, Plate

SECOND = 1_000
ON_A_BAY = Plate("苏A00002")

CROWDING = """
event                 | raised            | acknowledged       | acted               | handled           | unhandled
tell                  | raised 1          | no already_handled | no already_handled  | no escalation_closed | no escalation_closed
tell twice            | no already_handled | no already_handled | no already_handled | no escalation_closed | no escalation_closed
acknowledge           | acknowledged 1    | no already_handled | no already_handled  | no escalation_closed | no escalation_closed
act                   | acted 1           | acted 1            | acted 1             | no escalation_closed | no escalation_closed
act not knowing       | acted 1           | acted 1            | no already_handled  | no escalation_closed | no escalation_closed
act on a car not here | no not_here       | no not_here        | no not_here         | no escalation_closed | no escalation_closed
act on no car         | no nothing_possible | no nothing_possible | no nothing_possible | no escalation_closed | no escalation_closed
task done             | no no_task        | no no_task         | handled 1           | no task_ended     | no no_task
repeat due            | raised 1 called 2 | acknowledged 1     | acted 1             | handled 1         | unhandled 1
stage due             | raised 2 called 4 | acknowledged 1     | acted 1             | handled 1         | unhandled 1
action overdue        | raised 2 called 4 | raised 2 called 2  | acted 1             | handled 1         | unhandled 1
verification failed   | raised 3 called 6 | raised 3 called 4  | raised 2 called 2   | handled 1         | unhandled 1
over                  | unhandled 1       | unhandled 1        | handled 1           | handled 1         | unhandled 1
again within hold     | raised 1 again    | acknowledged 1 again | acted 1 again     | acted 1 again     | raised 1 again
again after hold      | raised 1 new      | raised 1 new       | raised 1 new        | raised 1 new      | raised 1 new
explain               | no still_stands   | no still_stands    | no still_stands     | no nothing_to_explain | unhandled 1 brief
explain twice         | no still_stands   | no still_stands    | no still_stands     | no nothing_to_explain | no already_handled
undo                  | undone 1          | no cannot_be_undone | acknowledged 1      | acted 1           | raised 1
undo of explain       | no still_stands   | no still_stands    | no still_stands     | no nothing_to_explain | unhandled 1
"""  # noqa: E501
"""A number is the level it has come to; `called n` where it is not the one call of the beginning."""

OTHERS = """
event                 | raised            | seen               | over
tell                  | raised 1          | raised 1           | no escalation_closed
acknowledge           | raised 1          | raised 1           | no escalation_closed
see                   | raised 1          | no already_handled | no escalation_closed
act                   | no nothing_possible | no nothing_possible | no escalation_closed
stage due             | raised 2 called 2 | raised 2 called 2  | handled 1
long after            | raised 2 called 2 | raised 2 called 2  | handled 1
over                  | handled 1         | handled 1          | handled 1
explain               | no still_stands   | no still_stands    | no nothing_to_explain
"""


def cells(table: str) -> list[tuple[str, str, str]]:
    lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    states = lines[0][1:]
    return [(state, line[0], cell) for line in lines[1:] for state, cell in zip(states, line[1:], strict=True)]


@dataclass
class DrawnCase:
    """A store in which one escalation stands, and the three who deal with it."""

    guard: Desk
    manager: Desk
    clock: ManualClock
    kind: Kind = Kind.OVER_COUNT
    number: int = 0
    began: int = 0

    def passes(self, until: int) -> None:
        """Let the time pass, second by second, as a store that is looked at does; `until` counts from the crossing."""
        seen = self.guard.snapshot()
        while self.clock.at < self.began + until:
            self.clock.at += SECOND
            if self.clock.at % 30_000 == 0:
                sign(self.guard, self.clock.at)
                seen = self.guard.snapshot()
            if seen.has_news(self.clock.at):
                handling.evaluate(self.guard)
                seen = self.guard.snapshot()

    @property
    def now(self) -> Escalation:
        """The latest crossing of the situation."""
        return next(e for e in record.lately(self.guard) if e.kind is self.kind)

    def act(self, plate: Plate = ON_A_BAY, *, knows: bool = True) -> None:
        seen = self.now.acted_at if knows else None
        decisions.act(self.manager, self.number, Action.WORKSHOP_BAY, (plate,) if plate else (), seen=seen)

    def explain(self) -> None:
        handling.explain(self.manager, self.number, Why.BRIEF)

    def leave(self) -> None:
        if self.now.is_open:
            zone.leave(self.guard, Plate("苏A00004"))

    def again(self, after: int) -> None:
        self.leave()
        ended = self.now.cleared_at or 0
        self.clock.at = ended + after
        sign(self.guard, self.clock.at)
        zone.arrive(self.guard, Plate("苏A00005"))


@pytest.fixture
def case(open_desk: Callable[..., Desk], clock: ManualClock) -> DrawnCase:
    made = DrawnCase(open_desk("guard", "张三"), open_desk("manager", "王芳"), clock)
    hire(made.manager)
    sign(made.guard, clock.at)
    return made


def crowd(case: DrawnCase) -> None:
    """Four cars; three were received, one has its work order: the limit is reached when the fourth comes."""
    for number in (1, 2, 3):
        zone.arrive(case.guard, Plate(f"苏A0000{number}"))
        zone.receive(case.guard, Plate(f"苏A0000{number}"))
    zone.make_work_order(case.guard, Plate("苏A00002"))
    zone.make_work_order(case.guard, Plate("苏A00003"))
    case.clock.at += SECOND
    zone.arrive(case.guard, Plate("苏A00004"))
    case.began, case.number = case.clock.at, case.now.id


def bring_to(case: DrawnCase, state: str) -> None:
    crowd(case)
    if state in {"acknowledged", "acted", "handled"}:
        case.passes(10 * SECOND)
        handling.acknowledge(case.manager, case.number)
    if state in {"acted", "handled"}:
        case.passes(20 * SECOND)
        case.act(Plate("苏A00003"))
    if state == "handled":
        case.passes(25 * SECOND)
        tasks.done(case.guard, 1)
    if state == "unhandled":
        case.passes(25 * SECOND)
        case.leave()


EVENTS: dict[str, Callable[[DrawnCase], object]] = {
    "tell": lambda case: handling.tell(case.guard, case.number),
    "tell twice": lambda case: [handling.tell(case.guard, case.number) for _ in range(2)],
    "acknowledge": lambda case: handling.acknowledge(case.manager, case.number),
    "see": lambda case: handling.see(case.guard, (case.number,)),
    "act": DrawnCase.act,
    "act not knowing": lambda case: case.act(knows=False),
    "act on a car not here": lambda case: case.act(Plate("苏A00009")),
    "act on no car": lambda case: case.act(NO_PLATE),
    "task done": lambda case: tasks.done(case.guard, 1),
    "repeat due": lambda case: case.passes(60 * SECOND),
    "stage due": lambda case: case.passes(180 * SECOND),
    "action overdue": lambda case: case.passes(190 * SECOND),
    "verification failed": lambda case: case.passes(320 * SECOND),
    "over": DrawnCase.leave,
    "again within hold": lambda case: case.again(29_999),
    "again after hold": lambda case: case.again(30_000),
    "explain": DrawnCase.explain,
    "explain twice": lambda case: [explain(case) for explain in (DrawnCase.explain, DrawnCase.explain)],
    "undo": lambda case: undo.undo(case.manager if case.now.state in {State.ACKNOWLEDGED, State.ACTED} else case.guard),
    "undo of explain": lambda case: [step() for step in (case.explain, lambda: undo.undo(case.manager))],
    "long after": lambda case: case.passes(3600 * SECOND),
}

NAMES = {Outcome.CLEARED: "handled", Outcome.UNHANDLED: "unhandled", Outcome.UNDONE: "undone"}


def happens(case: DrawnCase, event: str) -> str:
    """Let it happen; say what became of the escalation, in the table's words."""
    try:
        EVENTS[event](case)
    except Refused as refused:
        if refused.reason.value in {"already_handled", "escalation_closed", "task_ended"}:
            assert refused.facts["who"] in {"张三", "王芳"}
        return f"no {refused.reason}"
    now = case.now
    state = now.state.value if now.outcome is None else NAMES[now.outcome]
    same = now.id == case.number
    words = [state, str(now.level), f"called {now.calls}" if now.calls != 1 else "", now.why or ""]
    words.append("" if same else "again" if now.prompt == case.number else "new")
    return " ".join(word for word in words if word)


@pytest.mark.parametrize(("state", "event", "expected"), cells(CROWDING))
def test_a_crowding(case: DrawnCase, state: str, event: str, expected: str) -> None:
    bring_to(case, state)
    assert happens(case, event) == expected
    assert_whole(case.guard.connection)


@pytest.mark.parametrize(("state", "event", "expected"), cells(OTHERS))
def test_a_late_reception(case: DrawnCase, state: str, event: str, expected: str) -> None:
    zone.arrive(case.guard, Plate("苏A00001"))
    case.kind, case.began = Kind.LATE_RECEPTION, case.clock.at + 60 * SECOND
    case.passes(SECOND)
    case.number = case.now.id
    if state == "seen":
        handling.acknowledge(case.guard, case.number)
    case.leave = lambda: zone.receive(case.guard, Plate("苏A00001")) if case.now.is_open else None  # type: ignore[method-assign,assignment]
    if state == "over":
        case.leave()
    events = {"stage due": lambda: case.passes(121 * SECOND), "long after": lambda: case.passes(1000 * SECOND)}
    if event in events:
        events[event]()
    elif event == "over":
        case.leave()
    assert (happens(case, event) if event not in {*events, "over"} else described(case)) == expected
    assert_whole(case.guard.connection)


def described(case: DrawnCase) -> str:
    EVENTS["nothing"] = lambda case: None
    return happens(case, "nothing")


def test_a_decision_taken_back_leaves_no_errand_and_no_ticket(case: DrawnCase) -> None:
    bring_to(case, "acknowledged")
    decisions.act(case.manager, case.number, Action.DIVERT, (Plate("苏A00004"),), seen=None)
    assert (len(case.guard.snapshot().tasks), len(case.guard.snapshot().tickets)) == (2, 1)
    undo.undo(case.manager)
    snapshot = case.guard.snapshot()
    assert (snapshot.tasks, snapshot.tickets, snapshot.floor.kept) == ((), (), ())
    assert (case.now.state, case.now.acted_at, case.now.verify_at) == (State.ACKNOWLEDGED, None, None)
    kinds = [step.kind for step in record.page(case.guard, case.number).steps]
    assert kinds[-2:] == ["acted", "undone"]
    decisions.act(case.manager, case.number, Action.DIVERT, (Plate("苏A00004"),), seen=None)
    assert case.guard.snapshot().tickets[0].name == "A001"


def test_a_decision_somebody_carried_out_is_not_taken_back(case: DrawnCase) -> None:
    bring_to(case, "handled")
    with pytest.raises(Refused) as refused:
        undo.undo(case.manager)
    assert refused.value.reason.value == "built_on"
    assert case.guard.snapshot().floor.car("苏A00003").place.key == "waiting1"


def test_a_decision_answers_the_over_stay_of_its_car_too(case: DrawnCase) -> None:
    crowd(case)
    case.passes(1_200 * SECOND)
    standing = {e.kind: e for e in case.guard.snapshot().escalations if e.plate in {"", "苏A00002"}}
    assert set(standing) == {Kind.OVER_COUNT, Kind.OVER_STAY}
    case.act()
    for escalation in standing.values():
        now = case.guard.snapshot().escalation(escalation.id)
        assert now is not None
        assert (now.state, now.acted_by) == (State.ACTED, "王芳")
    others = [e.state for e in case.guard.snapshot().escalations if e.plate not in {"", "苏A00002"}]
    assert set(others) == {State.RAISED}


def test_the_top_of_the_chain_is_called_again(case: DrawnCase) -> None:
    """Level after level, then the top one again and again: a situation is never given up."""
    bring_to(case, "acted")
    levels = []
    for _ in range(4):
        case.passes(case.clock.at - case.began + 301 * SECOND)
        assert case.now.state is State.RAISED
        levels.append(case.now.level)
        seen = case.now.acted_at
        decisions.act(case.manager, case.number, Action.REORDER, (Plate("苏A00001"),), seen=seen)
        tasks.done(case.guard, case.guard.snapshot().tasks[-1].id)
        case.clock.at += 299 * SECOND
        sign(case.guard, case.clock.at)
    assert levels == [2, 3, 3, 3]
