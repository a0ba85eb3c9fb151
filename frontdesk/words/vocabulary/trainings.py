"""The names of the values and events of trainings."""

from collections.abc import Mapping

from frontdesk.domain.trainings.events import TrainingEvent
from frontdesk.domain.trainings.training import Attendance, CertificateKind, Topic
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (Topic.SERVICE, N_("service training")),
    (Topic.TECHNICIANS, N_("technical training")),
    (Topic.LEGAL, N_("legal training")),
    (Topic.FIRST_AID, N_("first-aid training")),
    (Topic.FIRE, N_("fire training")),
    (Topic.EPIDEMIC, N_("epidemic training")),
    (Attendance.PASSED, N_("passed the test")),
    (Attendance.FAILED, N_("did not pass")),
    (CertificateKind.FIRST_AID, N_("first-aid certificate")),
    (CertificateKind.ELECTRICIAN, N_("electrician's certificate")),
    (CertificateKind.HIGH_VOLTAGE, N_("high-voltage certificate")),
    (CertificateKind.LIFT, N_("lift certificate")),
    (CertificateKind.DRIVING, N_("driving licence")),
)

EVENTS: Mapping[str, str] = {
    TrainingEvent.ADD: N_("training held"),
    TrainingEvent.ATTEND: N_("attended a training"),
    TrainingEvent.CERTIFICATE: N_("certificate on record"),
    TrainingEvent.CERTIFICATE_GONE: N_("certificate taken off"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
