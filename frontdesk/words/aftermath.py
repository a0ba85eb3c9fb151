"""What follows from an incident in words: what was found, learned, told, and what is still owed (I9–I16)."""

from collections.abc import Iterable
from datetime import tzinfo

from frontdesk.domain.incidents.aftermath import Aftermath
from frontdesk.domain.incidents.car_checks import CarCheck
from frontdesk.domain.incidents.incident import Incident
from frontdesk.domain.incidents.news import News
from frontdesk.domain.matters.due import DueName
from frontdesk.domain.matters.matter import Matter, MatterKind
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import N_, _
from frontdesk.words.incidents import numbered
from frontdesk.words.lookup import word
from frontdesk.words.matters import due_line, title_of
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.times import long_time

LIKELIHOODS = (N_("hardly ever"), N_("seldom"), N_("now and then"), N_("often"), N_("any day"))
"""What one to five mean, of how likely a hazard is."""
SEVERITIES = (N_("a nuisance"), N_("damage"), N_("somebody hurt"), N_("badly hurt"), N_("deaths"))
"""What one to five mean, of how grave it would be."""


def found_lines(found: Aftermath, zone: tzinfo, now: Millis, warning: Millis) -> list[str]:
    """Return what was found and learned, then what is still owed; the steps have a page of their own."""
    lines = []
    if found.likelihood is not None:
        risk = _("likelihood {likelihood} × severity {severity} = {risk}")
        lines.append(risk.format(likelihood=found.likelihood, severity=found.severity, risk=found.risk))
    if found.investigated_at is not None:
        lines.append(labelled(_("cause"), clean_line(found.cause)))
        lines.append(labelled(_("responsible"), clean_line(found.responsible)))
        lines.append(labelled(_("loss"), _("{amount} yuan").format(amount=found.loss_cny)))
    if found.into_plan is not None:
        lines.append(labelled(_("what was learned"), clean_line(found.lessons)))
        lines.append(" · ".join(filter(None, (word(found.into_plan), clean_line(found.into_plan_why)))))
    owed = (due for due in found.dues if due.name is not DueName.STEP)
    return [*lines, *(due_line(due, zone, now, warning) for due in owed)]


def news_line(news: News, zone: tzinfo) -> str:
    """Return a version of what was said, whether it is signed, and when it went out."""
    sent = ""
    if news.sent_at is not None:
        sent = _("let out {time} {who}").format(time=long_time(news.sent_at, zone), who=news.sent_by)
    signed = signature_words(news) if news.is_outside else ""
    head = _("{audience} {version}").format(audience=word(news.audience), version=news.version)
    return labelled(head, " · ".join(filter(None, (clean_line(news.text), news.written_by, signed, sent))))


def next_of_news(news: News, incident: Incident) -> str:
    """Return what a text waits for; empty where it has gone out."""
    if news.sent_at is not None:
        return ""
    if news.is_outside and incident.is_drill:
        return _("a drill: it goes to nobody")
    if news.is_outside and not news.is_signed:
        return _("waits for the signature of the command ({name}): F3").format(name=incident.command or "—")
    return _("signed: F4 lets it out")


def signature_words(news: News) -> str:
    """Return whether the command has signed a text."""
    if news.approval is None or not news.is_signed:
        return _("unsigned")
    return _("signed by {who}").format(who=news.approval.given[-1].who)


def measure_lines(measures: Iterable[Matter]) -> list[str]:
    """Return the measures that came of it."""
    return [labelled(f"{word(MatterKind.MEASURE)} {case_number(each.id)}", clean_line(each.title)) for each in measures]


def found_in_line(check: Matter) -> str:
    """Return the check that found a hazard."""
    return labelled(_("found by check"), f"{case_number(check.id)} {title_of(check)}")


def to_look_at_line(check: CarCheck, incident: Incident, zone: tzinfo) -> str:
    """Return a car that is to be looked at, what happened where it stood, and when."""
    return labelled(show_plate(check.plate), f"{numbered(incident)} · {long_time(check.asked_at, zone)}")


def car_line(check: CarCheck, zone: tzinfo) -> str:
    """Return a car that was there, and what was found."""
    if check.result is None or check.checked_at is None:
        return labelled(show_plate(check.plate), _("to be looked at before work goes on"))
    at = long_time(check.checked_at, zone)
    told = (word(check.result), clean_line(check.words), f"{at} {check.checked_by}")
    return labelled(show_plate(check.plate), " · ".join(filter(None, told)))
