"""The policy form as it is now: what is in force, what was typed, and what is said of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from frontdesk.domain.policy.form import GROUPS, ROWS, Names, Row, Taken, read, rows, taken
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.policy.reasons import PolicyReason
from frontdesk.domain.values.errors import FrontdeskError, Refused
from frontdesk.domain.values.text import clean_line, folded
from frontdesk.domain.zone.places import Place, PlaceKind
from frontdesk.words.i18n import _
from frontdesk.words.policy.form import HEADINGS, shown, text_of, title, written
from frontdesk.words.policy.meanings import remarks

_ROW_OF_PLACE = {
    PlaceKind.BAY: Row("bays"), PlaceKind.TEMPORARY: Row("temporary_capacity"),
    PlaceKind.REPAIR: Row("repair_capacity"), PlaceKind.WORKSHOP_BAY: Row("workshop_bays"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """The form as it is now; each change makes another."""

    policy: Policy
    names: Names
    marked: Row = ROWS[0]
    typed: Mapping[Row, str] = field(default_factory=dict)
    faults: Mapping[Row, FrontdeskError] = field(default_factory=dict)
    sought: str = ""

    def shown(self) -> list[tuple[str, list[Row]]]:
        """Return the rows that have what is sought, under the name of their concern."""
        found = [(_(HEADINGS[group]), [row for row in rows(group) if self._has(row)]) for group in GROUPS]
        return [(heading, listed) for heading, listed in found if listed]

    def listed(self) -> list[Row]:
        """Return these rows, from the first to the last."""
        return [row for _heading, listed in self.shown() for row in listed]

    def _has(self, row: Row) -> bool:
        if not self.sought.strip():
            return True
        said = f"{title(row)} {remarks(row.key)} {self.text(row)}"
        return folded(self.sought) in folded(said)

    def text(self, row: Row) -> str:
        """Return what stands in the box of a row."""
        return self.typed.get(row, text_of(self.policy, row))

    def understood(self, row: Row) -> str:
        """Return what was typed into a row as it was understood; as it was typed, if it was not."""
        try:
            return shown(row, read(row, self.typed[row], self.names))
        except (ValueError, Refused):
            return clean_line(self.typed[row], None) or "—"

    def taken(self) -> Taken:
        """Return the policy that was typed, and what is not right."""
        return taken(self.policy, self.typed, self.names, written)

    def typing(self, text: str) -> "View":
        """Return the form with a text in the box of the marked row."""
        typed = {row: said for row, said in self.typed.items() if row != self.marked}
        return self.take(typed | ({self.marked: text} if text != text_of(self.policy, self.marked) else {}))

    def take(self, typed: Mapping[Row, str]) -> "View":
        """Return the form with these texts; what is said of a row is forgotten once it says something else."""
        faults = {row: fault for row, fault in self.faults.items() if typed.get(row) == self.typed.get(row)}
        return replace(self, typed=typed, faults=faults)

    def go_to(self, row: Row) -> "View":
        """Return the form with another row marked; what was typed in the one before is looked at."""
        fault = None
        if self.marked in self.typed and self.marked not in self.faults:
            alone = replace(self, typed={self.marked: self.typed[self.marked]})
            fault = alone.taken().faults.get(self.marked)
        faults = {**self.faults, self.marked: fault} if fault else self.faults
        return replace(self, marked=row, faults=faults)

    def in_force(self, policy: Policy) -> "View":
        """Return the form over another policy: what is typed stays, but for what says the same by now."""
        now = replace(self, policy=policy)
        return now.take({row: text for row, text in self.typed.items() if text != text_of(policy, row)})


def row_of(error: FrontdeskError) -> Row | None:
    """Return the row that a refusal of the desk is about."""
    place, name = error.facts.get("place"), error.facts.get("name")
    if error.reason is PolicyReason.BAY_IN_USE and isinstance(place, Place):
        return _ROW_OF_PLACE[place.kind]
    return Row(str(name)) if error.reason is PolicyReason.ENTRY_IN_USE else None
