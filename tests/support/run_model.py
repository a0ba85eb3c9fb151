"""A plain model of a run: which steps can be done, who may, what is refused, what is owed by when.

It shares no code with the program: every rule is said once more, in dictionaries.
"""

from decimal import Decimal
from typing import Any

MINUTE = 60_000
PEOPLE = {
    "张三": "guard",
    "赵敏": "advisor",
    "李强": "supervisor",
    "王芳": "manager",
    "李建国": "director",
    "赵师傅": "technician",
}
MANAGES = {"李强", "王芳", "李建国"}
LADDER = ["guard", "advisor", "supervisor", "manager", "director", "general_manager"]
BESIDE = {
    "technician": "supervisor",
    "parts": "supervisor",
    "driver": "supervisor",
    "quality": "manager",
    "office": "manager",
}
"""Whose steps, besides their own people, whoever stands on the ladder from here on may do."""
ENDED = {"done", "skipped"}

Step = dict[str, Any]
"""A step as a playbook says it."""


class RunModel:
    def __init__(self, steps: list[Step], facts: set[str], lead: str, now: int) -> None:
        self.steps = {step["key"]: step for step in steps}
        self.facts, self.lead, self.now, self.began = set(facts), lead, now, now
        self.state: dict[str, dict[str, Any]] = {key: {"state": "todo", "who": "", "at": None} for key in self.steps}
        self.owed: dict[str, int] = {}
        self.met: list[tuple[str, int]] = []
        self.ready: set[str] = set()
        self.over = False
        self.measures: set[str] = set()
        self.measures_ever = False
        """Whether a measure came of it: its matter stays open until that was seen to."""
        self.settle()

    @staticmethod
    def stands(who: str, lowest: str) -> bool:
        return PEOPLE[who] in LADDER and LADDER.index(PEOPLE[who]) >= LADDER.index(lowest)

    # what is so

    def wanted(self, key: str) -> bool:
        when, until = self.steps[key]["when"], self.steps[key].get("until", "")
        if until and self.answered(until):
            return False
        return not when or when in self.facts

    def answered(self, key: str) -> bool:
        """Done, skipped, or left to a measure."""
        return self.state[key]["state"] in ENDED or key in self.measures

    def before(self, key: str) -> set[str]:
        """What comes right before a step: through one that is left out, what comes before that."""
        found: set[str] = set()
        for earlier in self.steps[key]["after"]:
            found |= {earlier} if self.wanted(earlier) else self.before(earlier)
        return found

    def blocked(self, key: str) -> bool:
        return any(not self.answered(earlier) for earlier in self.before(key))

    def states(self) -> dict[str, str]:
        told = {}
        for key, each in self.state.items():
            is_to_do = each["state"] == "todo"
            told[key] = ("open" if key in self.ready else "waiting") if is_to_do else each["state"]
        return told

    def settle(self) -> None:
        ready = {key for key in self.steps if not self.answered(key) and self.wanted(key) and not self.blocked(key)}
        due = {key: at for key in ready - self.ready if (at := self.due(key)) is not None}
        for key in self.steps:
            if self.answered(key):
                continue
            if key not in ready:
                self.state[key] = {"state": "todo", "who": "", "at": None}
                self.owed.pop(key, None)
            elif key in due:
                self.owed[key] = due[key]
        self.ready = ready
        self.over = all(self.answered(key) for key in self.steps if self.wanted(key))

    def due(self, key: str) -> int | None:
        text = self.steps[key]["due"]
        if not text:
            return None
        since, plus, length = text.rpartition(" + ")
        begins = self.now
        if plus:
            mine = [each["at"] for key, each in self.state.items() if key.partition(".")[0] == since]
            ats = [self.began] if since == "start" else [at for at in mine if at is not None]
            begins = max(ats, default=self.now)
        return int(max(self.now, begins + int(length.split()[0]) * MINUTE))

    # what is done

    def act(self, who: str, act: str, key: str, *, value: str, words: str, at: int | None) -> str:
        """Do it; return why not, or nothing."""
        reason = self.why_not(who, act, key, value=value, words=words, at=at)
        if reason:
            return reason
        happened = self.now if at is None else at
        became = {"take": "taken", "done": "done", "fail": "failed", "skip": "skipped"}[act]
        self.state[key] = {"state": became, "who": who, "at": happened}
        if act in {"done", "skip"}:
            self.measures.discard(key)
        if act == "done" and key in self.owed:
            del self.owed[key]
            self.met.append((key, happened))
        if act == "done" and (again := self.steps[key].get("repeat")):
            self.state[key]["state"] = "todo"
            self.owed[key] = max(self.now, happened + int(again.split()[0]) * MINUTE)
        if act == "skip":
            self.owed.pop(key, None)
        self.settle()
        return ""

    def why_not(self, who: str, act: str, key: str, *, value: str, words: str, at: int | None) -> str:
        step, each = self.steps[key], self.state[key]
        if self.over:
            return "no_run"
        if each["state"] in ENDED:
            return "step_ended"
        if not self.wanted(key):
            when = step["when"]
            return "step_left_out" if when and when not in self.facts else "step_over"
        leads = who in MANAGES or who == self.lead
        is_mine = step["role"] in {"", PEOPLE[who]} or self.stands(
            who, BESIDE.get(str(step["role"]), str(step["role"]))
        )
        is_anothers = each["state"] == "taken" and each["who"] != who
        if (not leads and not is_mine) or (is_anothers and (act == "take" or not leads)):
            return "not_yours"
        if act == "skip":
            if not step["optional"] and who not in MANAGES:
                return "step_mandatory"
        elif self.blocked(key):
            return "step_waiting"
        elif act == "take" and each["state"] != "todo":
            return "not_yours"
        earliest = max([self.began, *(self.state[other]["at"] or 0 for other in self.before(key))])
        if at is not None and not earliest <= at <= self.now:
            return "step_time"
        if act in {"fail", "skip"} and not words:
            return "step_why"
        return self.lacks(step["evidence"], value, words) if act == "done" else ""

    def lacks(self, evidence: str, value: str, words: str) -> str:
        kind, _, rest = evidence.partition(":")
        if kind == "check" and (value or words):
            return "check_says"
        if kind in {"", "none", "check", "words"}:
            if value:
                return "value_needless"
            return "evidence_missing" if kind == "words" and not words else ""
        if not value:
            return "evidence_missing"
        if kind == "person":
            return "" if value in PEOPLE else "unknown_person"
        if kind == "choice":
            answers = rest.split("|")
            return "" if value in answers or value in map(str, range(1, len(answers) + 1)) else "evidence_missing"
        low, high = rest.split("..")
        try:
            number = Decimal(value)
        except ArithmeticError:
            return "evidence_missing"
        return "" if Decimal(low) <= number <= Decimal(high) else "out_of_range"

    def measure(self, who: str, key: str) -> str:
        if self.over:
            return "no_run"
        if self.state[key]["state"] != "failed" or key in self.measures:
            return "not_failed"
        if who not in MANAGES and who != self.lead:
            return "measure_not_yours"
        self.measures.add(key)
        self.measures_ever = True
        self.owed.pop(key, None)
        self.settle()
        return ""

    def say(self, fact: str, *, is_so: bool) -> str:
        if self.over:
            return "no_run"
        self.facts = self.facts | {fact} if is_so else self.facts - {fact}
        self.settle()
        return ""

    def hand_over(self, name: str, words: str) -> str:
        if self.over:
            return "no_run"
        if name not in PEOPLE:
            return "unknown_person"
        if not words or name == self.lead:
            return "lead_why"
        self.lead = name
        return ""
