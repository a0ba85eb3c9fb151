"""What the plain model remembers: rows, what a command changed in them, and what an undo does about it."""

from typing import Any

Record = dict[str, Any]
Key = tuple[str, int]


class No(Exception):  # noqa: N818
    """A rule of the model says no."""


class Rows:
    """Rows by kind and number. Every change is noted: a refused command leaves nothing, an undo goes by the notes."""

    def __init__(self, now: int) -> None:
        self.now = now
        self.rows: dict[Key, Record] = {}
        self.log: list[Record] = []
        self.last_number: dict[str, int] = {}
        self._touched: list[tuple[Key, Record | None, Record]] = []

    def all(self, kind: str) -> list[Record]:
        return [row for (of, _), row in self.rows.items() if of == kind]

    def do(self, station: str, kind: str, change: Any) -> str:
        """Carry out a command: "" where it was done, else the reason it is refused for."""
        numbers = dict(self.last_number)
        self._touched = []
        try:
            change()
        except No as no:
            for key, before, _ in reversed(self._touched):
                self._put(key, before)
            self.last_number = numbers
            return str(no)
        self.log.append({"station": station, "kind": kind, "at": self.now, "touched": self._touched, "undone": False})
        return ""

    def new(self, kind: str, /, **values: Any) -> Record:
        number = self.last_number[kind] = self.last_number.get(kind, 0) + 1
        row = {"id": number, "key": (kind, number), **values}
        self.rows[row["key"]] = row
        self._touched.append((row["key"], None, dict(row)))
        return row

    def set(self, row: Record, **values: Any) -> None:
        before = dict(row)
        row.update(values)
        if "revision" in row:
            row["revision"] += 1
        self._touched.append((row["key"], before, dict(row)))

    def why_stays(self, entry: dict[str, Any], passing: frozenset[str]) -> str:
        """Why an action is not taken back: people did more with the same records since, or something else did."""
        rows = {key for key, _, _ in entry["touched"]}
        later = self.log[self.log.index(entry) + 1 :]
        built_on = any(
            not rows.isdisjoint(key for key, _, _ in each["touched"])
            for each in later
            if not each["undone"] and each["kind"] not in passing
        )
        return "built_on" if built_on else "changed_since"

    def take_back(self, touched: list[tuple[Key, Record | None, Record]]) -> None:
        """Undo what a command changed, latest first. Refused where a row is no longer as that command left it."""
        for key, before, after in reversed(touched):
            now = self.rows.get(key)
            if self.stays_on_record(key[0], before, after):
                continue
            if key[0] == "escalation":
                # It goes back with the action, unless someone went on with it or it stands anew.
                if now != after or not self.may_stand(now, before):
                    continue
            elif now != after:
                raise No("changed_since")
            self._touched.append((key, dict(after), dict(before or after)))
            self._put(key, before)

    def stays_on_record(self, kind: str, before: Record | None, after: Record) -> bool:
        raise NotImplementedError

    def may_stand(self, now: Record, before: Record | None) -> bool:
        raise NotImplementedError

    def _put(self, key: Key, row: Record | None) -> None:
        """Let a row be as it was; whoever holds on to it sees it too."""
        if row is None:
            del self.rows[key]
        elif key in self.rows:
            self.rows[key].update(row)
        else:
            self.rows[key] = dict(row)
