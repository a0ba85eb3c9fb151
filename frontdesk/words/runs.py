"""Runs in words: how far each step is, what has to be given with it, what happened in it."""

from datetime import tzinfo

from frontdesk.domain.checks.answers import hazard_at
from frontdesk.domain.matters.due import Due
from frontdesk.domain.people.staff import Post
from frontdesk.domain.register.teams import Team
from frontdesk.domain.runs.events import RunEvent
from frontdesk.domain.runs.evidence import Evidence, EvidenceKind, asked_by
from frontdesk.domain.runs.playbook import Step
from frontdesk.domain.runs.run import ENDED, Run, RunEntry, StepOnRecord, StepState
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import event_word, word
from frontdesk.words.matters import time_left
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.times import long_time, short_time

SIGNS = {
    StepState.WAITING: "·",
    StepState.OPEN: "□",
    StepState.TAKEN: "▷",
    StepState.DONE: "✓",
    StepState.FAILED: "✗",
    StepState.SKIPPED: "–",
}
"""How far a step is, at a glance; its word says the same."""


def heading(run: Run) -> str:
    """Return which run it is, how much of it is done, and who leads it."""
    done = sum(each.is_answered for each in run.wanted)
    parts = [f"{done}/{len(run.wanted)}", labelled(_("lead"), run.lead)]
    if run.outcome is not None:
        parts.append(word(run.outcome))
    return labelled(f"{case_number(run.matter)} {clean_line(run.playbook.title)}", " · ".join(parts))


def facts_line(run: Run) -> str:
    """Return what is so and what is not, of what steps depend on; empty where none does."""
    told = (("✓ " if fact.key in run.facts else "□ ") + fact.title for fact in run.playbook.facts)
    return _(", ").join(told)


def step_line(run: Run, each: StepOnRecord, zone: tzinfo, now: Millis, due: Due | None = None) -> str:
    """Return how far a step is, whose it is, what was given, and by when it is due."""
    left = [time_left(due, now)] if due is not None and due.is_running else []
    return labelled(f"{SIGNS[each.state]} {each.step.title}", " · ".join([*details(run, each, zone, now), *left]))


def details(run: Run, each: StepOnRecord, zone: tzinfo, now: Millis) -> list[str]:
    """Return what there is to say of a step besides its title and how long there is left."""
    if not run.wants(each.step):
        return [_left_out(run, each.step)]
    said = [word(each.state)]
    if each.at is not None:
        said += [each.who, short_time(each.at, zone, now), each.value, clean_line(each.words)]
    said += seen_to(each)
    if each.state not in ENDED:
        said += [whose(each.step), evidence_hint(each.step)]
    return [part for part in said if part]


def seen_to(each: StepOnRecord) -> list[str]:
    """Return which measure sees to a fault, or as which hazard it is reported; nothing where there is none."""
    if each.measure is None:
        return []
    said = _("hazard {number}") if hazard_at(each.step) else _("measure {number}")
    return [said.format(number=case_number(each.measure))]


def _left_out(run: Run, step: Step) -> str:
    if step.when and step.when not in run.facts:
        return _("only where: {fact}").format(fact=run.playbook.fact(step.when))
    return _("went on until: {step}").format(step=run.of(step.until)[0].step.title)


def whose(step: Step) -> str:
    """Return whose a step is: a post, a team, or both; empty for anybody's."""
    post = word(Post(step.role)) if step.role else ""
    team = word(Team(step.team)) if step.team else ""
    return " ".join(filter(None, (post, team)))


def evidence_hint(step: Step) -> str:
    """Return what has to be given with a step; empty where nothing has."""
    return evidence_words(asked_by(step))


def evidence_words(asked: Evidence) -> str:
    """Return what is asked for."""
    if asked.kind is EvidenceKind.NUMBER:
        return f"{asked.low}–{asked.high} {asked.unit}".rstrip()
    if asked.kind is EvidenceKind.CHOICE:
        return " ".join(f"{number} {answer}" for number, answer in enumerate(asked.answers, 1))
    return {
        EvidenceKind.NONE: "",
        EvidenceKind.WORDS: _("in words"),
        EvidenceKind.CHECK: _("in order or not"),
        EvidenceKind.AREA_CHECK: _("in order or not"),
        EvidenceKind.PERSON: _("a name on the staff list"),
        EvidenceKind.VEHICLE: _("a vehicle that is ready"),
        EvidenceKind.ROLL_CALL: _("the roll call is complete"),
        EvidenceKind.SEEN: _("the program sees it by itself"),
        EvidenceKind.TIME: _("at what time, 10:05"),
    }[asked.kind]


def entry_line(entry: RunEntry, zone: tzinfo, now: Millis) -> str:
    """Return a line of a run's log; where it was entered later than it happened, both times."""
    at = short_time(entry.occurred_at, zone, now)
    later = _("entered {at}").format(at=short_time(entry.at, zone, now)) if entry.at > entry.occurred_at else ""
    what = (event_word(entry.entry), entry.step, _value(entry), clean_line(entry.words), entry.who, later)
    return labelled(at, " · ".join(filter(None, what)))


def _value(entry: RunEntry) -> str:
    """Return what was given; of what the program saw by itself whether it is so."""
    if entry.entry == RunEvent.SEEN:
        return _("done") if entry.value == "+" else _("open again")
    return entry.value


def when_line(run: Run, zone: tzinfo) -> str:
    """Return when and by whom a run was begun."""
    return _("begun {at} by {who}").format(at=long_time(run.started_at, zone), who=run.started_by)
