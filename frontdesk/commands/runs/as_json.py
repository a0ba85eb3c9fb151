"""Playbooks and runs as JSON: times ISO 8601 in the store's zone."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from frontdesk.domain.checks.answers import hazard_at
from frontdesk.domain.matters.due import Due
from frontdesk.domain.runs.changes import Change
from frontdesk.domain.runs.playbook import PlaybookOnRecord
from frontdesk.domain.runs.run import Run, StepOnRecord
from frontdesk.words.times import iso_time

Json = dict[str, object]


def playbook_json(found: PlaybookOnRecord) -> Json:
    """Return a playbook with its steps, as a file says them; version 0 comes with the program."""
    playbook = found.playbook
    return {
        "key": playbook.key,
        "version": found.version,
        "own": found.own,
        "title": playbook.title,
        "about": playbook.about,
        "kind": playbook.kind,
        "first": list(playbook.first),
        "contacts": list(playbook.contacts),
        "facts": [fact._asdict() for fact in playbook.facts],
        "steps": [{**step._asdict(), "after": list(step.after)} for step in playbook.steps],
    }


def version_json(found: PlaybookOnRecord, changed: Iterable[Change], zone: ZoneInfo) -> Json:
    """Return a version on record with what it says otherwise than the one before."""
    return {
        "key": found.playbook.key,
        "version": found.version,
        "own": found.own,
        "at": iso_time(found.at, zone),
        "by": found.who,
        "changes": [change._asdict() for change in changed],
    }


def run_json(run: Run, dues: dict[int, Due], zone: ZoneInfo) -> Json:
    """Return a run with all its steps and its log."""
    return {
        **run_line(run, zone),
        "steps": [step_json(run, each, dues, zone) for each in run.steps],
        "log": [
            {
                "at": iso_time(entry.at, zone),
                "occurred_at": iso_time(entry.occurred_at, zone),
                "by": entry.who,
                "entry": entry.entry,
                "step": entry.step or None,
                "value": entry.value or None,
                "words": entry.words or None,
            }
            for entry in run.entries
        ],
    }


def run_line(run: Run, zone: ZoneInfo) -> Json:
    """Return a run without its steps."""
    return {
        "matter": run.matter,
        "playbook": run.playbook.key,
        "version": run.version,
        "title": run.playbook.title,
        "facts": {fact.key: fact.key in run.facts for fact in run.playbook.facts},
        "lead": run.lead,
        "started_at": iso_time(run.started_at, zone),
        "started_by": run.started_by,
        "ended_at": iso_time(run.ended_at, zone),
        "outcome": run.outcome,
    }


def step_json(run: Run, each: StepOnRecord, dues: dict[int, Due], zone: ZoneInfo) -> Json:
    """Return one step as far as it is."""
    step, due = each.step, dues.get(each.due or 0)
    return {
        "matter": run.matter,
        "key": step.key,
        "title": step.title,
        "role": step.role or None,
        "team": step.team or None,
        "station": step.station or None,
        "state": each.state,
        "wanted": run.wants(step),
        "who": each.who or None,
        "at": iso_time(each.at, zone),
        "value": each.value or None,
        "words": each.words or None,
        "measure": None if hazard_at(each.step) else each.measure,
        "hazard": each.measure if hazard_at(each.step) else None,
        "about": each.named or None,
        "repeat": step.repeat or None,
        "until": step.until or None,
        "due": iso_time(due.due_at, zone) if due else None,
        "evidence": step.evidence or None,
        "after": list(step.after),
        "waits_for": [waits.step.key for waits in run.waits_for(step)],
    }
