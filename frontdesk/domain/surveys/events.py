"""The events about surveys in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import OF_CASES, OF_THE_STORE, Need


class SurveyEvent(Event):
    """What was done about a survey."""

    DRAFT = "survey_draft"
    CHANGE = "survey_change"
    SUBMIT = "survey_submit"
    DRAW = "survey_draw"
    ANSWER = "survey_answer"
    REPORT = "survey_report"

    @property
    def can_be_undone(self) -> bool:
        """Answers that were typed wrongly, and what was changed of a draft, can be taken back."""
        return self in {SurveyEvent.CHANGE, SurveyEvent.ANSWER}

    @property
    def need(self) -> Need:
        """The desk asks; what is asked is for whoever runs the service."""
        return OF_CASES if self is SurveyEvent.ANSWER else OF_THE_STORE
