"""What is to be signed in words, and who signed."""

import json
from datetime import tzinfo

from frontdesk.domain.approvals.approval import Approval, Signature
from frontdesk.domain.cases.case import CaseKind
from frontdesk.domain.retention.terms import ListedCase, RecordClass
from frontdesk.domain.values.plates import Plate, show_plate
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


def who_takes_down(approval: Approval) -> str:
    """Return who may take down what is approved by phone."""
    text = _("By phone (F4): taken down by somebody at the desk, but not by {names}, nor by whoever approves it.")
    return text.format(names=_(", ").join(approval.not_by_phone()))


def list_line(approval: Approval) -> str:
    """Return what stands on a list of expired cases that is to be signed."""
    said = json.loads(approval.text)
    counts = _("cases: {cases}, phone numbers: {numbers}").format(cases=len(said["cases"]), numbers=said["numbers"])
    kind, ended = word_of(RecordClass, said["class"]), _("ended before {day}").format(day=said["day"])
    return f"{kind} · {ended} · {counts}"


def list_lines(approval: Approval) -> list[str]:
    """Return all that stands on such a list: which cases, and what is done once it is signed."""
    said = json.loads(approval.text)
    lines = [list_line(approval)]
    if said["cases"]:
        lines.append(labelled(_("complaints"), _numbers(said["cases"])))
    if said["taken_back"]:
        lines.append(labelled(_("taken back when they were new"), _numbers(said["taken_back"])))
    more = (
        ("messages", _("messages to customers")),
        ("appointments", _("appointments")),
        ("repairs", _("cars in repair")),
        ("matters", _("meetings, rescues, orders and incidents")),
    )
    lines += [labelled(title, _numbers(said[name])) for name, title in more if said.get(name)]
    return [*lines, labelled(_("once signed"), purge_command(approval))]


def purge_command(approval: Approval) -> str:
    """Return the command that carries out a list that was signed."""
    said = json.loads(approval.text)
    return f"frontdesk retention purge {said['class']} --before {said['day']}"


def listed_case(case: ListedCase, zone: tzinfo) -> str:
    """Return what a case on such a list is, without whose: its number, day, kind and car."""
    parts = (case_number(case.number), long_time(case.received_at, zone), word_of(CaseKind, case.kind))
    return " · ".join(filter(None, (*parts, show_plate(Plate(case.plate)))))


def _numbers(numbers: list[int]) -> str:
    """Return numbers with those in a row put together: 1–4, 7."""
    rows: list[tuple[int, int]] = []
    for number in numbers:
        first = rows.pop()[0] if rows and rows[-1][1] == number - 1 else number
        rows.append((first, number))
    return _(", ").join(f"{first}–{last}" if first < last else f"{first}" for first, last in rows)


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
