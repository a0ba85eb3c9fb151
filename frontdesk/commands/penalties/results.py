"""The results of the commands for penalties."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.journal.result import Result
from frontdesk.domain.penalties.events import PenaltyEvent
from frontdesk.domain.people.staff import NAME_LIMIT
from frontdesk.domain.values.text import clean_line
from frontdesk.words.phrases import case_number

_KINDS = {
    "propose": PenaltyEvent.PROPOSE,
    "sign": PenaltyEvent.SIGN,
    "appeal": PenaltyEvent.APPEAL,
    "uphold": PenaltyEvent.UPHOLD,
    "counter": PenaltyEvent.COUNTER,
}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command and penalty; for a proposal, to this complaint and person."""
    args, facts = session.args, result.facts
    if result.kind != _KINDS[args.verb]:
        return False
    if result.kind == PenaltyEvent.PROPOSE:
        return (facts["case"], facts["person"]) == (args.case, clean_line(args.person, NAME_LIMIT))
    return bool(args.number == result.number)


def particulars(result: Result) -> str:
    """Return the penalty's number and whom it charges."""
    return f"{case_number(result.number)} · {result.facts['person']}"
