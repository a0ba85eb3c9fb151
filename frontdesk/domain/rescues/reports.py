"""What is otherwise on site goes to supervisor, service manager and director, and each reads it (R6)."""

from collections.abc import Mapping

from frontdesk.domain.approvals.approval import ApprovalState
from frontdesk.domain.matters.due import RESCUE_REPORTS, DueName
from frontdesk.domain.people.duty import Roster
from frontdesk.domain.people.roles import HEADS, Role
from frontdesk.domain.people.staff import Person, Post
from frontdesk.domain.rescues.rescue import Rescue
from frontdesk.domain.values.clock import Millis

ROLES: Mapping[DueName, Role] = {
    DueName.RESCUE_SUPERVISOR: Role.DEPUTY,
    DueName.RESCUE_MANAGER: Role.MANAGER,
    DueName.RESCUE_DIRECTOR: Role.DIRECTOR,
}
_POSTS: Mapping[DueName, frozenset[Post]] = {
    DueName.RESCUE_SUPERVISOR: frozenset({Post.SUPERVISOR}),
    DueName.RESCUE_MANAGER: frozenset({Post.MANAGER}),
    DueName.RESCUE_DIRECTOR: HEADS,
}

_DECIDED = frozenset({ApprovalState.APPROVED, ApprovalState.REJECTED})


def unread(rescue: Rescue) -> tuple[DueName, ...]:
    """Return whose reading is still owed; none where everything was as planned."""
    known = read_by(rescue)
    return () if rescue.as_planned is not False else tuple(name for name in RESCUE_REPORTS if name not in known)


def read_by(rescue: Rescue) -> frozenset[DueName]:
    """Return who knows: they said so, or planned, asked the customer or signed with it before their eyes."""
    checked, approval = rescue.checked_at, rescue.approval
    if checked is None or rescue.as_planned is not False:
        return frozenset()
    acted = {
        DueName.RESCUE_SUPERVISOR: rescue.plan.at if rescue.plan else None,
        DueName.RESCUE_MANAGER: rescue.consent_at,
        DueName.RESCUE_DIRECTOR: approval.decided_at if approval and approval.state in _DECIDED else None,
    }
    said = {due.name for due in rescue.matter.dues if due.name in RESCUE_REPORTS and due.met_at is not None}
    return frozenset(said | {name for name, at in acted.items() if at is not None and at >= checked})


def answers_for(person: Person, roster: Roster, now: Millis) -> frozenset[DueName]:
    """Return for which of the three somebody reads: by post or duty; whoever runs the service, where nobody is that."""

    def is_theirs(name: DueName) -> bool:
        holder = roster.on_duty(ROLES[name], now)
        if holder is None and person.post not in _POSTS[name]:
            return roster.manages(person.name, now)
        return person.post in _POSTS[name] or holder == person

    return frozenset(name for name in RESCUE_REPORTS if is_theirs(name))
