"""A plain model of the clocks of a case: which are owed, when they are due, and when they stand still."""

import itertools

from case_days import Days
from model_rows import Record, Rows

ALWAYS, OF_MAJOR = ["first_answer", "full_answer"], ["head_informed", "on_site"]


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
        for name in ALWAYS:
            if not self.running(case, name):
                self._start(case, name, self.now)
        self.set(case, follow_up=None, followed_up=None, satisfaction=None)

    def _owed_again(self, case: Record, names: list[str]) -> None:
        for clock in self.clocks(case):
            if clock["lifted"] is not None and clock["name"] in names and not clock["withdrawn"]:
                self.set(clock, lifted=None)
                self._due_anew(clock)

    def _start(self, case: Record, name: str, started: int, agreed: int | None = None) -> None:
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
