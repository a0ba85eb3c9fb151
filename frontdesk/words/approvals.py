"""What is to be signed in words, and who signed."""

import json
from datetime import tzinfo

from frontdesk.domain.approvals.approval import Approval, Signature
from frontdesk.domain.retention.terms import RecordClass
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word, word_of
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.times import long_time


def signature_lines(approval: Approval, zone: tzinfo) -> list[str]:
    """Return what is to be signed and how it stands, then a line for each signature."""
    waits = approval.next_role if approval.decided_at is None else None
    state = word(approval.state) + (f" {word(waits)}" if waits else "")
    asked = _("submitted by {who} {at}").format(who=approval.asked_by, at=long_time(approval.asked_at, zone))
    heading = labelled(f"{case_number(approval.matter)} {word(approval.what)}", f"{state} · {asked}")
    return [heading, *(f"  {_signature(each, approval, zone)}" for each in approval.signatures)]


def list_line(approval: Approval) -> str:
    """Return what stands on a list of expired cases that is to be signed."""
    said = json.loads(approval.text)
    counts = _("cases: {cases}, phone numbers: {numbers}").format(cases=len(said["cases"]), numbers=said["numbers"])
    kind, ended = word_of(RecordClass, said["class"]), _("ended before {day}").format(day=said["day"])
    return f"{kind} · {ended} · {counts}"


def _signature(signature: Signature, approval: Approval, zone: tzinfo) -> str:
    phone = ""
    if signature.taken_by:
        phone = _("by phone, taken down by {who}").format(who=signature.taken_by)
        if signature in approval.unconfirmed:
            phone = _("{said}, not confirmed yet").format(said=phone)
        elif signature in approval.disputed:
            phone = _("{said}, disputed").format(said=phone)
    who = f"{word(signature.role)} {signature.who}"
    role = approval.in_place_of(signature)
    instead = _("in place of the {role}").format(role=word(role)) if role else ""
    parts = (word(signature.verdict), instead, phone, long_time(signature.at, zone), clean_line(signature.words))
    return labelled(who, " · ".join(filter(None, parts)))
