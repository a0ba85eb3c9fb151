"""The people on duty now, and the duties set ahead (Z1, S2)."""

from frontdesk.domain.people.duty import ROSTERED, Duty
from frontdesk.domain.people.roles import Role
from frontdesk.domain.picture.snapshot import Snapshot
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.times import short_time
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, ends, fit, line
from screens.kit.store_zone import store_zone

_AHEAD = 4
"""How many of the duties to come are shown."""
_ROLE_WIDTH = 18


class DutyList(LiveLines):
    """The roles that can be handed over, each with its person; then the future duties, the next one first."""

    def build(self, width: int) -> list[Line]:
        """Return the duties as lines."""
        snapshot = self.snapshot
        if snapshot is None:
            return []
        lines = [self._now(role, snapshot, width) for role in ROSTERED]
        ahead = sorted((s for s in snapshot.roster.shifts if s.starts_at > self.now), key=lambda s: (s.starts_at, s.id))
        if ahead:
            lines.append(line(Span(" " + _("set ahead"), "dim")))
        lines += [self._ahead(shift, snapshot, width) for shift in ahead[:_AHEAD]]
        if len(ahead) > _AHEAD:
            lines.append(line(Span("   " + _("and {count} more").format(count=len(ahead) - _AHEAD), "dim")))
        return lines

    def _now(self, role: Role, snapshot: Snapshot, width: int) -> Line:
        head = fit([Span(f" {word(role)}", "head")], _ROLE_WIDTH)
        shift, person = snapshot.roster.shift(role, self.now), snapshot.roster.on_duty(role, self.now)
        if person is None:
            return ends([*head, Span(_("nobody"), "over")], [], width)
        if shift is None:
            return ends([*head, Span(person.name)], [Span(_("default") + " ", "dim")], width)
        until = _("until {time}").format(time=short_time(shift.ends_at, store_zone(snapshot), self.now))
        return ends([*head, Span(person.name)], [Span(f"{until} ", "ok")], width)

    def _ahead(self, shift: Duty, snapshot: Snapshot, width: int) -> Line:
        zone = store_zone(snapshot)
        time = f"{short_time(shift.starts_at, zone, self.now)} – {short_time(shift.ends_at, zone, self.now)} "
        head = fit([Span(f"   {word(shift.role)}")], _ROLE_WIDTH)
        gone = shift.name not in {person.name for person in snapshot.staff}
        said = [Span(_("not on the staff list") + " ", "warn")] if gone else []
        return ends([*head, *said, Span(shift.name)], [Span(time)], width)
