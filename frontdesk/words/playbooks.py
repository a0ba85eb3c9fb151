"""Playbooks in words: which version is in force and where it comes from, what each step says, what changed."""

from datetime import tzinfo

from frontdesk.domain.people.staff import Post
from frontdesk.domain.runs.changes import Change, How
from frontdesk.domain.runs.playbook import (
    EACH_AREA,
    EACH_CAR,
    SINCE_START,
    Each,
    Playbook,
    PlaybookOnRecord,
    Step,
    term_of,
)
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import Millis
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled
from frontdesk.words.runs import evidence_hint, whose
from frontdesk.words.times import about, rough_duration, short_time

_NOTHING = "—"
_HOW = {
    How.ADDED: N_("new: {title}"),
    How.DROPPED: N_("not any more: {title}"),
    How.CHANGED: N_("{title}: {field} {was} → {becomes}"),
}


def playbook_line(found: PlaybookOnRecord) -> str:
    """Return a playbook in one line: its name, its title, which version is in force, where that comes from."""
    playbook = found.playbook
    steps = _("{count} steps").format(count=len(playbook.steps))
    return labelled(playbook.key, f"{playbook.title} · {steps} · {came_from(found)}")


def came_from(found: PlaybookOnRecord) -> str:
    """Return which version of a playbook it is, and whether it is the store's own."""
    if not found.version:
        return _("comes with the program")
    said = _("version {version}").format(version=found.version)
    return f"{said} · {_('the store’s own') if found.own else _('comes with the program')}"


def version_line(found: PlaybookOnRecord, zone: tzinfo, now: Millis) -> str:
    """Return a version on record, with when and by whom it was put there."""
    return labelled(came_from(found), f"{short_time(found.at, zone, now)} {found.who}".strip())


def said_of_step(playbook: Playbook, step: Step) -> str:
    """Return what a playbook says of a step."""
    after = [found.title for key in step.after if (found := playbook.step(key))]
    until = playbook.step(step.until)
    parts = (
        whose(step),
        word(StationKind(step.station)) if step.station else "",
        _("after: {steps}").format(steps=_(", ").join(after)) if after else "",
        _due(playbook, step),
        evidence_hint(step),
        when_of_step(playbook, step),
        _("again every {time} until: {step}").format(time=_length(step.repeat), step=until.title) if until else "",
        _("may be skipped") if step.optional else "",
    )
    return labelled(f"{step.key} {step.title}", " · ".join(filter(None, parts)))


def when_of_step(playbook: Playbook, step: Step) -> str:
    """Return on what a step depends; empty for one that is always done."""
    return _("only where: {fact}").format(fact=playbook.fact(step.when)) if step.when else ""


def time_of_step(step: Step) -> str:
    """Return how long a step has from the start, or from when it can be begun; empty for what counts from another."""
    term = term_of(step.due)
    is_plain = term is not None and term.since in {"", SINCE_START}
    return _("within {time}").format(time=rough_duration(term.length)) if term and is_plain else ""


def post_of_step(step: Step) -> str:
    """Return whose post a step is for; empty for anybody's."""
    return word(Post(step.role)) if step.role else ""


def every_one(each: Each) -> str:
    """Return what stands in a title for all that there is a step for each of."""
    return {EACH_AREA: _("each area"), EACH_CAR: _("each car")}.get(each.what) or _("each thing")


def change_line(change: Change) -> str:
    """Return what is otherwise in a version."""
    title = change.of or _("the playbook")
    told = {"field": change.field, "was": change.was or _NOTHING, "becomes": change.becomes or _NOTHING}
    return _(_HOW[change.how]).format(title=title, **told)


def _due(playbook: Playbook, step: Step) -> str:
    term = term_of(step.due)
    if term is None:
        return ""
    earlier = playbook.step(term.since)
    since = earlier.title if earlier else _("the start") if term.since else ""
    length = about(term.length)
    if since:
        return _("within {time} of: {since}").format(time=length, since=since)
    return _("within {time}").format(time=length)


def _length(text: str) -> str:
    term = term_of(text)
    return about(term.length) if term else ""
