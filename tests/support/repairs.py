"""Cars in repair for tests, as values."""

from typing import Any

from frontdesk.domain.matters.matter import Matter, MatterKind
from frontdesk.domain.progress.progress import Found, Job, Progress
from frontdesk.domain.progress.terms import FoundKind, JobKind, JobState, Waits
from frontdesk.domain.values.plates import Plate

PLATE = Plate("苏BD8832")


def car(*jobs: Job, told_at: int = 0, **more: Any) -> Progress:
    """A car in repair whose customer waits in the lounge."""
    matter = Matter(41, MatterKind.PROGRESS, PLATE, None, told_at, "陈静")
    given: dict[str, Any] = {"told_at": told_at, "told_by": "陈静", "waits": Waits.LOUNGE, "jobs": jobs}
    return Progress(matter, 1, PLATE, "陈静", **{**given, **more})


def job(state: JobState, number: int = 1, kind: JobKind = JobKind.REPAIR, **more: Any) -> Job:
    """A job that somebody was given."""
    ended = 100 if state in {JobState.DONE, JobState.DROPPED} else None
    given: dict[str, Any] = {"minutes": None, "technician": "刘军", "added_at": 0, "ended_at": ended}
    return Job(number, kind, "", state, **{**given, **more})


def found(kind: FoundKind = FoundKind.HIDDEN, at: int = 0, **more: Any) -> Found:
    """A problem the customer has not decided on."""
    return Found(1, **{"job": 1, "kind": kind, "what": "渗油", "at": at, "who": "刘军", **more})
