"""Measures in words: what is to change, who sees to it, how far it has come."""

from datetime import tzinfo

from frontdesk.domain.measures.measure import Measure
from frontdesk.domain.review.effect import Effect
from frontdesk.domain.review.metrics import Metric
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word, word_of
from frontdesk.words.matters import time_left
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.review.effect import caution, change, dispersion, side, verdict, visible
from frontdesk.words.times import long_time


def heading(measure: Measure, zone: tzinfo, now: Millis) -> str:
    """Return a measure in one line."""
    first = measure.matter.next_due
    owed = f"{long_time(first.due_at, zone)} {time_left(first, now)}" if first else ""
    verdict = word(measure.verdict) if measure.verdict else ""
    parts = (word(measure.state), verdict, measure.owner, owed, expected_line(measure))
    about = labelled(case_number(measure.id), clean_line(measure.matter.title))
    return " · ".join(filter(None, (about, *parts)))


def expected_line(measure: Measure) -> str:
    """Return what a measure is measured by and what is expected of it; "" where nothing is."""
    if measure.expected is None:
        return ""
    return _("expected {metric} {change}").format(
        metric=word_of(Metric, measure.metric), change=f"{measure.expected:+}%"
    )


def history_lines(measure: Measure, zone: tzinfo) -> list[str]:
    """Return a line for each thing that was said about a measure, oldest first."""
    return [
        labelled(
            f"  {long_time(each.at, zone)} {each.who}",
            " · ".join(filter(None, (word(each.state), clean_line(each.words)))),
        )
        for each in measure.entries
    ]


def effect_lines(effect: Effect) -> list[str]:
    """Return what a measure did: what can be said first, then the figures, then what speaks against it."""
    lines = [verdict(effect)]
    lines.append(labelled(_("before"), side(effect.metric, effect.before)))
    lines.append(labelled(_("after"), side(effect.metric, effect.after)))
    if effect.comparison is not None:
        lines += [labelled(_("change"), change(effect.comparison)), dispersion(effect.comparison)]
        lines.append(visible(effect.comparison))
    lines += [f"! {caution(each)}" for each in effect.cautions]
    return [each for each in lines if each]
