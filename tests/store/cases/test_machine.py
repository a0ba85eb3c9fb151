"""The complaint queue as a store's people use it, against a plain model: every step, every refusal, every clock."""

import itertools
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import machines
from case_days import DAY, HOUR
from case_model import RANKS, STEPS, Model
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from model_rows import Record
from store_checks import assert_whole, tables

from frontdesk.desk import calendar, policy, undo
from frontdesk.desk.cases import register as complaints
from frontdesk.desk.cases import search
from frontdesk.desk.cases import steps as case_steps
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.desk.people import staff
from frontdesk.domain.calendar.working_days import PublishedYear
from frontdesk.domain.cases.case import Channel, Complaint, ComplaintKind, Form, Nature, Severity, Stage
from frontdesk.domain.cases.clocks import ClockName, DueClock
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.search import Filter
from frontdesk.domain.cases.step_inputs import Given
from frontdesk.domain.cases.steps import Step
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused

MOMENTS = [1_780_020_000_000, 1_780_048_799_999, 1_780_048_800_000, 1_780_200_000_000, 1_767_165_200_000]
"""Friday at ten, a moment before closing and at closing, Sunday at noon, New Year's Eve."""
POSTS = {"张三": Post.GUARD, "李四": Post.ADVISOR, "王五": Post.MANAGER, "赵六": Post.DIRECTOR}
AHEAD = [0, 1, 999, 30_000, 60_000, 119_999, 120_000, 120_001, 600_000, 1_799_999, 1_800_000, HOUR, 4 * HOUR, 14 * HOUR,
         DAY, DAY + 1, 3 * DAY]  # fmt: skip
LONG = [1, 60_000, HOUR, 6 * HOUR, 15 * HOUR, DAY, 5 * DAY, 30 * DAY, 180 * DAY, 180 * DAY + 1, 731 * DAY + 1, 0, -1]
WEEKS = [("08:30-18:00",) * 7, ("09:00-17:00",) * 6 + ("",), ("08:30-18:00",) * 5 + ("10:00-15:00", "")]
YEARS = [
    (2026, {}), (2026, {date(2026, 6, 1): False, date(2026, 5, 30): True}), (2027, {date(2027, 1, 1): False}),
    (2026, {date(2026, 1, day): False for day in (1, 2, 5)}),
]  # fmt: skip
OF_CASES = ("complaints", "clocks", "pauses", "notes", "quality", "closing_reports")
EDGES = {(step.value, of.value, of.value) for step in Step for of in Stage} | {
    ("assign", "registered", "assigned"), ("answer", "registered", "answered"), ("answer", "assigned", "answered"),
    ("resolve", "answered", "resolved"), ("confirm", "resolved", "confirmed"), ("close", "confirmed", "closed"),
    *(("close_anyway", of.value, "closed") for of in Stage), ("reopen", "resolved", "registered"),
    ("reopen", "confirmed", "registered"), ("reopen", "closed", "registered"),
}  # fmt: skip

people = st.sampled_from([*list(RANKS)[:5] * 2, "", ""])
picks = st.integers(0, 9)
words = st.sampled_from(["已与客户说明", "已与客户说明", "已与客户说明", ""])
longs = st.sampled_from(LONG)
clocks = st.none() | st.sampled_from([name.value for name in ClockName])
handed = st.fixed_dictionaries({
    "at": st.none() | longs, "clock": clocks, "severity": st.sampled_from(["major", "ordinary", None]),
    "spoken": st.booleans(), "findings": st.booleans(), "satisfaction": st.sampled_from([None, -1, 0, 1, 3, 5, 6]),
})  # fmt: skip
done: Counter[str] = Counter()
"""How often each step was taken, and each refusal answered: the test looks that all of them came up."""


