"""The sentences of refusals about trainings and certificates."""

from frontdesk.domain.trainings.reasons import TrainingReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    TrainingReason.NO_TRAINING: N_("There is no training No. {number}. See frontdesk trainings."),
    TrainingReason.NO_TOPIC: N_("“{text}” is no topic of trainings. Right would be one of: {choices}."),
    TrainingReason.TRAINING_TIME: N_("A training is put on record once it was held, within ten years."),
    TrainingReason.NO_TRAINER: N_("Who held the training?"),
    TrainingReason.SCORE: N_("“{text}” is no score. Right would be 0 to {right}."),
    TrainingReason.CERTIFICATE_KIND: N_("Which certificate? Right would be first_aid, electrician, lift or driving."),
    TrainingReason.CERTIFICATE_DAY: N_("{day} is no last day of a certificate. Right would be a day like 2028-06-30."),
    TrainingReason.NO_CERTIFICATE: N_("{who} has no certificate “{text}”. See frontdesk trainings lacking."),
}

REFUSALS = Refusals(SENTENCES)
