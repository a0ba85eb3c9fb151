"""A plain model of the zone: dictionaries and lists, every figure worked out anew from the raw intervals.

It shares no code with the program. A command returns "" where it was done, else the reason it is refused for.
"""

from copy import deepcopy
from typing import Any

BAYS = ["bay1", "bay2", "bay3"]
CAPACITY = {"bay1": 1, "bay2": 1, "bay3": 1, "temporary": 2, "repair": 1, "waiting1": 1, "waiting2": 1}
PLACES = [*BAYS, "lane", "temporary", "repair", "waiting1", "waiting2", "workshop"]
ZONE = {*BAYS, "lane"}
WITH_ORDER = {"waiting1", "waiting2", "workshop"}
ALONE = {place for place, most in CAPACITY.items() if most == 1}
OVER_COUNT, OVER_STAY, LATE, UNDO_FOR = 4, 20 * 60_000, 60_000, 120_000
UNDOABLE = {"arrive", "receive", "work_order", "hand_over", "move", "leave", "turn_away", "act"}

Record = dict[str, Any]


class No(Exception):  # noqa: N818
    """A rule of the model says no."""


class Model:
    def __init__(self, now: int) -> None:
        self.now = now
        self.rows: dict[tuple[str, int], Record] = {}
        self.escalations: list[Record] = []
        self.log: list[Record] = []
        self.last_number = {"visit": 0, "stay": 0, "ticket": 0}
        self._touched: list[tuple[Any, Any, Any]] = []

    # what can be seen

    def open_visits(self) -> list[Record]:
        found = [row for (kind, _), row in self.rows.items() if kind == "visit" and row["left"] is None]
        return sorted(found, key=lambda visit: (visit["arrived"], visit["id"]))

    def stays(self, visit: Record) -> list[Record]:
        found = [row for (kind, _), row in self.rows.items() if kind == "stay" and row["visit"] == visit["id"]]
        return sorted(found, key=lambda stay: stay["id"])

    def place(self, visit: Record) -> str:
        return self.stays(visit)[-1]["place"]

    def at_place(self, place: str) -> list[Record]:
        return [visit for visit in self.open_visits() if self.place(visit) == place]

    def count(self) -> int:
        return sum(self.place(visit) in ZONE for visit in self.open_visits())

    def zone_time(self, visit: Record, now: int) -> int:
        total = 0
        for stay in self.stays(visit):
            if stay["place"] in ZONE:
                total += (max(now, stay["from"]) if stay["to"] is None else stay["to"]) - stay["from"]
        return total

    def customer_wait(self, visit: Record, now: int) -> int:
        return (now if visit["handed_over"] is None else visit["handed_over"]) - visit["arrived"]

    def breaches(self, now: int) -> dict[tuple[str, str], int]:
        """Every limit that is crossed at `now`, and when the limit was reached."""
        found: dict[tuple[str, str], int] = {}
        entries = sorted(self._stretch(visit)[0] for visit in self.open_visits() if self.place(visit) in ZONE)
        if len(entries) >= OVER_COUNT:
            found["over_count", "zone"] = entries[OVER_COUNT - 1]
        for visit in self.open_visits():
            subject = f"visit:{visit['id']}"
            if self.place(visit) in ZONE and self.zone_time(visit, now) > OVER_STAY:
                began, before = self._stretch(visit)
                found["over_stay", subject] = max(began, began + OVER_STAY - before)
            if visit["received"] is None and now - visit["arrived"] > LATE:
                found["late_reception", subject] = visit["arrived"] + LATE
        return found

    def open_escalations(self) -> list[Record]:
        return [e for e in self.escalations if e["state"] != "cleared"]

    def _stretch(self, visit: Record) -> tuple[int, int]:
        """When the present uninterrupted stretch in the zone began, and the zone time before it."""
        stays = self.stays(visit)
        first = len(stays)
        while first and stays[first - 1]["place"] in ZONE:
            first -= 1
        before = sum(stay["to"] - stay["from"] for stay in stays[:first] if stay["place"] in ZONE)
        return stays[first]["from"], before

    # commands

    def arrive(self, station: str, plate: str, place: str | None, at: int | None) -> str:
        def change() -> None:
            happened = self._when(at, self._last_departure(plate))
            self._raise(happened)
            if any(visit["plate"] == plate for visit in self.open_visits()):
                raise No("already_here")
            target = place or next((bay for bay in BAYS if self._room(bay, at)), "lane")
            if target in WITH_ORDER:
                raise No("no_work_order")
            if not self._room(target, at):
                raise No("place_full")
            visit = self._new("visit", plate=plate, arrived=happened, received=None, received_by="", order=None,
                              handed_over=None, exit=None, left=None, ended=None)  # fmt: skip
            self._new("stay", visit=visit["id"], place=target, **{"from": happened, "to": None})
            self._raise(self.now)

        return self._do(station, "arrive", change)

    def receive(self, station: str, plate: str, at: int | None, who: str) -> str:
        def rule(visit: Record, happened: int) -> None:
            if visit["received"] is not None:
                raise No("already_received")
            self._set(visit, received=happened, received_by=who)

        return self._on_car(station, "receive", plate, at, rule)

    def make_work_order(self, station: str, plate: str, at: int | None) -> str:
        def rule(visit: Record, happened: int) -> None:
            if visit["received"] is None:
                raise No("not_received")
            if visit["order"] is not None:
                raise No("already_work_order")
            self._set(visit, order=happened)

        return self._on_car(station, "work_order", plate, at, rule)

    def move(self, station: str, plate: str, place: str, at: int | None) -> str:
        def rule(visit: Record, happened: int) -> None:
            if self.place(visit) == place:
                raise No("same_place")
            if place in WITH_ORDER and visit["order"] is None:
                raise No("no_work_order")
            if not self._room(place, at):
                raise No("place_full")
            self._drive(visit, place, happened)
            if place == "workshop" and visit["handed_over"] is None:
                self._set(visit, handed_over=happened)

        return self._on_car(station, "hand_over" if place == "workshop" else "move", plate, at, rule)

    def leave(self, station: str, plate: str, at: int | None) -> str:
        return self._on_car(station, "leave", plate, at, lambda visit, happened: self._close(visit, happened, "left"))

    def turn_away(self, station: str, plate: str, at: int | None) -> str:
        def change() -> None:
            visit = next((v for v in self.open_visits() if v["plate"] == plate), None)
            happened = self._when(at, self._last_departure(plate) if visit is None else self._last_change(visit))
            self._raise(happened)
            if visit is None:
                self._new("visit", plate=plate, arrived=happened, received=None, received_by="", order=None,
                          handed_over=None, exit=None, left=happened, ended="turned_away")  # fmt: skip
                return
            if visit["received"] is not None:
                raise No("already_received")
            self._close(visit, happened, "turned_away")
            self._clear(happened)

        return self._do(station, "turn_away", change)

    def evaluate(self) -> bool:
        """Whether there was something to raise or to clear."""
        before = deepcopy(self.escalations)
        self._raise(self.now)
        self._clear(self.now)
        return before != self.escalations

    def acknowledge(self, station: str, escalation: Record, who: str) -> str:
        def change() -> None:
            if escalation["acknowledged"] is not None:
                raise No("already_handled")
            state = "acted" if escalation["state"] == "acted" else "acknowledged"
            self._set(escalation, state=state, acknowledged=(self.now, who))

        return self._do(station, "acknowledge", change)

    def tell(self, station: str, escalation: Record, who: str) -> str:
        def change() -> None:
            if escalation["told"] is not None:
                raise No("already_handled")
            self._set(escalation, told=(self.now, who))

        return self._do(station, "tell", change)

    def act(self, station: str, escalation: Record, action: str, plate: str, who: str) -> str:
        """What the manager decides on what he sees now."""

        def change() -> None:
            if escalation["kind"] not in {"over_count", "over_stay"}:
                raise No("nothing_possible")
            self._raise(self.now)
            visit = next((v for v in self.open_visits() if v["plate"] == plate), None)
            if visit is None:
                raise No("not_here")
            if escalation["subject"] not in {"zone", f"visit:{visit['id']}"}:
                raise No("nothing_possible")
            places = {"divert": ["temporary"], "workshop_bay": ["waiting1", "waiting2"], "repair": ["repair"]}
            free = next((place for place in places.get(action, []) if self._room(place, None)), None)
            fit = {"divert": True, "workshop_bay": visit["order"] is not None}.get(
                action, visit["received"] is not None
            )
            if self.place(visit) not in ZONE or not fit or (action != "reorder" and free is None):
                raise No("nothing_possible")
            acknowledged = escalation["acknowledged"] or (self.now, who)
            self._set(escalation, state="acted", acknowledged=acknowledged, acted=(self.now, who), action=action)
            if free is None:
                self._set(visit, exit=self.now + 600_000)
            else:
                self._drive(visit, free, self.now)
                if action == "divert":
                    self._new("ticket", visit=visit["id"])
            self._clear(self.now)

        return self._do(station, "act", change)

    def undo(self, station: str) -> str:
        candidates = [
            entry
            for entry in self.log
            if entry["station"] == station
            and entry["kind"] in UNDOABLE
            and not entry["undone"]
            and entry["at"] >= self.now - UNDO_FOR
        ]

        def change() -> None:
            if not candidates:
                raise No("nothing_to_undo")
            for key, before, after in reversed(candidates[-1]["touched"]):
                if isinstance(key, int):
                    self._undo_escalation(key, before, after)
                elif self.rows.get(key) != after:
                    raise No("changed_since")
                elif before is None:
                    del self.rows[key]
                else:
                    self.rows[key] = deepcopy(before)
            if not self._sound():
                raise No("changed_since")
            self._clear(self.now, "undone")
            self._raise(self.now)

        refused = self._do(station, "undo", change)
        if not refused:
            candidates[-1]["undone"] = True
        return refused

    # how

    def _do(self, station: str, kind: str, change: Any) -> str:
        rows, escalations, numbers = deepcopy(self.rows), deepcopy(self.escalations), dict(self.last_number)
        self._touched = []
        try:
            change()
        except No as no:
            self.rows, self.last_number = rows, numbers
            for escalation, before in zip(self.escalations, escalations, strict=False):
                escalation.update(before)
            del self.escalations[len(escalations) :]
            return str(no)
        self.log.append({"station": station, "kind": kind, "at": self.now, "touched": self._touched, "undone": False})
        return ""

    def _on_car(self, station: str, kind: str, plate: str, at: int | None, rule: Any) -> str:
        def change() -> None:
            visit = next((v for v in self.open_visits() if v["plate"] == plate), None)
            if visit is None:
                raise No("not_here")
            happened = self._when(at, self._last_change(visit))
            self._raise(happened)
            rule(visit, happened)
            self._clear(happened)
            self._raise(self.now)

        return self._do(station, kind, change)

    def _when(self, at: int | None, last: int | None) -> int:
        if at is None:
            return self.now
        if at > self.now:
            raise No("in_future")
        if last is not None and at < last:
            raise No("before_last_change")
        return at

    def _last_departure(self, plate: str) -> int | None:
        left = [
            row["left"]
            for (kind, _), row in self.rows.items()
            if kind == "visit" and row["plate"] == plate and row["left"] is not None
        ]
        return max(left, default=None)

    def _last_change(self, visit: Record) -> int:
        instants = [visit["arrived"], visit["received"], visit["order"], self.stays(visit)[-1]["from"]]
        return max(at for at in instants if at is not None)

    def _room(self, place: str, at: int | None) -> bool:
        if place in CAPACITY and len(self.at_place(place)) >= CAPACITY[place]:
            return False
        if at is None or place not in ALONE:
            return True
        spans = [row for (kind, _), row in self.rows.items() if kind == "stay" and row["place"] == place]
        return all(stay["to"] <= at for stay in spans)

    def _new(self, kind: str, **values: Any) -> Record:
        self.last_number[kind] += 1
        row = {"id": self.last_number[kind], "key": (kind, self.last_number[kind]), **values}
        self.rows[row["key"]] = row
        self._touched.append((row["key"], None, deepcopy(row)))
        return row

    def _set(self, row: Record, **values: Any) -> None:
        before = deepcopy(row)
        row.update(values)
        if isinstance(row["key"], int):
            row["revision"] += 1
        self._touched.append((row["key"], before, deepcopy(row)))

    def _drive(self, visit: Record, place: str, at: int) -> None:
        self._set(self.stays(visit)[-1], to=at)
        self._new("stay", visit=visit["id"], place=place, **{"from": at, "to": None})

    def _close(self, visit: Record, at: int, ended: str) -> None:
        self._set(self.stays(visit)[-1], to=at)
        self._set(visit, left=at, ended=ended)

    def _raise(self, at: int) -> None:
        standing = {(e["kind"], e["subject"]) for e in self.open_escalations()}
        for (kind, subject), crossed in self.breaches(at).items():
            if (kind, subject) in standing:
                continue
            again = [e for e in self.escalations if (e["kind"], e["subject"], e["crossed"]) == (kind, subject, crossed)]
            if again:
                state = "acted" if again[0]["acted"] else "acknowledged" if again[0]["acknowledged"] else "raised"
                self._set(again[0], state=state, cleared=None, outcome=None)
                continue
            escalation = {"key": len(self.escalations), "kind": kind, "subject": subject, "crossed": crossed,
                          "raised": max(at, crossed), "state": "raised", "revision": 1, "told": None,
                          "acknowledged": None, "acted": None, "action": None, "cleared": None,
                          "outcome": None}  # fmt: skip
            self.escalations.append(escalation)
            self._touched.append((escalation["key"], None, deepcopy(escalation)))

    def _clear(self, at: int, outcome: str = "cleared") -> None:
        still = self.breaches(self.now)
        for escalation in self.open_escalations():
            if (escalation["kind"], escalation["subject"]) in still:
                continue
            ended = outcome
            instant = at == escalation["crossed"] and escalation["kind"] != "over_count"
            if outcome == "cleared" and (at < escalation["crossed"] or instant):
                ended = "corrected"
            self._set(escalation, state="cleared", cleared=max(at, escalation["crossed"]), outcome=ended)

    def _undo_escalation(self, key: int, before: Record | None, after: Record) -> None:
        """What was done to an escalation goes back, unless someone went on with it, or it stands anew."""
        now = self.escalations[key]
        if before is None or now != after:
            return
        anew = {(e["kind"], e["subject"]) for e in self.open_escalations() if e is not now}
        if before["state"] != "cleared" and (now["kind"], now["subject"]) in anew:
            return
        before_undo = deepcopy(now)
        now.update(deepcopy(before))
        self._touched.append((key, before_undo, deepcopy(now)))

    def _sound(self) -> bool:
        """Whether what an undo would leave behind could have come about by itself."""
        visits = self.open_visits()
        plates = [visit["plate"] for visit in visits]
        if len(plates) != len(set(plates)):
            return False
        if any(self.place(visit) in WITH_ORDER and visit["order"] is None for visit in visits):
            return False
        if any(len(self.at_place(place)) > most for place, most in CAPACITY.items()):
            return False
        for place in ALONE:
            here = [row for (kind, _), row in self.rows.items() if kind == "stay" and row["place"] == place]
            still = [stay for stay in here if stay["to"] is None]
            if any(stay["to"] is not None and stay["to"] > still[0]["from"] for stay in here if still):
                return False
        return True
