"""A plain model of the complaint queue: dictionaries and lists, every rule said once more from the plan's own words.

It shares no code with the program. A command returns the reasons it may be refused for; none: it is done.
"""

from case_clock_model import ALWAYS, OF_MAJOR, Owed
from case_days import DAY
from model_rows import Key, No, Record

OPEN = ["registered", "assigned", "answered", "resolved", "confirmed"]
LEADS: dict[str, tuple[list[str], str]] = {
    "answer": (OPEN[:3], "answered"), "resolve": (["answered"], "resolved"), "confirm": (["resolved"], "confirmed"),
    "close": (["confirmed"], "closed"), "close_anyway": (OPEN, "closed"),
    "reopen": (["resolved", "confirmed", "closed"], "registered"), "note": ([*OPEN, "closed"], ""),
    "write_up": ([*OPEN, "closed"], ""), "follow_up": (["closed"], ""),
}  # fmt: skip
"""In which stages a step can be taken, where not in every open one; the stage it leads to."""
MEETS = {"answer": ["first_answer"], "inform": ["head_informed"], "visit": ["on_site", "left_site"],
         "resolve": ["full_answer", "agree_date", "left_site"], "confirm": ["left_site"], "promise": ["left_site"],
         "quality": ["quality_answer"], "keep": ["promised"], "material": ["material"], "legal": ["legal"],
         "legal_next": ["legal"], "onsite": ["left_site"], "onsite_done": ["on_site"]}  # fmt: skip
IN_WORDS = {"assign", "inform", "answer", "resolve", "reopen", "note", "judge", "to_quality", "quality", "promise",
            "report", "decide", "write_up", "pause", "close_anyway", "withdraw", "visit",
            "ask_material", "material", "ask_legal", "legal", "legal_next", "onsite", "onsite_done", "ask_sample",
            "sample_sent", "sample", "not_needed"}  # fmt: skip
ASKS = {"ask_material": "material", "ask_legal": "legal", "onsite": "onsite", "ask_sample": "sample"}
COMES = {"material": ("material", ""), "legal": ("legal", ""), "legal_next": ("legal", "legal"),
         "onsite_done": ("onsite", ""), "sample_here": ("sample", "sample_here"),
         "sample_sent": ("sample_here", "sample_sent"), "sample": ("sample_sent", "")}  # fmt: skip
"""From which state to which a step brings what was asked for; "": it is over."""
SPOKEN = {"answer", "resolve", "pass_on", "confirm"}
STEPS = ["assign", "inform", "visit", "answer", "resolve", "confirm", "close", "reopen", "note", "judge", "to_quality",
         "quality", "pass_on", "promise", "keep", "withdraw", "report", "decide", "write_up", "pause", "resume",
         "follow_up", "close_anyway", *ASKS, *COMES, "not_needed", "amend"]  # fmt: skip
OTHER = {"major": "ordinary", "ordinary": "major"}
RANKS = {"张三": 0, "李四": 0, "王五": 1, "赵六": 2, "路人": 0, "": 0}
UNDO_FOR, FOLLOW_UP, LONGEST_PAUSE, FARTHEST_PROMISE = 120_000, 3 * DAY, 180 * DAY, 731 * DAY
PARTS_OF = {"case": [("clock", "case"), ("note", "case"), ("form", "case"), ("report", "case"), ("ask", "case")],
            "clock": [("pause", "clock")]}  # fmt: skip


