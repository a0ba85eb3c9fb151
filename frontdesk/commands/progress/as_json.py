"""A car in repair as JSON: times ISO 8601 in the store's zone, money in whole yuan."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from frontdesk.domain.progress.progress import Found, Job, Progress, Telling
from frontdesk.domain.progress.stage import held_until, stage
from frontdesk.domain.progress.terms import JobState
from frontdesk.domain.values.phones import mask_in
from frontdesk.words.times import iso_time

Json = dict[str, object]


def as_json(car: Progress, zone: ZoneInfo, tellings: Iterable[Telling] = ()) -> Json:
    """Return a car in repair with all that is on record of it."""
    held = next((job.hold for job in car.jobs if job.state is JobState.HELD), None)
    word = car.word_due
    return {
        "number": car.id,
        "plate": car.plate,
        "stage": stage(car),
        "held_for": held,
        "until": iso_time(held_until(car), zone),
        "jobs": [_job(job, zone) for job in car.jobs],
        "parts": [
            {"job": job.id, "number": part.number or None, "name": mask_in(part.name), "quantity": part.quantity}
            for job in car.jobs
            for part in job.parts
        ],
        "promised_at": iso_time(car.promised_at, zone),
        "promises": [
            {
                "at": iso_time(each.at, zone),
                "by": each.who,
                "was": iso_time(each.was, zone),
                "becomes": iso_time(each.becomes, zone),
                "why": mask_in(each.why),
                "told_at": iso_time(each.told_at, zone),
            }
            for each in car.promises
        ],
        "waits": car.waits,
        "wish_at": iso_time(car.wish_at, zone),
        "last_told_at": iso_time(car.told_at, zone),
        "next_word_due": iso_time(word.due_at, zone) if word else None,
        "found": [_found(each, zone) for each in car.found],
        "told": [
            {"at": iso_time(each.at, zone), "by": each.who, "channel": each.channel, "words": mask_in(each.words)}
            for each in tellings
        ],
        "ready_at": iso_time(car.ready_at, zone),
        "handed_back_at": iso_time(car.handed_back_at, zone),
        "handed_back_by": car.handed_back_by or None,
    }


def _job(job: Job, zone: ZoneInfo) -> Json:
    return {
        "number": job.id,
        "kind": job.kind,
        "title": mask_in(job.title),
        "state": job.state,
        "technician": job.technician or None,
        "minutes": job.minutes,
        "started_at": iso_time(job.started_at, zone),
        "ended_at": iso_time(job.ended_at, zone),
        "hold": job.hold,
        "hold_until": iso_time(job.hold_until, zone),
    }


def _found(found: Found, zone: ZoneInfo) -> Json:
    return {
        "number": found.id,
        "job": found.job,
        "kind": found.kind,
        "what": mask_in(found.what),
        "at": iso_time(found.at, zone),
        "by": found.who,
        "cost_min": found.cost_min,
        "cost_max": found.cost_max,
        "minutes": found.minutes,
        "told_at": iso_time(found.told_at, zone),
        "decision": found.decision,
        "decided_at": iso_time(found.decided_at, zone),
        "decided_by": found.decided_by or None,
        "channel": found.channel,
        "words": mask_in(found.words),
        "released_at": iso_time(found.released_at, zone),
        "released_by": found.released_by or None,
    }
