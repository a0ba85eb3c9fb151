"""What the store says of the zone, beside what the plain model says: after each command the same."""

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis.stateful import RuleBasedStateMachine, invariant
from log_folded import Folding
from places_model import BAYS
from store_checks import LOGGED, assert_whole, assert_zone, rows, tables
from zone_model import Model

from frontdesk.desk.desk import Desk
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused

done: Counter[str] = Counter()
"""How often each command was given, and each refusal answered: the test looks that all of them came up."""


class Compared(RuleBasedStateMachine):
    folder: Path
    clock: ManualClock
    model: Model
    desks: dict[str, Desk]
    undo_to: tuple[int, str, Any] | None
    folding: Folding

    def teardown(self) -> None:
        if not hasattr(self, "desks"):
            return
        assert_whole(self.desks["guard"].connection)
        for desk in self.desks.values():
            desk.close()
        shutil.rmtree(self.folder)

    def give(self, station: str, command: Callable[[Desk], Any], expected: str) -> None:
        """Give the command; it must be done or refused as the model said."""
        desk = self.desks[station]
        before = rows(desk.connection)
        try:
            answer = command(desk)
        except Refused as refused:
            assert refused.reason.value == expected
            assert rows(desk.connection) == before
            done[f"refused {expected}"] += 1
            return
        assert expected == "", f"not refused: {expected}"
        done[answer.kind] += 1
        self.undo_to = (answer.seq, station, before)
        self.folding.follow(desk.connection)
        assert self.folding.tables(LOGGED) == tables(desk.connection)

    def earlier(self, ago: int | None) -> int | None:
        return None if ago is None else self.clock.at - ago

    @invariant()
    def the_picture_is_the_models(self) -> None:
        if not hasattr(self, "desks"):
            return
        now, model = self.clock.at, self.model
        snapshot = self.desks["manager"].snapshot()
        cars = {
            car.plate: (car.visit_id, car.place.key, car.arrived_at, car.received_at, car.received_by,
                        car.work_order_at, car.expected_exit_at, car.zone_time(now), car.customer_wait(now))
            for car in snapshot.floor.cars
        }  # fmt: skip
        assert cars == {
            visit["plate"]: (visit["id"], model.place(visit), visit["arrived"], visit["received"],
                             visit["received_by"], visit["order"], visit["exit"], model.zone_time(visit, now),
                             model.customer_wait(visit, now))
            for visit in model.open_visits()
        }  # fmt: skip
        assert snapshot.floor.count == model.count()
        assert sum(car.place.key in BAYS for car in snapshot.floor.cars) <= len(BAYS)
        assert_zone(self.desks["manager"].connection)
        self.the_escalations_are_the_models()
        self.the_record_is_the_models()
        self.what_is_asked_is_the_models()

    def the_escalations_are_the_models(self) -> None:
        rows = self.rows(
            "select id, kind, subject, crossed_at, raised_at, state, revision, level, based_at, called_at, calls,"
            " coalesce(continues, id), told_at, told_by, acknowledged_at, acknowledged_by, acted_at, acted_by, action,"
            " verify_at, cleared_at, outcome, cleared_from, why, explained_by from escalations order by id"
        )
        empty = (None, "")
        assert rows == [
            (e["id"], e["kind"], e["subject"], e["crossed"], e["raised"], e["state"], e["revision"], e["level"],
             e["based"], e["called"], e["calls"], e["prompt"], *(e["told"] or empty), *(e["acknowledged"] or empty),
             *(e["acted"] or empty), e["action"], e["verify"], e["cleared"], e["outcome"], e["from"], e["why"],
             e["explained_by"])
            for e in sorted(self.model.escalations, key=lambda e: int(e["id"]))
        ]  # fmt: skip

    def the_record_is_the_models(self) -> None:
        rows = self.rows(
            "select escalation_id, kind, level, due_at, at, role, who, delivered,"
            " case when kind in ('called', 'repeated', 'not_acted', 'not_solved') then detail else '' end from steps"
        )
        assert Counter(rows) == Counter(
            (s["escalation"], s["kind"], s["level"], s["due"], s["at"], s["role"], s["who"], int(not s["trouble"]),
             s["trouble"])
            for s in self.model.all("step")
        )  # fmt: skip

    def what_is_asked_is_the_models(self) -> None:
        model = self.model
        assert self.rows("select id, escalation_id, errand, visit_id, place, ticket, ended from tasks order by id") == [
            (t["id"], t["escalation"], t["errand"], t["visit"], t["place"],
             "" if t["ticket"] is None else f"A{t['ticket']:03d}", t["ended"])
            for t in sorted(model.all("task"), key=lambda t: int(t["id"]))
        ]  # fmt: skip
        assert self.rows(
            "select id, visit_id, number, expires_at, renewals, renewed_by, calls, called_at, bay, no_show_at,"
            " closed_at from tickets order by id"
        ) == [
            (t["id"], t["visit"], t["number"], t["expires"], t["renewals"], t["renewed_by"], t["calls"], t["called"],
             t["bay"], t["no_show"], t["closed"])
            for t in sorted(model.all("ticket"), key=lambda t: int(t["id"]))
        ]  # fmt: skip

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return self.desks["manager"].connection.execute(query).fetchall()
