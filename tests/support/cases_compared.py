"""What the store says of cases, beside what the plain model says: after each step the same."""

import itertools
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from case_model import Model
from hypothesis.stateful import RuleBasedStateMachine, invariant
from log_folded import Folding
from model_rows import Record
from store_checks import LOGGED, assert_whole, rows, tables

from frontdesk.desk.cases import search
from frontdesk.desk.desk import Desk
from frontdesk.domain.cases.case import Case, Stage
from frontdesk.domain.cases.clocks import DueClock
from frontdesk.domain.cases.search import Filter
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused

EDGES = {(step.value, of.value, of.value) for step in CaseStep for of in Stage} | {
    ("assign", "registered", "assigned"), ("answer", "registered", "answered"), ("answer", "assigned", "answered"),
    ("resolve", "answered", "resolved"), ("confirm", "resolved", "confirmed"), ("close", "confirmed", "closed"),
    *(("close_anyway", of.value, "closed") for of in Stage), ("reopen", "resolved", "registered"),
    ("reopen", "confirmed", "registered"), ("reopen", "closed", "registered"),
}  # fmt: skip
done: Counter[str] = Counter()
"""How often each step was taken, and each refusal answered: the test looks that all of them came up."""


def _in_order(model: Model, kind: str) -> list[Record]:
    return sorted(model.all(kind), key=lambda row: int(row["id"]))


def _assert_owed(case: Case) -> None:
    """Exactly the clocks that are owed run, each but the promises once."""
    running = Counter(clock.name.value for clock in case.running)
    for name in ("promised", "legal", "left_site"):
        del running[name]
    owed = []
    if case.is_open:
        known = {clock.name.value: clock for clock in case.clocks if clock.name.value in ("head_informed", "on_site")}
        owed += ["first_answer"] if case.stage in ("registered", "assigned") else []
        owed += ["full_answer"] if case.stage in ("registered", "assigned", "answered") else []
        # Met by a promise, it runs no longer.
        assert running.pop("agree_date", 0) <= ("full_answer" in owed)
        owed += ["material"] if "material" in case.asked else []
        owed += ["quality_answer"] if case.at_quality == "asked" else []
        if case.severity == "major":
            assert len(known) == 2
            owed += [name for name, clock in known.items() if clock.met_at is None]
    else:
        assert not case.running
    assert running == Counter(owed), case


def _assert_no_negative_time(clock: DueClock, now: int) -> None:
    assert clock.due_at >= clock.started_at
    assert clock.met_at is None or clock.met_at >= clock.started_at
    assert clock.lifted_at is None or clock.lifted_at >= clock.started_at
    assert not (clock.met_at and clock.lifted_at)
    assert clock.paused(now) >= 0
    for pause in clock.pauses:
        assert pause.since <= pause.until
    for one, next_one in itertools.pairwise(clock.pauses):
        assert one.until <= next_one.since