class Model(Owed):
    def form(self, case: Record) -> Record | None:
        """What lies at quality, or came back and was not passed on."""
        return next((f for f in self.all("form") if f["case"] == case["id"] and f["passed_on"] is None), None)

    def unwritten(self, case: Record) -> list[Record]:
        return [n for n in self.all("note") if n["case"] == case["id"] and n["spoken"] and n["written_up"] is None]

    # commands

    def register(self, who: str, severity: str, nature: str, at: int | None) -> set[str]:
        received = self.now if at is None else at
        if received > self.now:
            return {"in_future"}

        def change() -> None:
            later = dict.fromkeys(("next_due", "follow_up", "followed_up", "satisfaction"))
            case = self.new("case", received=received, severity=severity, nature=nature, stage="registered",
                            assigned="", reported=0, **later)  # fmt: skip
            for name in ALWAYS + (OF_MAJOR if severity == "major" else []):
                self._start(case, name, received)
            self._note_next_due(case)

        self.do(who, "register", change)
        return set()

    def take(self, who: str, number: int, step: str, words: str, given: Record) -> set[str]:
        case = self.rows.get(("case", number))
        if case is None:
            return {"no_complaint"}
        reasons = self.why_not(who, case, step, words, given)
        if not reasons:
            self.do(who, step, lambda: self._take(case, step, words, given))
        return reasons

    def is_possible(self, case: Record, step: str) -> bool:
        """Whether the case is where a step can be taken, by somebody, with something."""
        if step == "amend" or case["stage"] not in LEADS.get(step, (OPEN, ""))[0]:
            return False
        form = self.form(case)
        possible: dict[str, bool] = {
            "inform": bool(self.running(case, "head_informed")),
            "visit": bool(self.running(case, "on_site") or self.running(case, "left_site")),
            "keep": bool(self.running(case, "promised")),
            "withdraw": bool(self.running(case, "promised")),
            "to_quality": form is None,
            "quality": form is not None and form["answered"] is None,
            "pass_on": form is not None and form["answered"] is not None,
            "report": case["reported"] < 2,
            "decide": case["reported"] > 0,
            "write_up": bool(self.unwritten(case)),
            "pause": bool(self.running(case)),
            "resume": any(self.pauses(clock) for clock in self.running(case)),
            **{asks: not self.asked(case, kind) for asks, kind in ASKS.items()},
            **{comes: any(ask["state"] == was for ask in self.asked(case)) for comes, (was, _) in COMES.items()},
            "not_needed": bool(self.asked(case)),
            "follow_up": case["follow_up"] is not None and case["followed_up"] is None,
        }
        return possible.get(step, True)

    def goes_on_with(self, case: Record) -> str:
        """The step that brings a case nearer to its end; "" where it has come there."""
        order = ["resolve", "answer", "inform", "visit", "quality", "pass_on", "keep", "decide", "write_up",
                 "not_needed", "confirm", "close", "follow_up"]  # fmt: skip
        return next((step for step in order if self.is_possible(case, step)), "")

    def why_not(self, who: str, case: Record, step: str, words: str, given: Record) -> set[str]:
        if not self.is_possible(case, step):
            return {"wrong_state"}
        if step == "close" and (self.running(case) or self.form(case) or case["reported"]
                                or self.unwritten(case) or self.asked(case)):  # fmt: skip
            return {"cannot_close"}
        found = set()
        lowers = step == "judge" and (given["severity"] or OTHER[case["severity"]]) == "ordinary"
        higher = step == "report" and case["reported"] == 1
        needed = case["reported"] if step == "decide" else int(lowers or higher or step == "close_anyway")
        if RANKS[who] < needed:
            found.add("not_allowed")
        if step == "withdraw" and RANKS[who] < 1 and any(c["due"] < self.now for c in self.promises(case, given)):
            found.add("promise_missed")
        if step in IN_WORDS and not words:
            found.add("note_missing")
        if step == "onsite_done" and RANKS[who] < 1 and False in (given["understood"], given["content"]):
            found.add("nobody_leaves")
        if step == "pause" and not who:
            found.add("no_operator")
        return found | self._why_not_given(case, step, given)

    def _why_not_given(self, case: Record, step: str, given: Record) -> set[str]:
        found = set()
        running = self.running(case, given["clock"] or "none")
        if step == "judge" and given["severity"] in (None, case["severity"]):
            found.add("same_severity")
        if step == "quality" and not given["findings"]:
            found.add("quality_incomplete")
        if step == "follow_up" and given["satisfaction"] not in (1, 2, 3, 4, 5):
            found.add("bad_satisfaction")
        incomplete = {
            "onsite_incomplete": step == "onsite" and not given["findings"],
            "legal_incomplete": step == "ask_legal"
            and given["matter"] in ("contract", "lawsuit")
            and not (given["findings"] and given["at"] is not None),
            "onsite_unsaid": step == "onsite_done" and None in (given["understood"], given["content"]),
            "which_ask": step == "not_needed" and len(self.asked(case, given["ask"])) != 1,
        }
        found |= {reason for reason, is_so in incomplete.items() if is_so}
        if step == "withdraw" and len(self.promises(case, given)) != 1:
            found.add("which_promise" if self.promises(case, given) else "no_clock")
        if step == "resume" and not any(self.pause_now(clock) for clock in running):
            found.add("not_paused")
        if step == "pause":
            if not running:
                found.add("no_clock")
            elif not self.pausable(running):
                found.add("clock_missed" if running[0]["due"] < self.now else "paused_already")
        if step in ("pause", "promise", "legal_next") or (step == "ask_legal" and given["at"] is not None):
            farthest = LONGEST_PAUSE if step == "pause" else FARTHEST_PROMISE
            if given["at"] is None:
                found.add("date_missing")
            elif given["at"] <= self.now:
                found.add("date_past")
            elif given["at"] > self.now + farthest:
                found.add("date_far")
        return found

    def undo(self, who: str) -> set[str]:
        mine = [e for e in self.log if e["station"] == who and not e["undone"] and e["at"] >= self.now - UNDO_FOR]
        if not mine:
            return {"nothing_to_undo"}
        if mine[-1]["kind"] == "days":
            return {"cannot_be_undone"}

        def change() -> None:
            self.take_back(mine[-1]["touched"])
            at_quality = [form["case"] for form in self.all("form") if form["passed_on"] is None]
            asked = [(ask["case"], ask["kind"]) for ask in self.all("ask") if ask["ended"] is None]
            if len(set(asked)) < len(asked):
                raise No("changed_since")
            if len(set(at_quality)) < len(at_quality) or self._pauses_overlap() or self._closed_and_owing():
                raise No("changed_since")
            self._reckon()

        refused = self.do(who, "undo", change)
        self.log = [entry for entry in self.log if entry["kind"] != "undo"]
        if refused:
            return {self.why_stays(mine[-1], frozenset()) if refused == "changed_since" else refused}
        mine[-1]["undone"] = True
        return set()

    def days_change(self, who: str) -> None:
        """Opening hours, working days or the calendar are others now."""
        self.do(who, "days", self._reckon)

    def _take(self, case: Record, step: str, words: str, given: Record) -> None:
        for name in MEETS.get(step, []):
            for clock in self.running(case, name)[:1]:
                self._meet(clock)
        self._alter(case, step, words, given)
        self.set(case, stage=self._leads_to(case, step))
        self._note_next_due(case)
        grave = case["severity"] == "major" or case["nature"] == "dispute"
        spoken = bool(given["spoken"]) and step in SPOKEN and (grave or step != "confirm")
        self.new("note", case=case["id"], step=step, spoken=spoken, written_up=None)

    def _leads_to(self, case: Record, step: str) -> str:
        if step == "assign" and case["stage"] == "registered":
            return "assigned"
        return LEADS.get(step, ([], ""))[1] or str(case["stage"])

    def _alter(self, case: Record, step: str, words: str, given: Record) -> None:  # noqa: PLR0912 - one line to a step
        self._asked_of_others(case, step, given)
        if step in ASKS:
            self.new("ask", case=case["id"], kind=ASKS[step], state=ASKS[step], ended=None, needless=False)
        if step in COMES:
            (ask,) = [each for each in self.asked(case) if each["state"] == COMES[step][0]]
            self.set(ask, **({"state": COMES[step][1]} if COMES[step][1] else {"ended": self.now}))
        match step:
            case "not_needed":
                (ask, *_) = self.asked(case, given["ask"])
                self._needless(case, ask)
            case "assign":
                self.set(case, assigned=words)
            case "judge":
                self.set(case, severity=given["severity"])
                self._judged(case)
            case "to_quality":
                self.new("form", case=case["id"], answered=None, passed_on=None)
                self._start(case, "quality_answer", self.now)
            case "quality":
                self.set(self.form(case) or {}, answered=self.now)
            case "pass_on":
                self.set(self.form(case) or {}, passed_on=self.now)
            case "promise":
                self._promised(case, given["at"])
                self._start(case, "promised", self.now, given["at"])
            case "withdraw":
                (clock,) = self.promises(case, given)
                self.set(clock, lifted=max(self.now, clock["started"]), withdrawn=True)
                self._withdrawn(case)
            case "report" | "decide":
                self.set(case, reported=case["reported"] + 1 if step == "report" else 0)
            case "write_up":
                for note in self.unwritten(case):
                    self.set(note, written_up=self.now)
            case "pause":
                self._paused(case, given)
            case "resume":
                self._resumed(case, given)
            case "close" | "close_anyway":
                for clock in self.running(case):
                    self.set(clock, lifted=max(self.now, clock["started"]))
                self.new("report", case=case["id"])
                follow_up = self.days.closing(self.days.day_of(self.now + FOLLOW_UP))
                self.set(case, follow_up=follow_up)
            case "reopen":
                self._reopened(case)
            case "follow_up":
                self.set(case, followed_up=self.now, satisfaction=given["satisfaction"])

    def _paused(self, case: Record, given: Record) -> None:
        clock = self.pausable(self.running(case, given["clock"]))[0]
        self.new("pause", clock=clock["id"], since=self.now, until=given["at"])
        self._due_anew(clock)

    def _resumed(self, case: Record, given: Record) -> None:
        clock = next(c for c in self.running(case, given["clock"]) if self.pause_now(c))
        self.set(self.pause_now(clock) or {}, until=self.now)
        self._due_anew(clock)

    def stays_on_record(self, kind: str, before: Record | None, after: Record) -> bool:
        return False

    def _put(self, key: Key, row: Record | None) -> None:
        """Nothing goes away that somebody has built on since."""
        if row is None:
            for part, name in PARTS_OF.get(key[0], []):
                if any(each[name] == key[1] for each in self.all(part)):
                    raise No("changed_since")
        super()._put(key, row)
