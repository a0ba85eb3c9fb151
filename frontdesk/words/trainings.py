"""Trainings in words: what was trained, who passed, who lacks what, which certificates end."""

from collections.abc import Iterable
from datetime import date

from frontdesk.domain.trainings.training import Attendance, Certificate, CertificateKind, Lacking, Result, Training
from frontdesk.domain.values.text import clean_line, folded
from frontdesk.words.every_language import keys_by_name
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number, labelled

_OWN = {kind.value.removeprefix("certified_"): kind for kind in CertificateKind}


def training_line(training: Training) -> str:
    """Return a training in one line."""
    passed = sum(each.result is Attendance.PASSED for each in training.attended)
    told = (
        str(training.held_on), training.trainer, training.plan_version,
        _("{count} of {all} passed").format(count=passed, all=len(training.attended)), clean_line(training.words),
    )  # fmt: skip
    return labelled(f"{case_number(training.id)} {word(training.topic)}", " · ".join(filter(None, told)))


def result_line(result: Result) -> str:
    """Return how somebody did."""
    score = "" if result.score is None else str(result.score)
    return labelled(result.name, " · ".join(filter(None, (word(result.result), score))))


def lacking_line(found: Lacking) -> str:
    """Return who lacks which training."""
    since = _("ended {day}").format(day=found.ended_on) if found.ended_on else _("never")
    return labelled(f"{found.name} {word(found.post)}", f"{word(found.topic)} · {since}")


def certificate_word(kind: str) -> str:
    """Return what a certificate is called; one of the store's own has its own name."""
    return word(_OWN[kind]) if kind in _OWN else clean_line(kind)


def certificate_key(text: str) -> str:
    """Return what a typed certificate is kept as: one that is known by name in any language, else as it was typed."""
    known = {name: key.removeprefix("certified_") for name, key in keys_by_name(CertificateKind).items()}
    known |= {folded(key): key for key in _OWN}
    return known.get(folded(text), text)


def nobody_holds(certificate: str, held: Iterable[str]) -> str:
    """Return that nobody has a certificate, which there are, and that it can be asked for nevertheless."""
    known = _(", ").join(sorted(certificate_word(each) for each in held)) or "–"
    text = _("Nobody holds “{certificate}”. There are: {known}. To ask for it all the same, save once more.")
    return text.format(certificate=certificate_word(certificate), known=known)


def certificate_line(found: Certificate, today: date) -> str:
    """Return a certificate with its last day, and a warning where that is near or over."""
    left = found.days_left(today)
    warned = ""
    if found.is_warned(today):
        warned = _("ended") if left < 0 else _("{count} days left").format(count=left)
    return labelled(
        f"{found.name} {certificate_word(found.kind)}", " · ".join(filter(None, (str(found.ends_on), warned)))
    )
