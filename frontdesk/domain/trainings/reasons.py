"""Reasons for a refusal: trainings and certificates."""

from frontdesk.domain.values.errors import Reason


class TrainingReason(Reason):
    """Why a training, an attendance or a certificate was not put on record."""

    NO_TRAINING = "no_training"
    NO_TOPIC = "no_topic"
    TRAINING_TIME = "training_time"
    NO_TRAINER = "no_trainer"
    SCORE = "score"
    CERTIFICATE_KIND = "certificate_kind"
    CERTIFICATE_DAY = "certificate_day"
    NO_CERTIFICATE = "no_such_certificate"
