"""What the demo's workshop does: jobs, what is found, promises, word to the customer, and the hand-back."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from frontdesk.demo.script import Line, seconds
from frontdesk.desk.desk import Desk
from frontdesk.desk.progress import findings, jobs, promises, repairs, telling
from frontdesk.desk.runs import runs, starting
from frontdesk.domain.journal.result import Result
from frontdesk.domain.progress.terms import Decision, FoundKind, Heard, Hold, JobKind, Waits
from frontdesk.domain.values.clock import SECOND, Millis, to_datetime, to_millis
from frontdesk.words import i18n


def time_of_day(desk: Desk, clock: str) -> Millis:
    """Return an instant of the demo's present day."""
    zone = ZoneInfo(desk.snapshot().policy.time_zone)
    midnight = datetime.combine(to_datetime(desk.now(), zone).date(), datetime.min.time(), zone)
    return to_millis(midnight) + seconds(clock) * SECOND


def _job(desk: Desk, line: Line) -> Result:
    """A technician is given a job, and begins."""
    said = line.details
    jobs.assign(desk, line.plate, JobKind(said["kind"]), said["technician"], title=said["title"])
    return jobs.start(desk, line.plate)


def _hold(desk: Desk, line: Line) -> Result:
    return jobs.hold(desk, line.plate, Hold(line.details["why"]), time_of_day(desk, line.details["until"]))


def _find(desk: Desk, line: Line) -> Result:
    said = line.details
    least, most = said["cost"].split("-")
    kind, cost = FoundKind(said["kind"]), (int(least), int(most))
    return findings.find(desk, line.plate, kind, said["what"], cost=cost, minutes=int(said["minutes"]))


def _decide(desk: Desk, line: Line) -> Result:
    return findings.decide(desk, line.plate, Decision(line.details["decision"]), Heard(line.details["channel"]))


def _promise(desk: Desk, line: Line) -> Result:
    heard = Heard(line.details["told"]) if "told" in line.details else None
    becomes = time_of_day(desk, line.details["until"])
    return promises.promise(desk, line.plate, becomes, why=line.details.get("why", ""), told=heard)


def _tell(desk: Desk, line: Line) -> Result:
    return telling.told(desk, line.plate, Heard(line.details["channel"]), line.details["words"])


def _hand_back(desk: Desk, line: Line) -> Result:
    """The car is checked and washed, and handed back step by step."""
    car = repairs.shown(desk, line.plate)
    if any(not job.is_ended for job in car.work):
        jobs.done(desk, line.plate)
    answer = jobs.check(desk, line.plate, passed=True)
    if any(not job.is_ended for job in repairs.shown(desk, line.plate).jobs):
        answer = jobs.done(desk, line.plate)
    starting.hand_back(desk, line.plate, i18n.language())
    while (run := runs.of_matter(desk, car.id)[-1]).to_do():
        answer = runs.done(desk, car.id, run.to_do()[0].step.key)
    return answer


ACTIONS: dict[str, Callable[[Desk, Line], Result | None]] = {
    "job": _job,
    "job_hold": _hold,
    "found": _find,
    "decided": _decide,
    "promise": _promise,
    "customer_told": _tell,
    "waits": lambda desk, line: promises.wait(desk, line.plate, Waits(line.details["where"])),
    "hand_back": _hand_back,
}
