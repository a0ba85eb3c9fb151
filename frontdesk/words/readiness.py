"""What has to be rehearsed, trained or renewed, in words (S4, S12)."""

from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.matters.due import Due, DueName
from frontdesk.domain.readiness import ANY, told_of
from frontdesk.domain.trainings.training import Topic
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word, word_of
from frontdesk.words.phrases import labelled
from frontdesk.words.trainings import certificate_word

_OF = {
    DueName.DRILL_DUE: N_("drills"),
    DueName.TRAINING_DUE: N_("trainings"),
    DueName.CERTIFICATE_DUE: N_("certificates"),
}


def title_words(title: str) -> str:
    """Return which of them a matter is about."""
    return _(", ").join(_(_OF[DueName(name)]) for name in title.split() if name in _OF)


def due_words(due: Due) -> str:
    """Return what is to be done, about what, and whose it is."""
    about, person = told_of(clean_line(due.what))
    if due.name is DueName.DRILL_DUE:
        about = _("any kind, on the spot") if about == ANY else word_of(IncidentKind, about)
    elif due.name is DueName.TRAINING_DUE:
        about = word_of(Topic, about)
    else:
        about = certificate_word(about)
    return labelled(word(due.name), " ".join(filter(None, (person, about))))
