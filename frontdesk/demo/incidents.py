"""The power failure of the demo's morning: reported, commanded, its steps done one by one, and over."""

from collections.abc import Callable

from frontdesk.demo.script import Line
from frontdesk.desk.desk import Desk
from frontdesk.desk.incidents import commanding, reading, reporting
from frontdesk.desk.runs import runs
from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.journal.result import Result
from frontdesk.domain.runs.run import base_of
from frontdesk.words import i18n


def _report(desk: Desk, line: Line) -> Result:
    said = line.details
    kind = IncidentKind(said["kind"])
    return reporting.report(desk, kind, said["place"], hurt=0, words=said["words"], language=i18n.language())


def _command(desk: Desk, line: Line) -> Result | None:
    number = _open(desk)
    return commanding.take(desk, number, i18n.language()) if number else None


def _step(desk: Desk, line: Line) -> Result | None:
    """Do a step of the playbook, in every area where it is done in each."""
    said, number, answer = line.details, _open(desk), None
    if number is None:
        return None
    for each in runs.of_matter(desk, number)[-1].to_do():
        if base_of(each.step.key) == said["step"]:
            answer = runs.done(desk, number, each.step.key, said.get("value", ""), words=said.get("words", ""))
    return answer


def _over(desk: Desk, line: Line) -> Result | None:
    number = _open(desk)
    return commanding.end(desk, number, line.details["words"]) if number else None


def _open(desk: Desk) -> int | None:
    """Return the number of the incident that goes on."""
    return next((each.id for each in reading.open_ones(desk) if not each.is_drill), None)


ACTIONS: dict[str, Callable[[Desk, Line], Result | None]] = {
    "incident": _report,
    "command": _command,
    "step": _step,
    "over": _over,
}
