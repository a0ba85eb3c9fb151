"""An approval: signatures in their order, each bound to exactly the text that was signed (Z7, G1)."""

import hashlib
import json
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from frontdesk.domain.approvals.reasons import ApprovalReason
from frontdesk.domain.people.duty import Roster
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.roles import Rank
from frontdesk.domain.people.staff import Post
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused

Text = Mapping[str, object]
"""What is signed: every field that a signature stands for."""


class What(StrEnum):
    """What is to be signed."""

    REVIEW = "review"
    """Z7: a month's review."""
    PURGE = "purge"
    """G2: what is taken out of records whose term is over."""
    PLAN = "plan"
    """G1: a version of a plan."""
    SURVEY = "survey"
    """Q7: the plan of a survey."""
    RESCUE = "rescue"
    """R3: the plan of a rescue."""
    WEATHER = "weather"
    """I7: what is decided because of the weather, or that it goes on."""
    ROSTER = "roster"
    """S2: who works when."""
    NOTICE = "holiday_notice"
    """S5: what customers are told of a holiday."""
    NEWS = "news"
    """I9: what is said of an incident outside."""
    TEMPLATE = "policy_template"
    """Numbers that head office offers."""


class ApprovalState(StrEnum):
    """How far an approval has come."""

    ASKED = "asked"
    APPROVED = "approved"
    REJECTED = "rejected"
    LAPSED = "lapsed"
    """The text is no longer what was signed or was to be signed."""


class Verdict(StrEnum):
    """What one signature says."""

    APPROVED = "approved"
    REJECTED = "rejected"
    CONFIRMED = "confirmed"
    """Whoever approved by phone says so in person."""


class Signature(NamedTuple):
    """One signature. It is never changed; what a later one says comes after it."""

    role: Post
    who: str
    verdict: Verdict
    at: Millis
    taken_by: str = ""
    """Who had them on the phone; empty where they signed in person."""
    words: str = ""
    hash: str = ""
    """Of which text."""


class Approval(NamedTuple):
    """A text that has to be signed, and its signatures so far."""

    id: int
    matter: int
    what: What
    text: str
    """The text as it was when it was asked for, as JSON."""
    hash: str
    roles: tuple[Post, ...]
    """Who signs, in this order."""
    asked_at: Millis
    asked_by: str
    state: ApprovalState
    decided_at: Millis | None = None
    signatures: tuple[Signature, ...] = ()

    @property
    def author(self) -> str:
        """Who wrote it, and so does not sign it; where the text does not say, whoever asked for it."""
        return str(json.loads(self.text).get("author", self.asked_by))

    def not_by_phone(self, who: str = "") -> tuple[str, ...]:
        """Return who does not take down what `who` approves by phone: they themselves, and whose text it is."""
        return tuple(dict.fromkeys(filter(None, (who, self.author, self.asked_by))))

    @property
    def given(self) -> tuple[Signature, ...]:
        """The signatures that approve, in their order."""
        return tuple(each for each in self.signatures if each.verdict is Verdict.APPROVED)

    @property
    def next_role(self) -> Post | None:
        """Who signs next, or None where everybody has."""
        return self.roles[len(self.given)] if len(self.given) < len(self.roles) else None

    def in_place_of(self, signature: Signature) -> Post | None:
        """Return for whom somebody of another post approved, or None where they have the post that was asked."""
        role = self.roles[self.given.index(signature)] if signature in self.given else signature.role
        return None if role is signature.role else role

    @property
    def unconfirmed(self) -> tuple[Signature, ...]:
        """The signatures by phone that whoever gave them has neither confirmed nor disputed in person."""
        settled = {each.who for each in self.signatures if each.verdict is not Verdict.APPROVED}
        return tuple(each for each in self.given if each.taken_by and each.who not in settled)

    @property
    def disputed(self) -> tuple[Signature, ...]:
        """The signatures by phone of which somebody says in person that they never gave them."""
        rejected = {each.who for each in self.signatures if each.verdict is Verdict.REJECTED}
        return tuple(each for each in self.given if each.taken_by and each.who in rejected)

    def holds(self, text: Text) -> bool:
        """Whether everybody signed, and what stands there now is what they signed."""
        now = hash_of(text)
        signed = self.state is ApprovalState.APPROVED and self.next_role is None
        return signed and all(each.hash == now for each in self.given)