class Compared(RuleBasedStateMachine):
    folder: Path
    clock: ManualClock
    model: Model
    desk: Desk
    desks: dict[str, Desk]
    before: dict[int, Case]
    lately: str
    undo_to: tuple[int, Any] | None
    folding: Folding

    def teardown(self) -> None:
        if not hasattr(self, "desks"):
            return
        assert_whole(self.desk.connection)
        for desk in self.desks.values():
            desk.close()
        shutil.rmtree(self.folder)

    def give(self, who: str, command: Callable[[Desk], Any], expected: set[str], kind: str) -> None:
        """Give the command; it must be done or refused as the model said."""
        desk = self.desks[who]
        before = rows(desk.connection)
        self.lately = kind
        try:
            answer = command(desk)
        except Refused as refused:
            assert refused.reason.value in expected, (kind, refused.facts)
            assert rows(desk.connection) == before
            done[f"refused {refused.reason.value}"] += 1
            return
        assert not expected, f"{kind} not refused: {expected}"
        self.undo_to = (answer.seq, before) if answer else None
        done[kind] += 1
        self.folding.follow(desk.connection)
        assert self.folding.tables(LOGGED) == tables(desk.connection)
        self.no_clock_is_lost_and_no_time_is_won()

    def standing(self) -> Counter[str]:
        rows = self.rows("select subject from escalations where cleared_at is null and kind <> 'due_missed'")
        return Counter(subject for (subject,) in rows)

    @invariant()
    def the_queue_is_the_models(self) -> None:
        if not hasattr(self, "desks"):
            return
        model = self.model
        assert self.rows(
            "select id, received_at, severity, nature, stage, assigned_to, reported_to, next_due, follow_up_at,"
            " followed_up_at, satisfaction from complaints order by id"
        ) == [
            (c["id"], c["received"], c["severity"], c["nature"], c["stage"], c["assigned"],
             ["", "manager", "director"][c["reported"]], c["next_due"], c["follow_up"], c["followed_up"],
             c["satisfaction"])
            for c in _in_order(model, "case")
        ]  # fmt: skip
        assert self.rows(
            "select id, complaint_id, name, started_at, due_at, provisional, met_at, lifted_at, agreed_at,"
            " withdrawn from clocks"
            " order by id"
        ) == [
            (k["id"], k["case"], k["name"], k["started"], k["due"], k["provisional"], k["met"], k["lifted"],
             k["agreed"], k["withdrawn"])
            for k in _in_order(model, "clock")
        ]  # fmt: skip
        assert self.rows("select id, clock_id, since, until from pauses order by id") == [
            (p["id"], p["clock"], p["since"], p["until"]) for p in _in_order(model, "pause")
        ]
        assert self.rows("select id, complaint_id, step, form = 'spoken', written_up_at from notes order by id") == [
            (n["id"], n["case"], n["step"], n["spoken"], n["written_up"]) for n in _in_order(model, "note")
        ]
        assert self.rows("select id, complaint_id, answered_at, passed_on_at from quality order by id") == [
            (f["id"], f["case"], f["answered"], f["passed_on"]) for f in _in_order(model, "form")
        ]
        assert self.rows("select id, complaint_id, kind, state, ended_at, needless from asks order by id") == [
            (a["id"], a["case"], a["kind"], a["state"], a["ended"], a["needless"]) for a in _in_order(model, "ask")
        ]
        assert self.rows("select id, complaint_id from closing_reports order by id") == [
            (r["id"], r["case"]) for r in _in_order(model, "report")
        ]
        assert not self.standing() - Counter(model.missed())

    def no_clock_is_lost_and_no_time_is_won(self) -> None:
        now = {case.id: case for case in search.part(self.desk, Filter.ALL, limit=1_000).cases}
        for case in now.values():
            _assert_owed(case)
            assert case.next_due is None or case.next_due.due_at == min(clock.due_at for clock in case.running)
            for clock in case.clocks:
                _assert_no_negative_time(clock, self.clock.at)
        if self.lately != "undo":
            for number, before in self.before.items():
                self.nothing_was_lost(before, now[number])
        self.before = now

    def nothing_was_lost(self, before: Case, after: Case) -> None:
        assert before.stage is after.stage or (self.lately, before.stage.value, after.stage.value) in EDGES
        clocks = {clock.id: clock for clock in after.clocks}
        for was in before.clocks:
            clock = clocks[was.id]
            assert (clock.name, clock.started_at) == (was.name, was.started_at)
            hurried = (clock.name, self.lately) == ("material", "onsite")
            assert hurried or clock.agreed_at == was.agreed_at
            assert was.met_at in (None, clock.met_at) or (clock.name, self.lately) == ("agree_date", "withdraw")
            assert [pause.since for pause in clock.pauses][: len(was.pauses)] == [pause.since for pause in was.pauses]
            # What comes to life again is due by the hours and days that are in force by then.
            ended_a_pause = clock.met_at is not None and was.is_running and was.paused_until(clock.met_at)
            keeps = was.is_running or clock.name == "promised"
            if keeps and not (ended_a_pause or hurried) and self.lately not in ("resume", "days"):
                assert clock.due_at >= was.due_at
            if clock.is_running == was.is_running:
                assert clock.paused(self.clock.at) >= was.paused(self.clock.at)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return self.desk.connection.execute(query).fetchall()
