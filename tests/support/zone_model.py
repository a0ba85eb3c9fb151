"""A plain model of the zone: dictionaries and lists, every figure worked out anew from the raw intervals.

It shares no code with the program. A command returns "" where it was done, else the reason it is refused for.
"""

from typing import Any

from model_rows import No, Record
from places_model import (
    UNDO_FOR,
    WITH_ORDER,
    Seen,
)

UNDOABLE = {
    "arrive", "receive", "work_order", "hand_over", "move", "leave", "turn_away", "act", "done", "explain",
    "ticket_call", "ticket_no_show", "ticket_restore", "ticket_renew", "ticket_return",
}  # fmt: skip
PASSING = frozenset(("see", "tell", "evaluate", "undo"))
"""What nobody means by what was done last."""


class Model(Seen):
    # commands

    def arrive(self, station: str, plate: str, place: str | None, at: int | None) -> str:
        def change() -> None:
            happened = self._when(at, self._last_departure(plate))
            self._raise(happened)
            if any(visit["plate"] == plate for visit in self.open_visits()):
                raise No("already_here")
            target = place or self._free_bay(at) or "lane"
            if target in WITH_ORDER:
                raise No("no_work_order")
            if not self._room(target, at):
                raise No("place_full")
            visit = self.new("visit", plate=plate, arrived=happened, received=None, received_by="", order=None,
                              handed_over=None, exit=None, left=None, ended=None)  # fmt: skip
            self.new("stay", visit=visit["id"], place=target, **{"from": happened, "to": None})
            self._raise(self.now)

        return self.do(station, "arrive", change)

    def receive(self, station: str, plate: str, at: int | None) -> str:
        def rule(visit: Record, happened: int) -> None:
            if visit["received"] is not None:
                raise No("already_received")
            self.set(visit, received=happened, received_by=self.who)

        return self._on_car(station, "receive", plate, at, rule)

    def make_work_order(self, station: str, plate: str, at: int | None) -> str:
        def rule(visit: Record, happened: int) -> None:
            if visit["received"] is None:
                raise No("not_received")
            if visit["order"] is not None:
                raise No("already_work_order")
            self.set(visit, order=happened)

        return self._on_car(station, "work_order", plate, at, rule)

    def move(self, station: str, plate: str, place: str, at: int | None) -> str:
        def rule(visit: Record, happened: int) -> None:
            self._may_move(visit, place, at)
            self._drive(visit, place, happened)
            if place == "workshop" and visit["handed_over"] is None:
                self.set(visit, handed_over=happened)

        return self._on_car(station, "hand_over" if place == "workshop" else "move", plate, at, rule)

    def leave(self, station: str, plate: str, at: int | None) -> str:
        return self._on_car(station, "leave", plate, at, lambda visit, happened: self._close(visit, happened, "left"))

    def turn_away(self, station: str, plate: str, at: int | None) -> str:
        def change() -> None:
            visit = next((v for v in self.open_visits() if v["plate"] == plate), None)
            happened = self._when(at, self._last_departure(plate) if visit is None else self._last_change(visit))
            self._raise(happened)
            if visit is None:
                self.new("visit", plate=plate, arrived=happened, received=None, received_by="", order=None,
                          handed_over=None, exit=None, left=happened, ended="turned_away")  # fmt: skip
                return
            if visit["received"] is not None:
                raise No("already_received")
            self._close(visit, happened, "turned_away")
            self.settle()
            self._clear(happened)

        return self.do(station, "turn_away", change)

    def done(self, station: str, number: int) -> str:
        """Somebody did what was asked: a car that was sent somewhere stands there from now on."""

        def change() -> None:
            self._raise(self.now)
            task = self.rows.get(("task", number))
            if task is None:
                raise No("no_task")
            if task["ended"]:
                raise No("task_ended")
            visit = self.rows["visit", task["visit"]]
            if task["place"]:
                self._may_move(visit, task["place"], None)
                self._drive(visit, task["place"], self.now)
            self.end_task(task, done=True)
            self.settle()
            self._clear(self.now)
            self._raise(self.now)

        return self.do(station, "done", change)

    def bring_back(self, station: str, number: int) -> str:
        try:
            plate = self.rows["visit", self.ticket(number)["visit"]]["plate"]
        except No as no:
            return str(no)

        def rule(visit: Record, happened: int) -> None:
            bay = self.bay_for(self.ticket(number))
            self._may_move(visit, bay, None)
            self._drive(visit, bay, happened)

        return self._on_car(station, "ticket_return", plate, None, rule)

    def undo(self, station: str) -> str:
        candidates = [
            entry
            for entry in self.log
            if entry["station"] == station
            and entry["kind"] not in PASSING
            and not entry["undone"]
            and entry["at"] >= self.now - UNDO_FOR
        ]

        def change() -> None:
            if not candidates:
                raise No("nothing_to_undo")
            if candidates[-1]["kind"] not in UNDOABLE:
                raise No("cannot_be_undone")
            self.take_back(candidates[-1]["touched"])
            if not self._sound():
                raise No("changed_since")
            self._clear(self.now, "undone")
            self._raise(self.now)

        refused = self.do(station, "undo", change)
        if refused == "changed_since":
            refused = self.why_stays(candidates[-1], PASSING)
        if not refused:
            candidates[-1]["undone"] = True
        return refused

    # how

    def _on_car(self, station: str, kind: str, plate: str, at: int | None, rule: Any) -> str:
        def change() -> None:
            visit = self.visit_of(plate)
            happened = self._when(at, self._last_change(visit))
            self._raise(happened)
            rule(visit, happened)
            self.settle()
            self._clear(happened)
            self._raise(self.now)

        return self.do(station, kind, change)

    def _may_move(self, visit: Record, place: str, at: int | None) -> None:
        if self.place(visit) == place:
            raise No("same_place")
        if place in WITH_ORDER and visit["order"] is None:
            raise No("no_work_order")
        if not self._room(place, at):
            raise No("place_full")

    def _when(self, at: int | None, last: int | None) -> int:
        if at is None:
            return self.now
        if at > self.now:
            raise No("in_future")
        if last is not None and at < last:
            raise No("before_last_change")
        return at

    def _last_departure(self, plate: str) -> int | None:
        return max((v["left"] for v in self.all("visit") if v["plate"] == plate and v["left"]), default=None)

    def _last_change(self, visit: Record) -> int:
        instants = [visit["arrived"], visit["received"], visit["order"], self.stays(visit)[-1]["from"]]
        return int(max(at for at in instants if at is not None))

    def _drive(self, visit: Record, place: str, at: int) -> None:
        self.set(self.stays(visit)[-1], to=at)
        self.new("stay", visit=visit["id"], place=place, **{"from": at, "to": None})

    def _close(self, visit: Record, at: int, ended: str) -> None:
        self.set(self.stays(visit)[-1], to=at)
        self.set(visit, left=at, ended=ended)
