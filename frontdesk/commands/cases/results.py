"""The results of the commands for cases."""

from argparse import Namespace

from frontdesk.commands.kit.session import Session
from frontdesk.domain.cases import templates
from frontdesk.domain.cases.events import CaseEvent
from frontdesk.domain.journal.result import Result
from frontdesk.domain.picture.case_plate import is_plate_of
from frontdesk.domain.values.text import clean_line
from frontdesk.words.phrases import case_number


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command and case; for a new case, to this car and severity."""
    args = session.args
    if result.kind != _kind(args):
        return False
    if args.verb == "templates":
        return clean_line(args.name, templates.NAME_LIMIT) == result.facts["name"]
    if args.verb == "add":
        province = session.snapshot.policy.province
        return args.severity == result.facts["severity"] and is_plate_of(args.plate, result.plate, province)
    return bool(args.number == result.number)


def _kind(args: Namespace) -> CaseEvent:
    if args.verb == "templates":
        return CaseEvent.TEMPLATE_REMOVE if args.deed == "remove" else CaseEvent.TEMPLATE
    kinds = {"add": CaseEvent.REGISTER, "amend": CaseEvent.AMEND, "read": CaseEvent.READ_REPORT}
    return kinds.get(args.verb) or CaseEvent(args.taken)


def particulars(result: Result) -> str:
    """Return the case's number, or a template's name."""
    if result.kind in {CaseEvent.TEMPLATE, CaseEvent.TEMPLATE_REMOVE}:
        return str(result.facts["name"])
    return case_number(result.number)
