"""A plain model of the clocks of a case: which are owed, when they are due, and when they stand still."""

import itertools

from case_days import Days
from model_rows import Record, Rows

ALWAYS, OF_MAJOR = ["first_answer", "full_answer", "agree_date"], ["head_informed", "on_site"]


class Owed(Rows):
    def __init__(self, now: int) -> None:
        super().__init__(now)
        self.days = Days()

    # what can be seen

    def clocks(self, case: Record) -> list[Record]:
        return [clock for clock in self.all("clock") if clock["case"] == case["id"]]

    def running(self, case: Record, name: str = "") -> list[Record]:
        """Its running clocks, the one due first to begin with."""
        found = [c for c in self.clocks(case) if c["met"] is None and c["lifted"] is None and name in ("", c["name"])]
        return sorted(found, key=lambda clock: (clock["due"], clock["id"]))

    def asked(self, case: Record, kind: str | None = None) -> list[Record]:
        """What others were asked for and is not there yet."""
        there = [ask for ask in self.all("ask") if ask["case"] == case["id"] and ask["ended"] is None]
        return [ask for ask in there if kind in (None, ask["kind"])]

    def promises(self, case: Record, given: Record) -> list[Record]:
        """The promises that may be meant: the one that is named, else every one that is still to be kept."""
        return [clock for clock in self.running(case, "promised") if given["promise"] in (None, clock["id"])]

    def pausable(self, running: list[Record]) -> list[Record]:
        """Of clocks those that can be paused: not missed, and no pause ahead."""
        return [c for c in running if c["due"] >= self.now and not any(p["until"] > self.now for p in self.pauses(c))]

    def pauses(self, clock: Record) -> list[Record]:
        return [pause for pause in self.all("pause") if pause["clock"] == clock["id"]]

    def pause_now(self, clock: Record) -> Record | None:
        return next((p for p in self.pauses(clock) if p["since"] <= self.now < p["until"]), None)

    def missed(self) -> set[str]:
        """The running clocks that are past due."""
        clocks = [clock for case in self.all("case") for clock in self.running(case)]
        return {f"clock:{clock['id']}" for clock in clocks if clock["due"] < self.now}

    # how

    def _closed_and_owing(self) -> bool:
        return any(case["stage"] == "closed" and self.running(case) for case in self.all("case"))

    def _pauses_overlap(self) -> bool:
        pauses = sorted((pause["clock"], pause["since"], pause["until"]) for pause in self.all("pause"))
        return any(one[0] == other[0] and other[1] < one[2] for one, other in itertools.pairwise(pauses))

    def _judged(self, case: Record) -> None:
        """Ordinary, the clocks of a major case are owed no longer; major, they are, from when they first were."""
        for clock in self.running(case):
            if clock["name"] in OF_MAJOR and case["severity"] == "ordinary":
                self.set(clock, lifted=self.now)
        if case["severity"] == "major":
            self._owed_again(case, OF_MAJOR)
            for name in OF_MAJOR:
                if not any(clock["name"] == name for clock in self.clocks(case)):
                    self._start(case, name, self.now)

    def _reopened(self, case: Record) -> None:
        """Answered anew, and in full; whatever else was still owed is owed again."""
        self._owed_again(case, ["promised", "quality_answer", *(OF_MAJOR if case["severity"] == "major" else [])])
        asked = [kind for kind in ("material", "legal") if self.asked(case, kind)]
        for name in [*asked, "left_site"]:
            for clock in [c for c in self.clocks(case) if c["name"] == name][-1:]:
                if clock["lifted"] is not None:
                    self.set(clock, lifted=None)
                    self._due_anew(clock)
        for name in ALWAYS:
            if not self.running(case, name):
                self._start(case, name, self.now)
        self.set(case, follow_up=None, followed_up=None, satisfaction=None)

    def _asked_of_others(self, case: Record, step: str, given: Record) -> None:
        """What others are asked for is due, sooner while people are on site; who leaves early owes what follows."""
        match step:
            case "ask_material":
                self._start(case, "material", self.now, self.now if self.asked(case, "onsite") else None)
            case "ask_legal" | "legal_next" if given["at"] is not None:
                self._start(case, "legal", self.now, given["at"])
            case "onsite":
                for clock in self.running(case, "material"):
                    if clock["agreed"] is None:
                        self.set(clock, agreed=self.now)
                        self._due_anew(clock)
            case "onsite_done" if False in (given["understood"], given["content"]):
                self._start(case, "left_site", self.now)

    def _needless(self, case: Record, ask: Record) -> None:
        for clock in self.running(case, ask["kind"]) if ask["kind"] in ("material", "legal") else []:
            self.set(clock, lifted=max(self.now, clock["started"]))
        self.set(ask, ended=self.now, needless=True)

    def _promised(self, case: Record, at: int) -> None:
        """A date after the week tells the customer when it will be; one within it does not."""
        for week in self.running(case, "agree_date"):
            if at > week["due"]:
                self._meet(week)

    def _withdrawn(self, case: Record) -> None:
        """What a promise that was entered wrongly met is owed again, if no other promise tells when it will be."""
        weeks = [clock for clock in self.clocks(case) if clock["name"] == "agree_date"]
        if not weeks or weeks[-1]["met"] is None or not self.running(case, "full_answer"):
            return
        others = [
            clock for clock in self.clocks(case)
            if clock["name"] == "promised" and clock["lifted"] is None and clock["started"] >= weeks[-1]["started"]
        ]  # fmt: skip
        if not any(clock["agreed"] > weeks[-1]["due"] for clock in others):
            self.set(weeks[-1], met=None)
            self._due_anew(weeks[-1])

    def _meet(self, clock: Record) -> None:
        if pause := self.pause_now(clock):
            self.set(pause, until=self.now)
            self._due_anew(clock)
        self.set(clock, met=max(self.now, clock["started"]))

    def _owed_again(self, case: Record, names: list[str]) -> None:
        for clock in self.clocks(case):
            if clock["lifted"] is not None and clock["name"] in names and not clock["withdrawn"]:
                self.set(clock, lifted=None)
                self._due_anew(clock)

    def _start(self, case: Record, name: str, started: int, agreed: int | None = None) -> None:
        due, provisional = self.days.due(name, started, [], agreed)
        if name == "agree_date" and due < self.now:
            # The full answer is late already: the week begins with the record.
            started = self.now
            due, provisional = self.days.due(name, started, [], agreed)
        self.new("clock", case=case["id"], name=name, started=started, due=max(due, started),
                 agreed=agreed, met=None, lifted=None, withdrawn=False, provisional=provisional)  # fmt: skip

    def _due_anew(self, clock: Record) -> None:
        pauses = [(pause["since"], pause["until"]) for pause in self.pauses(clock)]
        due, provisional = self.days.due(clock["name"], clock["started"], pauses, clock["agreed"])
        if (max(due, clock["started"]), provisional) != (clock["due"], clock["provisional"]):
            self.set(clock, due=max(due, clock["started"]), provisional=provisional)

    def _reckon(self) -> None:
        for case in self.all("case"):
            for clock in self.running(case):
                self._due_anew(clock)
            self._note_next_due(case)

    def _note_next_due(self, case: Record) -> None:
        due = min((clock["due"] for clock in self.running(case)), default=None)
        if due != case["next_due"]:
            self.set(case, next_due=due)
