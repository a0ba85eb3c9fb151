"""A plain model of the chain of an escalation: raised, called stage by stage, cleared.

It shares no code with the program: every rule is said once more, in lists and dictionaries.
"""

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
CARRIED_ON = ("level", "based", "called", "calls", "told", "acknowledged", "acted", "action", "verify")


class Chain(Rows):
    def __init__(self, now: int, people: dict[str, str]) -> None:
        super().__init__(now)
        self.people = people
        self.signs: dict[str, int] = {}
        self.who = ""

    # what the zone tells

    def breaches(self, now: int) -> dict[tuple[str, str], int]:
        raise NotImplementedError

    def crowd(self, at: int) -> set[str]:
        """The plates in the zone at an instant."""
        raise NotImplementedError

    def arrivals(self) -> list[int]:
        """Every instant at which a car drove in somewhere."""
        raise NotImplementedError

    # what can be seen

    @property
    def escalations(self) -> list[Record]:
        return self.all("escalation")

    def open_escalations(self) -> list[Record]:
        return [e for e in self.escalations if e["state"] != "cleared"]

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
        lately = lately if kind == "over_stay" or (lately and self._shares_a_car(self._last(lately))) else []
        number = self.last_number.get("escalation", 0) + 1
        facts: Record = {
            "state": "raised", "level": 0, "based": crossed, "called": crossed, "calls": 0, "told": None,
            "acknowledged": None, "acted": None, "action": None, "verify": None, "prompt": number,
            "heard": 0,
        }  # fmt: skip
        if lately:
            before = self._last(lately)
            facts |= {name: before[name] for name in CARRIED_ON}
            facts |= {"state": before["from"], "prompt": before["prompt"]}
        raised = self.new("escalation", kind=kind, subject=subject, crossed=crossed, raised=max(at, crossed),
                          revision=1, cleared=None, outcome=None, why=None, explained_by="",
                          **{"from": None, **facts})  # fmt: skip
        if lately:
            self._step(raised, "again", due=crossed)

    @staticmethod
    def _last(ended: list[Record]) -> Record:
        return max(ended, key=lambda e: (e["cleared"], e["id"]))

    def _shares_a_car(self, before: Record) -> bool:
        """Whether a car that is in the zone now was there while the crowd stood that somebody answered for."""
        answered = before["acted"] or before["acknowledged"]
        about = before
        for each in sorted(self.escalations, key=lambda e: -int(e["id"])):
            mine = answered and each["prompt"] == before["prompt"]
            if mine and each["crossed"] <= answered[0] <= each["cleared"]:
                about = each
        begins, ends = about["crossed"], about["cleared"]
        moments = [begins, *(at for at in self.arrivals() if begins < at < ends)]
        return any(self.crowd(at) & self.crowd(self.now) for at in moments)

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
            lost = self._lost(chain[level - 1][1], escalation["called"], at) if level else None
            if lost is not None:
                stage = min(stage, max(lost, escalation["based"] + chain[level - 1][0]))
            stage = max(stage, escalation["crossed"])
            if stage <= at:
                return stage, "called", up
        insists = crowding or escalation["heard"] != level
        audible = [n for n in range(1, level + 1) if any(not self._trouble(r, at) for r in chain[n - 1][1])]
        if level and insists and audible and escalation["state"] == "raised":
            return max(escalation["called"] + REPEAT, escalation["crossed"]), "repeated", audible[-1]
        return None

    def _trouble(self, role: str, at: int) -> str:
        if role in {"deputy", "director"} and role not in PEOPLE:
            return "nobody"
        return "" if any(self.is_there(station, at) for station in HEARD_AT[role]) else "no_station"

    def _lost(self, roles: list[str], called: int, at: int) -> int | None:
        """Since when a stage has nobody who could decide; None while somebody could."""
        troubles = {role: self._trouble(role, at) for role in roles if role != "guard"}
        if not all(troubles.values()):
            return None
        last = [self.signs[s] + AWAY for r, t in troubles.items() if t == "no_station" for s in HEARD_AT[r]
                if s in self.signs]  # fmt: skip
        return max([0, *last, *([called] if "nobody" in troubles.values() else [])])

    def _call(self, escalation: Record, due: int, kind: str, level: int) -> None:
        after, roles = CHAINS[escalation["kind"]][level - 1]
        troubles = {role: self._trouble(role, self.now) for role in roles}
        for role, trouble in troubles.items():
            who = PEOPLE.get(role, "") if role in {"manager", "deputy", "director"} else ""
            self._step(escalation, kind, level=level, due=due, role=role, who=who, trouble=trouble)
        values: Record = {"calls": escalation["calls"] + 1}
        is_heard = not all(troubles.values())
        if is_heard:
            values["heard"] = level
        if is_heard or kind == "repeated":
            values["called"] = self.now if self.now - due >= REPEAT else due
        if kind != "repeated":
            values |= {"level": level, "based": due - after}
        if escalation["kind"] in CROWDING or kind == "repeated":
            values["state"] = "raised"
        self.set(escalation, **values)

    def _step(self, escalation: Record, kind: str, *, who: str | None = None, level: int | None = None,
              due: int | None = None, role: str = "", trouble: str = "") -> None:  # fmt: skip
        self.new("step", escalation=escalation["id"], kind=kind, level=escalation["level"] if level is None else level,
                 due=self.now if due is None else due, at=self.now, role=role, who=self.who if who is None else who,
                 trouble=trouble)  # fmt: skip

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
