"""What is checked before a plan is written, submitted, put in force, or read (G1, G4)."""

from collections.abc import Iterable

from frontdesk.domain.approvals.approval import ApprovalState, hash_of
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import Person
from frontdesk.domain.plans.plan import PlanOnRecord, Version, VersionState, Written
from frontdesk.domain.plans.reasons import PlanReason
from frontdesk.domain.values.errors import Refused


def check_written(said: Written, key: str) -> None:
    """Check that a version says something, what changes and why. Raises `Refused(PLAN_WORDS)`."""
    if not (said.text and said.after and said.why):
        raise Refused(PlanReason.PLAN_WORDS, plan=key)


def check_title(plan: PlanOnRecord | None, key: str, title: str) -> None:
    """Check that a plan is called something, and as before once it has versions. Raises `Refused`.

    PLAN_TITLE, OTHER_TITLE.
    """
    if plan is None:
        if not title:
            raise Refused(PlanReason.PLAN_TITLE, plan=key)
    elif title not in {"", plan.plan.title} and (len(plan.versions) > 1 or plan.pending is None):
        raise Refused(PlanReason.OTHER_TITLE, plan=key, title=plan.plan.title)


def check_submit(version: Version) -> None:
    """Check that a version can be submitted, and is not yet as it stands. Raises `Refused(PLAN_STATE)`."""
    asked = version.approval
    waits = asked is not None and asked.state is ApprovalState.ASKED and asked.hash == hash_of(version.signed_text)
    if version.kept not in {VersionState.DRAFT, VersionState.SUBMITTED} or not version.matter.is_open or waits:
        raise _state(version)


def check_none_pending(plan: PlanOnRecord) -> None:
    """Check that no version of a plan is on its way, which would be written anew. Raises `Refused(PLAN_STATE)`."""
    if plan.pending is not None:
        raise _state(plan.pending)


def check_publish(version: Version) -> None:
    """Check that a version can be put in force: everybody signed what stands there. Raises `Refused(PLAN_STATE)`."""
    if version.kept is not VersionState.APPROVED or not version.matter.is_open or not version.is_approved:
        raise _state(version)


def check_read(plan: PlanOnRecord, who: str, staff: Iterable[Person]) -> Version:
    """Return the version that somebody says they have read. Raises `Refused`.

    NOT_IN_FORCE, UNKNOWN_PERSON, READ_ALREADY.
    """
    version = plan.in_force
    if version is None:
        raise Refused(PlanReason.NOT_IN_FORCE, plan=plan.plan.key)
    if who not in {person.name for person in staff}:
        raise Refused(PeopleReason.UNKNOWN_PERSON, name=who)
    if read := next((each for each in plan.reads if each.person == who), None):
        raise Refused(PlanReason.READ_ALREADY, plan=plan.plan.key, version=version.version, who=who, when=read.at)
    return version


def _state(version: Version) -> Refused:
    return Refused(
        PlanReason.PLAN_STATE,
        plan=version.plan.key, version=version.version, state=version.state, number=version.id,
    )  # fmt: skip
