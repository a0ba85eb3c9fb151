"""A plain model of the closed loop: escalations with their chain, what is asked of whom, tickets in the lounge.

It shares no code with the program: every rule is said once more, in lists and dictionaries.
"""

from typing import Any

from model_rows import No, Record, Rows

SECOND = 1_000
CROWDING = {"over_count", "over_stay"}
CHAINS: dict[str, list[tuple[int, list[str]]]] = {
    "over_count": [(0, ["guard", "manager"]), (180_000, ["deputy"]), (300_000, ["director"])],
    "over_stay": [(0, ["guard", "manager"]), (180_000, ["deputy"]), (300_000, ["director"])],
    "late_reception": [(0, ["advisor"]), (120_000, ["manager"])],
    "diversion_expired": [(0, ["advisor"]), (180_000, ["manager"])],
}
HEARD_AT = {
    "guard": ["guard"], "advisor": ["reception"], "manager": ["manager"], "deputy": ["reception", "manager"],
    "director": ["reception", "manager"],
}  # fmt: skip
PEOPLE = {"manager": "王芳", "director": "李建国"}
"""Who is on the staff list: there is no workshop supervisor, so nobody is the deputy."""

REPEAT, ACT_WITHIN, VERIFY, HOLD, REORDER, DIVERSION = (n * SECOND for n in (60, 180, 300, 30, 600, 1800))
AWAY, FORGOTTEN = 60 * SECOND, 600 * SECOND
ERRANDS = {"divert": ["park", "lounge"], "workshop_bay": ["drive"], "repair": ["drive"], "reorder": ["reorder"]}
BY_PEOPLE = {"told", "acknowledged", "acted", "done", "explained"}
CARRIED_ON = ("level", "based", "called", "calls", "told", "acknowledged", "acted", "action", "verify")


