"""What the people of a desk do with meetings and promises, in any order, beside a plain model of its own."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from store_checks import assert_whole

from frontdesk.desk.desk import Desk
from frontdesk.desk.meetings import items, meetings
from frontdesk.domain.meetings.meeting import ItemKind, MeetingKind, NewItem, NewMeeting
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused

HOUR, DAY = 3_600_000, 86_400_000
NOON = 1_780_020_000_000
AHEAD = st.sampled_from([-HOUR, 0, 1, HOUR, 5 * HOUR, DAY, 3 * DAY, 400 * DAY])
WORDS = st.sampled_from(["送脚垫", "洗车", ""])
PICKS = st.integers(0, 5)
done: Counter[str] = Counter()


def day(at: int) -> int:
    return (at + 8 * HOUR) // DAY


class Meetings(RuleBasedStateMachine):
    template: Path

    @initialize()
    def open_the_desks(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="meetings-"))
        shutil.copy(self.template, self.folder / "store.db")
        self.clock = ManualClock(NOON)
        self.desks = [
            Desk.open(self.folder / "store.db", Actor(name, "李四"), self.clock) for name in ("reception", "manager")
        ]
        self.model: dict[int, dict[str, Any]] = {}
        for pick, kind in enumerate(("customer", "group")):
            self.plan(kind, 0, "送脚垫")
            self.hold(pick, "陈静")

    def teardown(self) -> None:
        if hasattr(self, "desks"):
            assert_whole(self.desks[0].connection)
            for desk in self.desks:
                desk.close()
            shutil.rmtree(self.folder)

    def give(self, act: str, command: Callable[[Desk], Any], *, is_right: bool) -> Any:
        try:
            answer = command(self.desks[len(done) % 2])
        except Refused as refused:
            assert not is_right, (act, refused)
            done[f"{act} refused"] += 1
            return None
        assert is_right, act
        done[act] += 1
        return answer

    def a_meeting(self, pick: int) -> tuple[int, dict[str, Any]]:
        return list(self.model.items())[pick % len(self.model)] if self.model else (99, {"state": "", "items": {}})

    @rule(ahead=st.sampled_from([1, HOUR, 6 * HOUR, DAY, 4 * DAY]))
    def time_passes(self, ahead: int) -> None:
        self.clock.at += ahead

    @rule(kind=st.sampled_from(["customer", "group", "visit"]), ahead=AHEAD, what=WORDS)
    def plan(self, kind: str, ahead: int, what: str) -> None:
        new = NewMeeting(MeetingKind(kind), what, self.clock.at + ahead)
        right = bool(what) and 0 <= ahead <= 366 * DAY
        if answer := self.give("plan", lambda desk: meetings.plan(desk, new), is_right=right):
            self.model[answer.number] = {"kind": kind, "state": "planned", "items": {}, "at": new.at}

    @rule(pick=PICKS, who=st.sampled_from(["陈静", ""]))
    def hold(self, pick: int, who: str) -> None:
        number, model = self.a_meeting(pick)
        its_day = model.get("kind") == "group" or day(self.clock.at) >= day(model.get("at", 0))
        right = model["state"] == "planned" and bool(who) and its_day
        if self.give("hold", lambda desk: meetings.hold(desk, number, who), is_right=right):
            model["state"] = "held"

    @rule(pick=PICKS, words=WORDS)
    def minutes(self, pick: int, words: str) -> None:
        number, model = self.a_meeting(pick)
        right = model["state"] == "held" and bool(words)
        if self.give("minutes", lambda desk: meetings.write_minutes(desk, number, words), is_right=right):
            model["state"] = "minuted"
            self.closes(model)

    @rule(pick=PICKS, why=WORDS)
    def cancel(self, pick: int, why: str) -> None:
        number, model = self.a_meeting(pick)
        right = model["state"] == "planned" and bool(why)
        if self.give("cancel", lambda desk: meetings.cancel(desk, number, why), is_right=right):
            model["state"] = "cancelled"
            for item in model["items"].values():
                item["open"] = False

    @rule(pick=PICKS, kind=st.sampled_from(list(ItemKind)), what=WORDS, ahead=AHEAD)
    def put(self, pick: int, kind: ItemKind, what: str, ahead: int) -> None:
        number, model = self.a_meeting(pick)
        new = NewItem(kind, what, "" if kind is ItemKind.FEEDBACK else "李四", self.clock.at + ahead)
        states = {"planned"} if kind is ItemKind.MATERIAL else {"held", "minuted"}
        fits = {"decision": model.get("kind") == "group", "material": True}.get(kind, model.get("kind") != "group")
        same = any(item["open"] and (item["kind"], item["what"]) == (kind, what) for item in model["items"].values())
        timely = kind in {ItemKind.MATERIAL, ItemKind.FEEDBACK} or 0 < ahead <= 366 * DAY
        right = model["state"] in states and fits and bool(what) and not same and timely
        if answer := self.give(f"put {kind}", lambda desk: items.put(desk, number, new), is_right=right):
            due = new.until if kind in {ItemKind.PROMISE, ItemKind.DECISION} else None
            model["items"][answer.facts["item"]] = {
                "kind": kind, "what": what, "open": True, "due": due, "missed": False
            }  # fmt: skip

    @rule(pick=PICKS, which=PICKS, words=WORDS)
    def finish(self, pick: int, which: int, words: str) -> None:
        number, model = self.a_meeting(pick)
        chosen = list(model["items"].items())[which % len(model["items"])] if model["items"] else (99, {"open": False})
        right = chosen[1]["open"] and bool(words)
        if self.give("done", lambda desk: items.done(desk, number, words, item=chosen[0]), is_right=right):
            chosen[1]["open"] = False
            chosen[1]["missed"] |= chosen[1]["due"] is not None and self.clock.at > chosen[1]["due"]
            self.closes(model)

    @rule(pick=PICKS, which=PICKS, ahead=AHEAD, why=WORDS)
    def agree_anew(self, pick: int, which: int, ahead: int, why: str) -> None:
        number, model = self.a_meeting(pick)
        there = {item: of for item, of in model["items"].items() if of["due"] is not None}
        if not there:
            return
        item, of = list(there.items())[which % len(there)]
        until = self.clock.at + ahead
        right = of["open"] and bool(why) and 0 < ahead <= 366 * DAY and until != of["due"]
        if self.give("again", lambda desk: items.again(desk, number, until, why, item=item), is_right=right):
            of["missed"] |= self.clock.at > of["due"]
            of["due"] = until

    def closes(self, model: dict[str, Any]) -> None:
        if model["state"] == "minuted" and not any(item["open"] for item in model["items"].values()):
            model["state"] = "over"

    @invariant()
    def the_record_is_the_models(self) -> None:
        if not hasattr(self, "desks"):
            return
        found = {meeting.id: meeting for meeting in meetings.every(self.desks[0])}
        assert found.keys() == self.model.keys()
        for number, model in self.model.items():
            meeting = found[number]
            assert meeting.matter.is_open is (model["state"] not in {"cancelled", "over"})
            assert meeting.state == ("minuted" if model["state"] == "over" else model["state"])
            assert [item.id for item in meeting.items] == list(model["items"])
            for item in meeting.items:
                said = model["items"][item.id]
                assert item.is_open is said["open"]
                if said["due"] is not None and item.due is not None:
                    assert item.due_at == said["due"]
                    missed = said["missed"] or (said["open"] and self.clock.at > said["due"])
                    assert item.due.is_missed(self.clock.at) is missed