class Cases(RuleBasedStateMachine):
    template: Path

    @initialize(start=st.sampled_from(MOMENTS), major=st.booleans(), advance=st.integers(0, 6))
    def open_the_desks(self, start: int, major: bool, advance: int) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="cases-"))
        shutil.copy(self.template, self.folder / "store.db")
        self.clock = ManualClock(start)
        self.model = Model(start)
        self.desks = {who: Desk.open(self.folder / "store.db", Actor("reception", who), self.clock) for who in RANKS}
        self.desk = self.desks["王五"]
        self.before: dict[int, Complaint] = {}
        self.lately = ""
        self.undo_to: tuple[int, Any] | None = None
        self.register("李四", "major" if major else "ordinary", Nature.COMPLAINT, None)
        self.refuse_what_seldom_comes_up()
        way = ["assign", "answer", "to_quality", "resolve", "quality", "confirm"]
        for step in way[:advance]:
            self.take("王五", 1, step, "已与客户说明", given(findings=True))
        if advance == len(way):
            # Quality's answer was not passed on.
            self.take("王五", 1, "close", "", given())

    def refuse_what_seldom_comes_up(self) -> None:
        full, later = given(clock="full_answer", at=self.clock.at + HOUR), given(at=self.clock.at + 800 * DAY)
        self.take("", 1, "pause", "等配件", full)
        self.take("李四", 1, "pause", "等配件", given(clock="promised"))
        self.take("李四", 1, "promise", "换新", later)
        self.take("李四", 1, "pause", "等配件", full)
        self.take("李四", 1, "pause", "等配件", full)
        self.take("李四", 1, "resume", "", given(clock="first_answer"))
        self.take_back("李四")
        self.take("李四", 9, "note", "客户来电", given())
        self.register("李四", "ordinary", Nature.COMPLAINT, -1)

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
        before = tables(desk.connection)
        self.lately = kind
        try:
            answer = command(desk)
        except Refused as refused:
            assert refused.reason.value in expected, (kind, refused.facts)
            assert tables(desk.connection) == before
            done[f"refused {refused.reason.value}"] += 1
            return
        assert not expected, f"{kind} not refused: {expected}"
        self.undo_to = (answer.seq, before) if answer else None
        done[kind] += 1
        self.no_clock_is_lost_and_no_time_is_won()

    def take(self, who: str, number: int, step: str, said: str, given: Record) -> None:
        expected = self.model.take(who, number, step, said, given)
        handed = Given(
            at=given["at"], clock=given["clock"] and ClockName(given["clock"]),
            severity=given["severity"] and Severity(given["severity"]), satisfaction=given["satisfaction"],
            form=Form.SPOKEN if given["spoken"] else Form.WRITTEN,
            **(dict.fromkeys(("investigation", "analysis", "measure"), "查明") if given["findings"] else {}),
        )  # fmt: skip
        self.give(who, lambda desk: case_steps.take(desk, number, Step(step), said, given=handed), expected, step)

    def a_case(self, pick: int, fits: Callable[[Record], object] = lambda case: True) -> Record | None:
        """Mostly one the step could be about, now and then any."""
        there = self.model.all("case")
        fitting = [case for case in there if fits(case)] or there
        chosen = fitting if pick < 8 else there
        return chosen[pick % len(chosen)] if chosen else None

    @rule(ahead=st.sampled_from(AHEAD))
    def time_passes(self, ahead: int) -> None:
        self.lately = "time"
        self.model.now = self.clock.at = self.clock.at + ahead
        self.no_clock_is_lost_and_no_time_is_won()
        done["time"] += 1

    @rule(pick=picks, ahead=st.sampled_from([0, 1, 0, -1]))
    def time_passes_to_an_end(self, pick: int, ahead: int) -> None:
        """To the very instant at which a clock is due or a pause ends, or a moment beside it."""
        running = [clock for case in self.model.all("case") for clock in self.model.running(case)]
        ends = [clock["due"] for clock in running]
        ends += [pause["until"] for clock in running for pause in self.model.pauses(clock)]
        later = sorted(end + ahead for end in ends if self.clock.at <= end + ahead < self.clock.at + 10 * DAY)
        self.time_passes(later[pick % len(later)] - self.clock.at if later else 1)

    @precondition(lambda self: len(self.model.all("case")) < 4)
    @rule(who=people, severity=st.sampled_from(["ordinary", "major"]), nature=st.sampled_from(list(Nature)),
          ago=st.sampled_from([None, None, 0, 1, HOUR, DAY, 6 * DAY, -1]))  # fmt: skip
    def register(self, who: str, severity: str, nature: Nature, ago: int | None) -> None:
        at = None if ago is None else self.clock.at - ago
        expected = self.model.register(who, severity, nature.value, at)
        self.give(
            who,
            lambda desk: complaints.register(desk, NewCase(
                channel=Channel.PHONE, kind=ComplaintKind.WAITING, severity=Severity(severity), nature=nature,
                customer="陈静", phone="13812345678", plate="苏A12345", words="等太久", received_at=at,
            )),
            expected, "register",
        )  # fmt: skip

    @rule(who=people, pick=picks, which=st.integers(0, 99), said=words, handed=handed)
    def a_possible_step(self, who: str, pick: int, which: int, said: str, handed: Record) -> None:
        case = self.a_case(pick)
        if case is None:
            return
        steps = [step for step in STEPS if self.model.is_possible(case, step) and step != "close_anyway"]
        step = steps[which % len(steps)] if steps else "note"
        running = self.model.running(case)
        fitting = {
            "at": self.clock.at + (handed["at"] or HOUR),
            "clock": running[which % len(running)]["name"] if running else None,
            "severity": "ordinary" if case["severity"] == "major" else "major",
        }
        self.take(who, case["id"], step, said, {**handed, **fitting})

    @rule(who=people, pick=picks, step=st.sampled_from(STEPS), said=words, handed=handed)
    def anything(self, who: str, pick: int, step: str, said: str, handed: Record) -> None:
        case = self.a_case(pick, lambda case: self.model.is_possible(case, step))
        at = None if handed["at"] is None else self.clock.at + handed["at"]
        self.take(who, case["id"] if case and pick < 9 else 999, step, said, {**handed, "at": at})

    @rule(pick=picks, times=st.integers(1, 5), spoken=st.booleans(), satisfaction=st.integers(1, 5))
    def go_on(self, pick: int, times: int, spoken: bool, satisfaction: int) -> None:
        """Some steps on towards the end, by somebody who may."""
        for _ in range(times):
            case = self.a_case(pick)
            step = self.model.goes_on_with(case) if case else ""
            if case and step:
                handed = given(findings=True, spoken=spoken and step != "pass_on", satisfaction=satisfaction)
                self.take("赵六", case["id"], step, "已与客户说明", handed)

    @rule(who=people, pick=picks, ahead=longs)
    def pause(self, who: str, pick: int, ahead: int) -> None:
        case = self.a_case(pick, self.model.running)
        running = self.model.running(case) if case else []
        name = running[pick % len(running)]["name"] if running else None
        self.take(who, case["id"] if case else 999, "pause", "等配件", given(at=self.clock.at + ahead, clock=name))

    @rule(who=people, pick=picks)
    def resume(self, who: str, pick: int) -> None:
        stands = [c for case in self.model.all("case") for c in self.model.running(case) if self.model.pause_now(c)]
        if stands:
            clock = stands[pick % len(stands)]
            self.take(who, clock["case"], "resume", "", given(clock=clock["name"]))

    @rule(who=people, pick=picks, name=st.sampled_from(["promised", "on_site", "full_answer"]))
    def resume_any(self, who: str, pick: int, name: str) -> None:
        there = [case for case in self.model.all("case") if self.model.is_possible(case, "resume")]
        if there:
            self.take(who, there[pick % len(there)]["id"], "resume", "", given(clock=name))

    @rule(who=people, other=people, pick=picks, step=st.sampled_from(["report", "to_quality"]), findings=st.booleans())
    def ask_others(self, who: str, other: str, pick: int, step: str, findings: bool) -> None:
        case = self.a_case(pick, lambda case: self.model.is_possible(case, step))
        if case:
            self.take(who, case["id"], step, "请定夺", given())
            comes_back = "decide" if step == "report" else "quality"
            self.take(other, case["id"], comes_back, "已定", given(findings=findings))

    @rule(who=people, other=people, pick=picks, first=st.sampled_from(["promise", "resume", "pause", "reopen"]))
    def others_go_on_before_it_is_taken_back(self, who: str, other: str, pick: int, first: str) -> None:
        wanted = "reopen" if first == "reopen" else "quality"
        case = self.a_case(pick, lambda case: self.model.is_possible(case, wanted))
        if case:
            running = self.model.running(case)
            handed = given(at=self.clock.at + 60_000, clock=running[-1]["name"] if running else None, findings=True)
            self.take(who, case["id"], first, "稍等", handed)
            then = {"resume": "pause", "reopen": "promise"}.get(first, "quality")
            self.take(other, case["id"], then, "已查", {**handed, "at": self.clock.at + 2 * DAY})
            self.take_back(who)

    @rule(who=people, pick=picks)
    def too_little_is_given(self, who: str, pick: int) -> None:
        taking = ["quality", "follow_up", "judge", "promise", "pause"]
        cases = self.model.all("case")
        there = [(case, step) for step in taking for case in cases if self.model.is_possible(case, step)]
        if there:
            case, step = there[pick % len(there)]
            self.take(who, case["id"], step, "已与客户说明", given())
            running = self.model.running(case)
            self.take(who, case["id"], step, "", given(clock=running[0]["name"] if running else None))

    @rule(who=people, pick=picks)
    def close(self, who: str, pick: int) -> None:
        there = [case for case in self.model.all("case") if case["stage"] == "confirmed"]
        if there:
            self.take(who, there[pick % len(there)]["id"], "close", "", given())

    @rule(who=people, pick=picks, ahead=longs)
    def promise(self, who: str, pick: int, ahead: int) -> None:
        case = self.a_case(pick, lambda case: case["stage"] != "closed")
        self.take(who, case["id"] if case else 999, "promise", "换新", given(at=self.clock.at + ahead))

    @rule(pick=picks, times=st.integers(1, 4))
    def judge_again_and_again(self, pick: int, times: int) -> None:
        case = self.a_case(pick, lambda case: case["stage"] != "closed")
        for _ in range(times if case else 0):
            other = "ordinary" if case["severity"] == "major" else "major"
            self.take("王五", case["id"], "judge", "重新判断", given(severity=other))

    @rule(who=st.sampled_from(["王五", "赵六"]), pick=picks)
    def close_anyway(self, who: str, pick: int) -> None:
        case = self.a_case(pick, lambda case: len(self.model.running(case)) > 2)
        self.take(who, case["id"] if case else 999, "close_anyway", "客户撤诉", given())

    @rule(who=people)
    def take_back(self, who: str) -> None:
        last, expected = self.undo_to, self.model.undo(who)
        self.give(who, undo.undo, expected, "undo")
        (undone,) = self.rows("select seq, undoes from events order by seq desc limit 1")
        if not expected and last is not None and undone == (last[0] + 1, last[0]):
            now = tables(self.desk.connection)
            assert {table: now[table] for table in OF_CASES} == {table: last[1][table] for table in OF_CASES}
            done["undo at once"] += 1

    @rule(
        change=st.sampled_from(WEEKS) | st.sampled_from(YEARS), own=st.booleans(), hours=st.sampled_from([24, 12, 72])
    )
    def the_days_change(self, change: tuple[Any, ...], own: bool, hours: int) -> None:
        """A policy comes into force, or a year is put in as it was published."""
        days, present = self.model.days, self.desk.snapshot().policy
        if change in YEARS:
            days.put_year(*change)
            self.model.days_change()
            self.give("王五", lambda desk: calendar.load(desk, PublishedYear(*change)), set(), "days")
            return
        days.own, days.weekly = own, [_hours(text) for text in change]
        days.seconds = {"head_informed": hours * 60, "on_site": hours * 3600}
        self.model.days_change()
        counted = "own" if own else "statutory"
        seconds = {f"{name}_s": value for name, value in days.seconds.items()}
        changed = replace(present, opening_hours=change, working_days=counted, **seconds)
        self.give("王五", lambda desk: policy.load(desk, changed), set(), "days")

    @rule(who=people)
    def evaluate(self, who: str) -> None:
        self.lately = "evaluate"
        handling.evaluate(self.desks[who])
        self.no_clock_is_lost_and_no_time_is_won()
        assert self.standing() == Counter(self.model.missed())
        assert not self.desk.snapshot().has_news(self.clock.at)
        done["evaluate"] += 1
        done["evaluate, some missed"] += bool(self.model.missed())

    def standing(self) -> Counter[str]:
        return Counter(subject for (subject,) in self.rows("select subject from escalations where cleared_at is null"))

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
            "select id, complaint_id, name, started_at, due_at, provisional, met_at, lifted_at, agreed_at from clocks"
            " order by id"
        ) == [
            (k["id"], k["case"], k["name"], k["started"], k["due"], k["provisional"], k["met"], k["lifted"],
             k["agreed"])
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

    def nothing_was_lost(self, before: Complaint, after: Complaint) -> None:
        assert before.stage is after.stage or (self.lately, before.stage.value, after.stage.value) in EDGES
        clocks = {clock.id: clock for clock in after.clocks}
        for was in before.clocks:
            clock = clocks[was.id]
            assert (clock.name, clock.started_at, clock.agreed_at) == (was.name, was.started_at, was.agreed_at)
            assert was.met_at in (None, clock.met_at)
            assert [pause.since for pause in clock.pauses][: len(was.pauses)] == [pause.since for pause in was.pauses]
            # What comes to life again is due by the hours and days that are in force by then.
            ended_a_pause = clock.met_at is not None and was.is_running and was.paused_until(clock.met_at)
            keeps = was.is_running or clock.name == "promised"
            if keeps and not ended_a_pause and self.lately not in ("resume", "days"):
                assert clock.due_at >= was.due_at
            if clock.is_running == was.is_running:
                assert clock.paused(self.clock.at) >= was.paused(self.clock.at)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return self.desk.connection.execute(query).fetchall()


def given(**values: Any) -> Record:
    """What is given with a step; what is not said is nothing."""
    nothing = dict.fromkeys(("at", "clock", "severity", "spoken", "findings", "satisfaction"))
    return {**nothing, **values}


def _hours(text: str) -> tuple[int, int] | None:
    if not text:
        return None
    opens, closes = ([int(part) for part in each.split(":")] for each in text.split("-"))
    return opens[0] * HOUR + opens[1] * 60_000, closes[0] * HOUR + closes[1] * 60_000


def _in_order(model: Model, kind: str) -> list[Record]:
    return sorted(model.all(kind), key=lambda row: int(row["id"]))


def _assert_owed(case: Complaint) -> None:
    """Exactly the clocks that are owed run, each but the promises once."""
    running = Counter(clock.name.value for clock in case.running)
    del running["promised"]
    owed = []
    if case.is_open:
        known = {clock.name.value: clock for clock in case.clocks if clock.name.value in ("head_informed", "on_site")}
        owed += ["first_answer"] if case.stage in ("registered", "assigned") else []
        owed += ["full_answer"] if case.stage in ("registered", "assigned", "answered") else []
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


def test_the_queue_agrees_with_the_model(template: Path, tmp_path: Path, rounds: Callable[[int, int], int]) -> None:
    """10,000 steps and more; every step taken, and refused for every reason there is."""
    Cases.template = tmp_path / "template.db"
    shutil.copy(template, Cases.template)
    with Desk.open(Cases.template, Actor("test", ""), ManualClock(0)) as desk:
        for name, post in POSTS.items():
            staff.add(desk, name, post)
        # The days the library knows of this year are not the model's.
        calendar.load(desk, PublishedYear(2026, {}))
        policy.load(desk, Policy(over_count_warning=3))
    done.clear()
    machines.run(Cases, rounds(210, 4000))
    print(f"\n{done.total()} steps: {dict(done.most_common())}")
    assert done.total() >= 10_000
    refusals = {"no_complaint", "wrong_state", "cannot_close", "not_allowed", "note_missing", "no_operator",
                "same_severity", "quality_incomplete", "bad_satisfaction", "not_paused", "no_clock", "clock_missed",
                "paused_already", "date_missing", "date_past", "date_far", "in_future", "nothing_to_undo",
                "changed_since"}  # fmt: skip
    assert {"register", "undo", "undo at once", "days", "evaluate, some missed", *STEPS} - {"amend"} <= set(done)
    assert {f"refused {reason}" for reason in refusals} <= set(done)
