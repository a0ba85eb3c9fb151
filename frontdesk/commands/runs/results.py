"""The results of the commands for playbooks and steps."""

from frontdesk.commands.kit.session import Session
from frontdesk.domain.journal.result import Result
from frontdesk.domain.progress.events import ProgressEvent
from frontdesk.domain.runs.events import RunEvent
from frontdesk.words.phrases import case_number

_KINDS = {
    "load": RunEvent.LOAD,
    "reset": RunEvent.LOAD,
    "start": RunEvent.START,
    "take": RunEvent.TAKE,
    "done": RunEvent.DONE,
    "fail": RunEvent.FAIL,
    "skip": RunEvent.SKIP,
    "measure": RunEvent.MEASURE,
    "fact": RunEvent.FACT,
    "lead": RunEvent.LEAD,
}


def is_same(session: Session, result: Result) -> bool:
    """Whether a result belongs to this command, and to the same matter, step or playbook."""
    args = session.args
    ends = args.verb in {"done", "skip", "fact"} and result.kind == ProgressEvent.HAND_BACK
    if result.kind != _KINDS[args.verb] and not ends:
        return False
    if result.kind == RunEvent.LOAD:
        return args.verb == "load" or bool(result.facts["playbook"] == args.key)
    if result.kind == RunEvent.START:
        return bool(result.facts["playbook"] == args.key and args.matter in {None, result.number})
    named = {"lead": ("lead", "name"), "fact": ("fact", "key")}.get(args.verb, ("step", "key"))
    return bool(args.number == result.number and result.facts[named[0]] == getattr(args, named[1]))


def particulars(result: Result) -> str:
    """Return the matter's number and the step, or the playbook and its version."""
    told = " ".join(
        str(result.facts[name]) for name in ("playbook", "step", "measure", "fact", "lead") if name in result.facts
    )
    if result.kind == RunEvent.LOAD:
        return f"{told} {result.number}"
    return f"{case_number(result.number)} {told}"