class Loop(Rows):
    def __init__(self, now: int, people: dict[str, str]) -> None:
        super().__init__(now)
        self.people = people
        self.signs: dict[str, int] = {}
        self.who = ""

    # what the zone tells

    def breaches(self, now: int) -> dict[tuple[str, str], int]:
        raise NotImplementedError

    def visit_of(self, plate: str) -> Record:
        raise NotImplementedError

    def place(self, visit: Record) -> str:
        raise NotImplementedError

    # what can be seen

    @property
    def escalations(self) -> list[Record]:
        return self.all("escalation")

    def open_escalations(self) -> list[Record]:
        return [e for e in self.escalations if e["state"] != "cleared"]

    def open_tasks(self) -> list[Record]:
        return [task for task in self.all("task") if task["ended"] is None]

    def open_tickets(self) -> list[Record]:
        return [ticket for ticket in self.all("ticket") if not ticket["closed"]]

    def promised(self) -> list[str]:
        """The places somebody is on the way to."""
        sent = [task["place"] for task in self.open_tasks() if task["errand"] in {"park", "drive"}]
        return sent + [t["bay"] for t in self.open_tickets() if t["bay"] and t["no_show"] is None]

    def is_there(self, station: str, at: int) -> bool:
        return station in self.signs and at <= self.signs[station] + AWAY

    def sign(self, station: str) -> None:
        self.signs = {name: at for name, at in self.signs.items() if at >= self.now - FORGOTTEN}
        self.signs[station] = self.now

    # commands

    def evaluate(self, station: str) -> bool:
        """Whether there was something to raise, to call or to clear."""
        self.who, self._touched = self.people[station], []
        self._raise(self.now)
        self._clear(self.now)
        return bool(self._touched)

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
            self._must_be_raised(escalation)
            self.set(escalation, state="acknowledged", acknowledged=(self.now, self.who))
            self._step(escalation, "acknowledged")

        return self.do(station, "acknowledge", change)

    def act(self, station: str, escalation: Record, action: str, plates: list[str], seen: int | None) -> str:
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

    # the chain

    def _raise(self, at: int) -> None:
        standing = {(e["kind"], e["subject"]) for e in self.open_escalations()}
        for (kind, subject), crossed in sorted(self.breaches(at).items(), key=lambda found: found[1]):
            if (kind, subject) not in standing:
                self._raise_one(kind, subject, crossed, at)
        for escalation in self.open_escalations():
            while (due := self._due(escalation, at)) and due[0] <= at:
                self._call(escalation, *due)

    def _raise_one(self, kind: str, subject: str, crossed: int, at: int) -> None:
        same = [e for e in self.escalations if (e["kind"], e["subject"]) == (kind, subject)]
        again = next((e for e in same if e["crossed"] == crossed), None)
        if again is not None:
            self.set(
                again, state=again["from"], cleared=None, outcome=None, why=None, explained_by="", **{"from": None}
            )
            return
        ended = [e for e in same if e["outcome"] in {"cleared", "unhandled"} and kind in CROWDING]
        lately = [e for e in ended if 0 <= crossed - e["cleared"] < HOLD]
        number = self.last_number.get("escalation", 0) + 1
        facts: Record = {
            "state": "raised", "level": 0, "based": crossed, "called": crossed, "calls": 0, "told": None,
            "acknowledged": None, "acted": None, "action": None, "verify": None, "prompt": number,
        }  # fmt: skip
        if lately:
            before = max(lately, key=lambda e: (e["cleared"], e["id"]))
            facts |= {name: before[name] for name in CARRIED_ON}
            facts |= {"state": before["from"], "prompt": before["prompt"]}
        raised = self.new("escalation", kind=kind, subject=subject, crossed=crossed, raised=max(at, crossed),
                          revision=1, cleared=None, outcome=None, why=None, explained_by="",
                          **{"from": None, **facts})  # fmt: skip
        if lately:
            self._step(raised, "again", due=crossed)

    def _clear(self, at: int, outcome: str = "cleared") -> None:
        still = self.breaches(self.now)
        for escalation in self.open_escalations():
            if (escalation["kind"], escalation["subject"]) in still:
                continue
            ended, crossed = outcome, escalation["crossed"]
            if outcome == "cleared":
                if at < crossed or (at == crossed and escalation["kind"] != "over_count"):
                    ended = "corrected"
                elif escalation["kind"] in CROWDING and escalation["acted"] is None:
                    ended = "unhandled"
            over = {"state": "cleared", "cleared": max(at, crossed), "outcome": ended, "from": escalation["state"]}
            self.set(escalation, **over)
            self._step(escalation, "cleared", due=max(at, crossed))

    def _due(self, escalation: Record, at: int) -> tuple[int, str, int] | None:
        """When the chain goes on by itself, for which reason, and at which level."""
        chain, level = CHAINS[escalation["kind"]], escalation["level"]
        crowding, up = escalation["kind"] in CROWDING, min(escalation["level"] + 1, len(chain))
        if escalation["state"] == "cleared":
            return None
        if escalation["state"] == "acted":
            return max(escalation["verify"], escalation["crossed"]), "not_solved", up
        if escalation["state"] == "acknowledged" and crowding:
            return max(escalation["acknowledged"][0] + ACT_WITHIN, escalation["crossed"]), "not_acted", up
        if level < len(chain):
            stage = escalation["based"] + chain[level][0]
            if level and self._only_the_manager(chain[level - 1][1]) and not self.is_there("manager", at):
                silent = self.signs["manager"] + AWAY if "manager" in self.signs else 0
                stage = min(stage, max(silent, escalation["based"] + chain[level - 1][0]))
            stage = max(stage, escalation["crossed"])
            if stage <= at:
                return stage, "called", up
        if crowding and level and any(self.is_there(s, at) for role in chain[level - 1][1] for s in HEARD_AT[role]):
            return max(escalation["called"] + REPEAT, escalation["crossed"]), "repeated", level
        return None

    @staticmethod
    def _only_the_manager(roles: list[str]) -> bool:
        return [role for role in roles if role != "guard"] == ["manager"]

    def _call(self, escalation: Record, due: int, kind: str, level: int) -> None:
        after, roles = CHAINS[escalation["kind"]][level - 1]
        crowding = escalation["kind"] in CROWDING
        for role in roles:
            who = PEOPLE.get(role, "") if role in {"manager", "deputy", "director"} else ""
            nobody = role in {"deputy", "director"} and not who
            heard = any(self.is_there(station, self.now) for station in HEARD_AT[role])
            trouble = "nobody" if nobody else "" if heard else "no_station"
            self._step(escalation, kind, level=level, due=due, role=role, who=who, trouble=trouble)
        long_ago = crowding and self.now - due >= REPEAT
        values: Record = {"level": level, "calls": escalation["calls"] + 1, "called": self.now if long_ago else due}
        if kind != "repeated":
            values["based"] = due - after
        if crowding:
            values["state"] = "raised"
        self.set(escalation, **values)

    def _step(self, escalation: Record, kind: str, *, who: str | None = None, level: int | None = None,
              due: int | None = None, role: str = "", trouble: str = "") -> None:  # fmt: skip
        self.new("step", escalation=escalation["id"], kind=kind, level=escalation["level"] if level is None else level,
                 due=self.now if due is None else due, at=self.now, role=role, who=self.who if who is None else who,
                 trouble=trouble)  # fmt: skip

    # decisions

    def do(self, station: str, kind: str, change: Any) -> str:
        self.who = self.people[station]
        return super().do(station, kind, change)

    def _must_be_open(self, escalation: Record) -> None:
        """Whoever deals with one first hears what was due before."""
        if escalation["key"] not in self.rows:
            raise No("no_escalation")
        for each in self.open_escalations():
            while (due := self._due(each, self.now)) and due[0] <= self.now:
                self._call(each, *due)
        if escalation["state"] == "cleared":
            raise No("escalation_closed")

    def _must_be_raised(self, escalation: Record) -> None:
        self._must_be_open(escalation)
        if escalation["state"] != "raised":
            raise No("already_handled")

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
