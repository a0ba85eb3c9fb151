"""The results of the commands for checks."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.checks.events import CheckEvent
from frontdesk.domain.checks.shipped import STARTER
from frontdesk.domain.journal.result import Result
from frontdesk.words.i18n import _
from frontdesk.words.phrases import case_number


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command, and to the same check."""
    args = session.args
    if args.verb == "do":
        return result.kind == (CheckEvent.DONE if args.is_done else CheckEvent.ITEM) and result.number == args.number
    kind = {"on": CheckEvent.ON, "off": CheckEvent.OFF, "open": CheckEvent.OPEN}[args.verb]
    named = str(result.facts.get("checks", result.facts.get("check", "")))
    return result.kind == kind and (named == args.key or (args.key is None and set(named.split()) <= set(STARTER)))


def particulars(result: Result) -> str:
    """Return the check's number, its name or its items, and what was proposed."""
    told = [str(result.facts[name]) for name in ("checks", "check", "items") if name in result.facts]
    measure, hazard = result.facts.get("measure"), result.facts.get("hazard")
    against = _("measure {number} proposed").format(number=case_number(int(measure))) if measure else ""
    if hazard:
        against = _("reported as hazard {number}").format(number=case_number(int(hazard)))
    number = case_number(result.number) if result.number else ""
    return " ".join(filter(None, (number, *told, against)))
