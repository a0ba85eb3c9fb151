"""A past minute in words: when it was, what stood then and who had been told, and what the log does not hold."""

from datetime import tzinfo

from frontdesk.domain.escalations.escalation import Escalation
from frontdesk.domain.escalations.terms import CALLS
from frontdesk.domain.past import Gap, Missing, Past
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.domain.values.plates import show_plate
from frontdesk.words.escalations.progress import who_has_it
from frontdesk.words.escalations.prompt import situation
from frontdesk.words.escalations.record import step_words
from frontdesk.words.i18n import N_, _
from frontdesk.words.incidents import heading
from frontdesk.words.phrases import labelled
from frontdesk.words.times import days_of_the_week, exact_time, short_time


def shown_time(at: Millis, zone: tzinfo) -> str:
    """Return an instant with the day of its week, to the second where it is no whole minute."""
    return f"{days_of_the_week()[to_datetime(at, zone).weekday()]} {exact_time(at, zone)}"


def how_full(past: Past) -> str:
    """Return how many cars were in the zone, and how many prompts stood: zone 3/4 · open escalations 2."""
    snapshot = past.snapshot
    text = _("zone {count}/{limit} · open escalations {escalations}")
    return text.format(
        count=snapshot.floor.count, limit=snapshot.policy.over_count, escalations=snapshot.count_escalations
    )


def stood(escalation: Escalation, past: Past, zone: tzinfo) -> str:
    """Return what was the matter, how far it had come, who had been told and who had it."""
    level = _("level {number}").format(number=escalation.level)
    since = _("crossed {at}").format(at=short_time(escalation.crossed_at, zone, past.at))
    told = ""
    if escalation.is_told and escalation.told_by:
        at = short_time(escalation.told_at or past.at, zone, past.at)
        told = _("told by {who} {at}").format(who=escalation.told_by, at=at)
    parts = (situation(escalation, past.snapshot, past.at), since, level, who_has_it(escalation), told)
    return " · ".join(filter(None, (*parts, called(escalation, past, zone))))


def went_wrong(past: Past) -> list[str]:
    """Return the incidents that stood then, and how far each had come; a hazard had not happened."""
    return [f"‼ {heading(each, past.at)}" for each in past.snapshot.incidents if each.goes_on]


def called(escalation: Escalation, past: Past, zone: tzinfo) -> str:
    """Return who had been called last, and whether that was heard; "" where nobody had been."""
    calls = [line for line in past.told if line.escalation == escalation.id and line.kind in CALLS]
    if not calls:
        return ""
    at = short_time(calls[-1].at, zone, past.at)
    return labelled(at, step_words(calls[-1], past.snapshot.floor.places))


_WHAT = {
    "visits": N_("a car"),
    "stays": N_("where a car stood"),
    "tickets": N_("a call ticket"),
    "tasks": N_("an errand"),
    "escalations": N_("an escalation"),
    "steps": N_("a line of an escalation's record"),
}
_GAPS = {
    Gap.FORGOTTEN: N_(
        "Customers were forgotten since: {count} entries of the day before are shorter for it. The cars and the calls"
        " are all there."
    ),
    Gap.RESTORED: N_("What was entered from {since} until {until} is not in the log: a backup was put in place then."),
    Gap.LOST: N_("Entries are gone from the log: those from {since} until {until}."),
    Gap.OLDER: N_("Not shown, because an older version wrote too little of it: {what}."),
    Gap.UNREADABLE: N_("Not shown, because it makes no sense: {what}. See frontdesk doctor."),
}


def not_held(missing: Missing, zone: tzinfo) -> str:
    """Return what is not shown because the log does not hold it, as a sentence."""
    since, until = (None if at is None else exact_time(at, zone) for at in (missing.since, missing.until))
    what = _(_WHAT[missing.table]) if missing.table in _WHAT else missing.table
    named = " ".join(filter(None, (what, show_plate(missing.plate), since)))
    return _(_GAPS[missing.gap]).format(count=missing.entries, since=since, until=until, what=named)
