"""What has to be rehearsed, trained or renewed, in words (S4, S12)."""

from frontdesk.domain.incidents.incident import IncidentKind
from frontdesk.domain.matters.due import Due, DueName
from frontdesk.domain.readiness import ANY, told_of
from frontdesk.domain.trainings.training import Topic
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word, word_of
from frontdesk.words.phrases import labelled
from frontdesk.words.trainings import certificate_word


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
