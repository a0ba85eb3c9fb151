"""Who may do what, where people sign in by PIN; what is not allowed is refused (S2)."""

from frontdesk.domain.people.duty import Roster
from frontdesk.domain.people.pins import SignedIn
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.roles import HEADS, OWN_STEPS_ONLY
from frontdesk.domain.people.staff import Actor, Person, Proof
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.need import Known, Need, Who


def check(need: Need, actor: Actor, roster: Roster, signed: SignedIn | None, now: Millis) -> Proof | None:
    """Check that somebody may do what has this need; return the proof the record tells, None for what time did.

    `signed` is their sign-in. Raises `Refused`: NOT_BY_GATE, NOT_BY_SHELL, NO_OPERATOR, UNKNOWN_PERSON, NOT_YOUR_POST,
    SIGN_IN_FIRST, PIN_AGAIN.
    """
    if need.who is Who.TIME:
        return None
    if actor.proof is Proof.GATE:
        if not need.by_gate:
            raise Refused(PeopleReason.NOT_BY_GATE)
        return Proof.GATE
    if actor.proof is Proof.SHELL:
        if not need.by_shell:
            raise Refused(PeopleReason.NOT_BY_SHELL)
        return Proof.SHELL
    is_signed_in = signed is not None and signed.holds(actor.who, actor.station, now)
    if need.who is Who.ANYBODY:
        return Proof.PIN if is_signed_in else Proof.STATION
    person = check_post(need.who, actor.who, roster, now)
    if need.known is not Known.STATION and not is_signed_in:
        raise Refused(PeopleReason.SIGN_IN_FIRST, name=person.name)
    if need.known is Known.FRESH and not (signed is not None and signed.is_fresh(now)):
        raise Refused(PeopleReason.PIN_AGAIN, name=person.name)
    return Proof.PIN if is_signed_in else Proof.STATION


def check_post(who: Who, name: str, roster: Roster, now: Millis) -> Person:
    """Return the person of this name, whose it is. Raises `Refused`: NO_OPERATOR, UNKNOWN_PERSON, NOT_YOUR_POST."""
    if not name:
        raise Refused(PeopleReason.NO_OPERATOR)
    person = next((each for each in roster.staff if each.name == name), None)
    if person is None:
        raise Refused(PeopleReason.UNKNOWN_PERSON, name=name)
    if not _is_for(who, person, roster, now):
        raise Refused(PeopleReason.NOT_YOUR_POST, name=person.name, post=person.post)
    return person


def _is_for(who: Who, person: Person, roster: Roster, now: Millis) -> bool:
    if who is Who.MANAGER:
        return roster.manages(person.name, now)
    if who is Who.DECIDER:
        return roster.may_decide(person.name, now) or person.post in HEADS
    return who is Who.STAFF or (who is Who.DESK and person.post not in OWN_STEPS_ONLY)
