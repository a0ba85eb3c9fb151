"""A plan and its versions: what a version says, who writes, reviews and approves it, who has to read it (G1, G4)."""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from frontdesk.domain.approvals.approval import Approval, ApprovalState, Text, hash_of
from frontdesk.domain.matters.matter import Matter
from frontdesk.domain.plans.reasons import PlanReason
from frontdesk.domain.values.clock import DAY, Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_code

PUBLISH_DAYS = 5
"""Within how many working days what is approved is put in force."""
READ_DAYS = 5
"""G4: within how many working days everybody has read what is in force."""
LOOKED_THROUGH: Millis = 365 * DAY
"""G4: so long after it came into force a plan is looked through, and a new version written."""
TEXT_LIMIT = 100_000
_KEY = re.compile(r"[^\W_](?:[\w-]{0,38}[^\W_])?")


class VersionState(StrEnum):
    """How far a version has come."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    REVIEWED = "reviewed"
    """The first of two has signed."""
    APPROVED = "approved"
    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"
    """A later version is in force."""
    DROPPED = "dropped"
    """It never came into force."""


class Plan(NamedTuple):
    """A plan: how it is called for short, and in full."""

    id: int
    key: str
    title: str


class Written(NamedTuple):
    """What somebody writes for a version."""

    text: str
    before: str
    """What it was, in a sentence."""
    after: str
    why: str


class Version(NamedTuple):
    """A version of a plan, with the matter it is."""

    matter: Matter
    plan: Plan
    version: str
    """A/0, A/1 …"""
    kept: VersionState
    said: Written
    policy: Mapping[str, object] | None
    """All numbers of the store, where it is the plan that brings them."""
    author: str
    made_at: Millis
    in_force_at: Millis | None = None
    approvals: tuple[Approval, ...] = ()

    @property
    def id(self) -> int:
        """The number of the matter, which is that of the change too."""
        return self.matter.id

    @property
    def state(self) -> VersionState:
        """How far it has come; the signatures tell whether it is reviewed."""
        asked = self.approval
        if not self.matter.is_open and self.in_force_at is None:
            return VersionState.DROPPED
        reviewed = self.kept is VersionState.SUBMITTED and asked is not None and asked.given
        return VersionState.REVIEWED if reviewed else self.kept

    @property
    def approval(self) -> Approval | None:
        """What is or was to be signed last."""
        return self.approvals[-1] if self.approvals else None

    @property
    def is_pending(self) -> bool:
        """Whether it is still on its way: neither in force nor dropped."""
        return self.in_force_at is None and self.matter.is_open

    @property
    def signed_text(self) -> Text:
        """What a signature stands for."""
        return {
            "plan": self.plan.key,
            "title": self.plan.title,
            "version": self.version,
            **self.said._asdict(),
            "policy": self.policy,
            "author": self.author,
        }

    @property
    def is_approved(self) -> bool:
        """Whether everybody signed exactly what stands there now."""
        return self.approval is not None and self.approval.holds(self.signed_text)

    @property
    def reviewer(self) -> str:
        """Who signed first of two; empty where nobody did."""
        given = self._given
        return given[0] if given and self.approval is not None and len(self.approval.roles) > 1 else ""

    @property
    def approver(self) -> str:
        """Who signed last; empty where not all have signed."""
        given = self._given
        return given[-1] if self.approval is not None and given and len(given) == len(self.approval.roles) else ""

    @property
    def disputed_by(self) -> str:
        """Who says that they never gave the signature by phone that stands for them; empty where nobody does."""
        disputed = self.approval.disputed if self.approval else ()
        return disputed[0].who if disputed else ""

    @property
    def _given(self) -> tuple[str, ...]:
        ended = self.approval is None or self.approval.state in {ApprovalState.REJECTED, ApprovalState.LAPSED}
        if ended or self.approval is None:
            return ()
        now = hash_of(self.signed_text)
        return tuple(each.who for each in self.approval.given if each.hash == now)


class Read(NamedTuple):
    """Who has read a version, and when."""

    person: str
    at: Millis


class PlanOnRecord(NamedTuple):
    """A plan with all its versions, the oldest first, and who has read the one in force."""

    plan: Plan
    versions: tuple[Version, ...]
    reads: tuple[Read, ...] = ()
    unread: tuple[str, ...] = ()
    """Who of the staff list has not."""
    had: Mapping[str, object] = MappingProxyType({})
    """The numbers in force before the first version that brings any."""

    @property
    def in_force(self) -> Version | None:
        """The version in force, or None."""
        return next((each for each in self.versions if each.kept is VersionState.IN_FORCE), None)

    @property
    def pending(self) -> Version | None:
        """The version on its way, or None."""
        return next((each for each in reversed(self.versions) if each.is_pending), None)

    @property
    def newest(self) -> Version:
        """The version on its way, else the one in force, else the last."""
        return self.pending or self.in_force or self.versions[-1]

    def difference(self, version: Version) -> tuple["Change", ...]:
        """Return which numbers a version changes of those that were approved or in force before it."""
        if version.policy is None:
            return ()
        earlier = [each for each in self.versions if each.id < version.id and each.in_force_at and each.policy]
        was = (earlier[-1].policy if earlier else None) or self.had
        return tuple(Change(key, was.get(key), now) for key, now in version.policy.items() if was.get(key) != now)


class Change(NamedTuple):
    """A number that a version changes."""

    key: str
    was: object
    becomes: object


def read_key(text: str) -> str:
    """Return a plan's short name: letters, digits and hyphens. Raises `Refused(BAD_PLAN_KEY)`."""
    key = clean_code(text).casefold()
    if not _KEY.fullmatch(key):
        raise Refused(PlanReason.BAD_PLAN_KEY, text=text)
    return key


def version_name(count: int) -> str:
    """Return what a version is called that has so many before it."""
    return f"A/{count}"
