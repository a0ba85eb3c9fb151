"""What the people of a store do with its complaint queue, in any order, each step taken by a plain model too."""

import shutil
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from case_asks_machine import AsksOthers
from case_days import DAY, HOUR, hours_of
from case_draws import AHEAD, MOMENTS, TAKING, WEEKS, YEARS, given, handed, longs, people, picks, words
from case_model import RANKS, STEPS, Model
from cases_compared import done
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule
from log_folded import Folding
from model_rows import Record
from store_checks import rows

from frontdesk.desk import calendar, policy, undo
from frontdesk.desk.cases import register as complaints
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.domain.calendar.working_days import PublishedYear
from frontdesk.domain.cases.case import CaseKind, Channel, Nature, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import Plate

POSTS = {"张三": Post.GUARD, "李四": Post.ADVISOR, "王五": Post.MANAGER, "赵六": Post.DIRECTOR}
OF_CASES = ("complaints", "clocks", "pauses", "notes", "quality", "closing_reports", "asks")


class Cases(AsksOthers):
    template: Path

    @initialize(start=st.sampled_from(MOMENTS), major=st.booleans(), advance=st.integers(0, 6))
    def open_the_desks(self, start: int, major: bool, advance: int) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="cases-"))
        shutil.copy(self.template, self.folder / "store.db")
        self.clock = ManualClock(start)
        self.model = Model(start)
        self.desks = {who: Desk.open(self.folder / "store.db", Actor("reception", who), self.clock) for who in RANKS}
        self.desk = self.desks["王五"]
        self.before = {}
        self.lately = ""
        self.undo_to = None
        self.folding = Folding()
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
                channel=Channel.PHONE, kind=CaseKind.WAITING, severity=Severity(severity), nature=nature,
                customer="陈静", phone="13812345678", plate=Plate("苏A12345"), words="等太久", received_at=at,
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
        promises = self.model.running(case, "promised")
        fitting = {
            "promise": promises[which % len(promises)]["id"] if promises else None,
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
        cases = self.model.all("case")
        there = [(case, step) for step in TAKING for case in cases if self.model.is_possible(case, step)]
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

    @rule(who=people, pick=picks, named=st.booleans(), times=st.integers(1, 2))
    def withdraw(self, who: str, pick: int, named: bool, times: int) -> None:
        """A promise or two, one of which was entered wrongly."""
        case = self.a_case(pick, lambda case: case["stage"] != "closed")
        for days in range(times):
            self.take(who, case["id"] if case else 999, "promise", "换新", given(at=self.clock.at + (days + 1) * HOUR))
        self.time_passes((pick % 3) * HOUR)
        promises = self.model.running(case, "promised") if case else []
        chosen = promises[pick % len(promises)]["id"] if named and promises else None
        self.take(who, case["id"] if case else 999, "withdraw", "填错日期", given(promise=chosen))

    @rule(pick=picks, times=st.integers(1, 4))
    def judge_again_and_again(self, pick: int, times: int) -> None:
        case = self.a_case(pick, lambda case: case["stage"] != "closed")
        for _ in range(times):
            if case is None:
                return
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
            now = rows(self.desk.connection)
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
            self.model.days_change("王五")
            self.give("王五", lambda desk: calendar.load(desk, PublishedYear(*change)), set(), "days")
            return
        days.own, days.weekly = own, [hours_of(text) for text in change]
        days.seconds = {"head_informed": hours * 60, "on_site": hours * 3600, "left_site": hours * 3600}
        self.model.days_change("王五")
        counted = "own" if own else "statutory"
        changed = replace(
            present, opening_hours=change, working_days=counted, head_informed_s=hours * 60, on_site_s=hours * 3600
        )
        self.give("王五", lambda desk: policy.load(desk, changed), set(), "days")
        if self.undo_to is None:
            # It was in force already.
            self.model.log.pop()

    @rule(who=people)
    def evaluate(self, who: str) -> None:
        self.lately = "evaluate"
        handling.evaluate(self.desks[who])
        self.no_clock_is_lost_and_no_time_is_won()
        assert self.standing() == Counter(self.model.missed())
        assert not self.desk.snapshot().has_news(self.clock.at)
        done["evaluate"] += 1
        done["evaluate, some missed"] += bool(self.model.missed())
