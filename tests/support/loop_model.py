"""A plain model of the closed loop: escalations with their chain, what is asked of whom, tickets in the lounge.

It shares no code with the program: every rule is said once more, in lists and dictionaries.
"""

from collections.abc import Sequence
from typing import Any

from chain_model import (
    CHAINS,
    CROWDING,
    DIVERSION,
    PEOPLE,
    REORDER,
    VERIFY,
    Chain,
)
from model_rows import No, Record

ERRANDS = {"divert": ["park", "lounge"], "workshop_bay": ["drive"], "repair": ["drive"], "reorder": ["reorder"]}
BY_PEOPLE = {"told", "acknowledged", "acted", "done", "explained"}


class Loop(Chain):
    def visit_of(self, plate: str) -> Record:
        raise NotImplementedError

    def place(self, visit: Record) -> str:
        raise NotImplementedError

    def open_tasks(self) -> list[Record]:
        return [task for task in self.all("task") if task["ended"] is None]

    def open_tickets(self) -> list[Record]:
        return [ticket for ticket in self.all("ticket") if not ticket["closed"]]

    def promised(self) -> list[str]:
        """The places somebody is on the way to."""
        sent = [task["place"] for task in self.open_tasks() if task["errand"] in {"park", "drive"}]
        return sent + [t["bay"] for t in self.open_tickets() if t["bay"] and t["no_show"] is None]

    def tell(self, station: str, escalation: Record) -> str:
        def change() -> None:
            self._must_be_raised(escalation)
            if escalation["told"] is not None and escalation["told"][0] >= escalation["called"]:
                raise No("already_handled")
            self.set(escalation, told=(max(self.now, escalation["called"]), self.who))
            called = next(r for r in CHAINS[escalation["kind"]][escalation["level"] - 1][1] if r != "guard")
            # Where nobody has the role, the manager is fetched.
            self._step(escalation, "told", role=called if called in PEOPLE else "manager")

        return self.do(station, "tell", change)

    def acknowledge(self, station: str, escalation: Record) -> str:
        def change() -> None:
            self._must_be_open(escalation)
            if escalation["kind"] == "late_reception":
                same = {"escalation": escalation["id"], "kind": "seen", "who": self.who, "level": escalation["level"]}
                if any(same.items() <= step.items() for step in self.all("step")):
                    raise No("already_handled")
                self._step(escalation, "seen")
                return
            self._must_be_raised(escalation)
            self.set(escalation, state="acknowledged", acknowledged=(self.now, self.who))
            self._step(escalation, "acknowledged")

        # What everybody has to see is seen, not taken on.
        return self.do(station, "see" if escalation["kind"] == "late_reception" else "acknowledge", change)

    def act(self, station: str, escalation: Record, action: str, plates: Sequence[str], seen: int | None) -> str:
        """What the manager decides on what he knows; the cars move when somebody says so."""

        def change() -> None:
            self._raise(self.now)
            self._must_be_open(escalation)
            if escalation["kind"] not in CROWDING:
                raise No("nothing_possible")
            if (escalation["acted"][0] if escalation["acted"] else None) != seen:
                raise No("already_handled")
            chosen = [self.visit_of(plate) for plate in dict.fromkeys(plates)]
            places = self.free_for(action)
            if not chosen or any(not self.fits(escalation, action, visit) for visit in chosen):
                raise No("nothing_possible")
            if places is not None and len(chosen) > len(places):
                raise No("nothing_possible")
            for number, visit in enumerate(chosen):
                self._ask(escalation, action, visit, places[number] if places is not None else "")
            subjects = {f"visit:{visit['id']}" for visit in chosen}
            for each in self.open_escalations():
                answers = each["subject"] in subjects or (each["kind"] == "over_count" and action != "reorder")
                if each is escalation or (each["kind"] in CROWDING and answers):
                    self._acted(each, action)
            self._clear(self.now)

        return self.do(station, "act", change)

    def explain(self, station: str, escalation: Record, why: str) -> str:
        def change() -> None:
            if escalation["state"] != "cleared":
                raise No("still_stands")
            if escalation["why"]:
                raise No("already_handled")
            if escalation["outcome"] != "unhandled":
                raise No("nothing_to_explain")
            for each in self.escalations:
                if each["prompt"] == escalation["prompt"] and each["outcome"] == "unhandled" and not each["why"]:
                    self.set(each, why=why, explained_by=self.who)
                    self._step(each, "explained")

        return self.do(station, "explain", change)

    def on_ticket(self, station: str, verb: str, number: int) -> str:
        """Call, no-show, restore, renew."""

        def change() -> None:
            self._raise(self.now)
            ticket = self.ticket(number)
            gone = ticket["no_show"] is not None
            if verb == "restore":
                if not gone:
                    raise No("no_no_show")
                self.set(ticket, no_show=None)
            elif verb == "renew":
                renewals = ticket["renewals"] + 1
                self.set(ticket, expires=self.now + DIVERSION, renewals=renewals, renewed_by=self.who)
            elif gone:
                raise No("ticket_no_show")
            elif verb == "no_show":
                if not ticket["calls"]:
                    raise No("not_called")
                self.set(ticket, no_show=self.now)
            else:
                if ticket["calls"] == 2:
                    raise No("called_twice")
                self.set(ticket, calls=ticket["calls"] + 1, called=self.now, bay=self.bay_for(ticket))
            self._clear(self.now)
            self._raise(self.now)

        return self.do(station, f"ticket_{verb}", change)

    def ticket(self, number: int) -> Record:
        found = [ticket for ticket in self.open_tickets() if ticket["number"] == number]
        if not found:
            raise No("no_ticket")
        return max(found, key=lambda ticket: int(ticket["id"]))

    def bay_for(self, ticket: Record) -> str:
        raise NotImplementedError

    def free_for(self, action: str) -> list[str] | None:
        """The places an action has room in, each as often as it takes another car; None: the car stays."""
        raise NotImplementedError

    # decisions

    def do(self, station: str, kind: str, change: Any) -> str:
        self.who = self.people[station]
        return super().do(station, kind, change)

    def fits(self, escalation: Record, action: str, visit: Record) -> bool:
        mine = {task["errand"] for task in self.open_tasks() if task["visit"] == visit["id"]}
        about = escalation["subject"] in {"zone", f"visit:{visit['id']}"} and self.in_zone(visit)
        ready = {"divert": True, "workshop_bay": visit["order"] is not None}.get(action, visit["received"] is not None)
        taken = mine & {"park", "drive"} or (action == "reorder" and "reorder" in mine)
        return bool(about and ready and not taken)

    def in_zone(self, visit: Record) -> bool:
        raise NotImplementedError

    def _ask(self, escalation: Record, action: str, visit: Record, place: str) -> None:
        number = None
        if action == "divert":
            day = (self.now + 8 * 3_600_000) // 86_400_000
            number = max((t["number"] for t in self.all("ticket") if t["day"] == day), default=0) + 1
            self.new("ticket", visit=visit["id"], day=day, number=number, expires=self.now + DIVERSION, renewals=0,
                     renewed_by="", calls=0, called=None, bay="", no_show=None, closed=None)  # fmt: skip
        if action == "reorder":
            self.set(visit, exit=self.now + REORDER)
        for errand in ERRANDS[action]:
            self.new("task", escalation=escalation["id"], errand=errand, visit=visit["id"], ended=None,
                     place=place if errand in {"park", "drive"} else "", ticket=number)  # fmt: skip

    def _acted(self, escalation: Record, action: str) -> None:
        acknowledged = (self.now, self.who) if escalation["state"] == "raised" else escalation["acknowledged"]
        verify = self.now + (max(VERIFY, REORDER) if action == "reorder" else VERIFY)
        self.set(escalation, state="acted", acknowledged=acknowledged, acted=(self.now, self.who), action=action,
                 verify=verify)  # fmt: skip
        self._step(escalation, "acted")

    def end_task(self, task: Record, *, done: bool) -> None:
        self.set(task, ended="done" if done else "moot")
        if done:
            self._step(self.rows["escalation", task["escalation"]], "done")

    def settle(self) -> None:
        """What became of a car ends what was asked about it, and the ticket of one that waits no longer."""
        here = {visit["id"]: visit for visit in self.all("visit") if visit["left"] is None}
        zone = {number for number, visit in here.items() if self.in_zone(visit)}
        coming = {task["visit"] for task in self.open_tasks() if task["errand"] == "park"} & zone
        waiting = coming | {number for number, visit in here.items() if self.place(visit) == "temporary"}
        for task in self.open_tasks():
            visit = here.get(task["visit"])
            if visit is not None and task["place"] and self.place(visit) == task["place"]:
                self.end_task(task, done=True)
            elif task["visit"] not in (waiting if task["errand"] == "lounge" else zone):
                self.end_task(task, done=False)
        for ticket in self.open_tickets():
            if ticket["visit"] not in waiting:
                self.set(ticket, closed=self.now)

    # undo

    def stays_on_record(self, kind: str, before: Record | None, after: Record) -> bool:
        if kind == "step":
            return True
        return kind == "escalation" and (before is None or before["calls"] != after["calls"])

    def take_back(self, touched: list[tuple[Any, Record | None, Record]]) -> None:
        super().take_back(touched)
        for key, _before, after in touched:
            if key[0] == "step" and after["kind"] in BY_PEOPLE:
                self.new("step", escalation=after["escalation"], kind="undone", level=after["level"], due=self.now,
                         at=self.now, role="", who=self.who, trouble="")  # fmt: skip

    def may_stand(self, now: Record, before: Record | None) -> bool:
        others = {(e["kind"], e["subject"]) for e in self.open_escalations() if e["key"] != now["key"]}
        return before is None or before["state"] == "cleared" or (now["kind"], now["subject"]) not in others

    def lounge_is_sound(self) -> bool:
        """Whether what an undo would leave behind could have come about by itself."""
        errands = [(task["visit"], task["errand"]) for task in self.open_tasks()]
        waiting = [ticket["visit"] for ticket in self.open_tickets()]
        visits = {visit["id"] for visit in self.all("visit")}
        mentioned = {row["visit"] for row in (*self.all("task"), *self.all("ticket"))}
        distinct = len(errands) == len(set(errands)) and len(waiting) == len(set(waiting))
        return distinct and mentioned <= visits
