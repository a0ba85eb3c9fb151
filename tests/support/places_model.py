"""A plain model of the places: which car stands where, for how long, and what limit that crosses."""

from loop_model import Loop
from model_rows import No, Record

BAYS = ["bay1", "bay2", "bay3"]
CAPACITY = {"bay1": 1, "bay2": 1, "bay3": 1, "temporary": 2, "repair": 1, "waiting1": 1, "waiting2": 1}
PLACES = [*BAYS, "lane", "temporary", "repair", "waiting1", "waiting2", "workshop"]
ZONE = {*BAYS, "lane"}
WITH_ORDER = {"waiting1", "waiting2", "workshop"}
ALONE = {place for place, most in CAPACITY.items() if most == 1}
SENT_TO = {"divert": ["temporary"], "workshop_bay": ["waiting1", "waiting2"], "repair": ["repair"]}
OVER_COUNT, OVER_STAY, LATE, UNDO_FOR = 4, 20 * 60_000, 60_000, 120_000


class Seen(Loop):
    # what can be seen

    def open_visits(self) -> list[Record]:
        found = [visit for visit in self.all("visit") if visit["left"] is None]
        return sorted(found, key=lambda visit: (visit["arrived"], visit["id"]))

    def stays(self, visit: Record) -> list[Record]:
        found = [stay for stay in self.all("stay") if stay["visit"] == visit["id"]]
        return sorted(found, key=lambda stay: stay["id"])

    def place(self, visit: Record) -> str:
        return str(self.stays(visit)[-1]["place"])

    def at_place(self, place: str) -> list[Record]:
        return [visit for visit in self.open_visits() if self.place(visit) == place]

    def in_zone(self, visit: Record) -> bool:
        return self.place(visit) in ZONE

    def count(self) -> int:
        return sum(self.in_zone(visit) for visit in self.open_visits())

    def crowd(self, at: int) -> set[str]:
        return {
            self.rows["visit", stay["visit"]]["plate"]
            for stay in self.all("stay")
            if stay["place"] in ZONE and stay["from"] <= at and (stay["to"] is None or at < stay["to"])
        }

    def arrivals(self) -> list[int]:
        return [stay["from"] for stay in self.all("stay")]

    def zone_time(self, visit: Record, now: int) -> int:
        total = 0
        for stay in self.stays(visit):
            if stay["place"] in ZONE:
                total += (max(now, stay["from"]) if stay["to"] is None else stay["to"]) - stay["from"]
        return total

    def customer_wait(self, visit: Record, now: int) -> int:
        return int((now if visit["handed_over"] is None else visit["handed_over"]) - visit["arrived"])

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
            tickets = [ticket["closed"] for ticket in self.all("ticket") if ticket["visit"] == visit["id"]]
            if visit["received"] is None and None not in tickets:
                due = max(visit["arrived"], *tickets, 0) + LATE
                if now > due:
                    found["late_reception", subject] = due
        for ticket in self.open_tickets():
            if now > ticket["expires"]:
                found["diversion_expired", f"ticket:{ticket['id']}:{ticket['renewals']}"] = ticket["expires"]
        return found

    def visit_of(self, plate: str) -> Record:
        found = next((visit for visit in self.open_visits() if visit["plate"] == plate), None)
        if found is None:
            raise No("not_here")
        return found

    def free_for(self, action: str) -> list[str] | None:
        if action not in SENT_TO:
            return None
        promised = self.promised()
        free = {p: CAPACITY[p] - len(self.at_place(p)) - promised.count(p) for p in SENT_TO[action]}
        return [place for place, left in free.items() for _ in range(left)]

    def bay_for(self, ticket: Record) -> str:
        if ticket["bay"] and self._room(ticket["bay"], None):
            return str(ticket["bay"])
        bay = self._free_bay(None)
        if bay is None:
            raise No("no_free_bay")
        return bay

    def _free_bay(self, at: int | None) -> str | None:
        promised = self.promised()
        return next((bay for bay in BAYS if self._room(bay, at) and bay not in promised), None)

    def _stretch(self, visit: Record) -> tuple[int, int]:
        """When the present uninterrupted stretch in the zone began, and the zone time before it."""
        stays = self.stays(visit)
        first = len(stays)
        while first and stays[first - 1]["place"] in ZONE:
            first -= 1
        before = sum(stay["to"] - stay["from"] for stay in stays[:first] if stay["place"] in ZONE)
        return stays[first]["from"], before

    def _room(self, place: str, at: int | None) -> bool:
        if place in CAPACITY and len(self.at_place(place)) >= CAPACITY[place]:
            return False
        if at is None or place not in ALONE:
            return True
        return all(stay["to"] <= at for stay in self.all("stay") if stay["place"] == place)

    def _sound(self) -> bool:
        """Whether what an undo would leave behind could have come about by itself."""
        visits = self.open_visits()
        if not self.lounge_is_sound():
            return False
        plates = [visit["plate"] for visit in visits]
        if len(plates) != len(set(plates)):
            return False
        if any(self.place(visit) in WITH_ORDER and visit["order"] is None for visit in visits):
            return False
        if any(len(self.at_place(place)) > most for place, most in CAPACITY.items()):
            return False
        for place in ALONE:
            here = [stay for stay in self.all("stay") if stay["place"] == place]
            still = [stay for stay in here if stay["to"] is None]
            if any(stay["to"] is not None and stay["to"] > still[0]["from"] for stay in here if still):
                return False
        return True