def written(text: Text) -> str:
    """Return a text as it is kept: the same fields always in the same order."""
    return json.dumps(text, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def hash_of(text: Text) -> str:
    """Return the hash that a signature is bound to."""
    return hashlib.sha256(written(text).encode()).hexdigest()


def changed_fields(approval: Approval, text: Text) -> tuple[str, ...]:
    """Return the fields that are not as they were when it was asked for."""
    was, now = (_by_field(json.loads(said)) for said in (approval.text, written(text)))
    return tuple(sorted(name for name in {*was, *now} if was.get(name) != now.get(name)))


def _by_field(text: Text) -> dict[str, str]:
    return {name: written({name: value}) for name, value in text.items()}


def signing_post(role: Post, roster: Roster) -> Post:
    """Return which post signs in a role: where the staff list has no general manager, that is the director."""
    has_role = any(person.post is role for person in roster.staff)
    return role if has_role or role is not Post.GENERAL_MANAGER else Post.DIRECTOR


def may_sign(role: Post, who: str, roster: Roster, now: Millis) -> bool:
    """Whether a person signs in this role; where the staff list has nobody of that post, a manager stands in."""
    role = signing_post(role, roster)
    posts = {person.post for person in roster.staff if person.name == who}
    if any(person.post is role for person in roster.staff):
        return role in posts
    return roster.rank(who, now) >= Rank.MANAGER


def check_sign(
    approval: Approval, verdict: Verdict, who: str, text: Text, *, words: str, roster: Roster, now: Millis
) -> Post:
    """Check that a person may sign or reject a text as it stands now; return the post they do it in.

    Nobody signs what they wrote, and nobody twice. Raises `Refused`: APPROVAL_DECIDED, UNKNOWN_PERSON,
    OWN_REQUEST, SIGNED_TWICE, NOT_THE_ROLE, TEXT_CHANGED, REJECTED_WHY.
    """
    role = approval.next_role
    if approval.state is not ApprovalState.ASKED or role is None:
        raise Refused(
            ApprovalReason.APPROVAL_DECIDED,
            number=approval.matter, state=approval.state, when=approval.decided_at or approval.asked_at,
        )  # fmt: skip
    if who not in {person.name for person in roster.staff}:
        raise Refused(PeopleReason.UNKNOWN_PERSON, name=who)
    if who == approval.author:
        raise Refused(ApprovalReason.OWN_REQUEST, number=approval.matter, who=who)
    if who in {each.who for each in approval.given}:
        raise Refused(ApprovalReason.SIGNED_TWICE, number=approval.matter, who=who)
    if not may_sign(role, who, roster, now):
        raise Refused(ApprovalReason.NOT_THE_ROLE, number=approval.matter, who=who, role=role)
    if changed := changed_fields(approval, text):
        raise Refused(ApprovalReason.TEXT_CHANGED, number=approval.matter, fields=changed)
    if verdict is Verdict.REJECTED and not words:
        raise Refused(ApprovalReason.REJECTED_WHY, number=approval.matter)
    return _signs_as(role, who, roster)


def _signs_as(role: Post, who: str, roster: Roster) -> Post:
    """Return the post in which a person signs: the one that was asked, or else the one they have."""
    posts = [person.post for person in roster.staff if person.name == who]
    return next((each for each in (role, signing_post(role, roster)) if each in posts), posts[0])


def is_disputed(approval: Approval, who: str, words: str) -> bool:
    """Whether somebody rejects what they are said to have approved by phone, and says so. Raises `Refused`."""
    standing = approval.state in {ApprovalState.ASKED, ApprovalState.APPROVED}
    if not standing or who not in {each.who for each in approval.unconfirmed}:
        return False
    if not words:
        raise Refused(ApprovalReason.REJECTED_WHY, number=approval.matter)
    return True


def check_confirm(approval: Approval, who: str) -> Signature:
    """Return the signature by phone that a person confirms. Raises `Refused(NOTHING_TO_CONFIRM)`."""
    found = next((each for each in approval.unconfirmed if each.who == who), None)
    if found is None:
        raise Refused(ApprovalReason.NOTHING_TO_CONFIRM, number=approval.matter, who=who)
    return found
