"""The events about cases in the event log."""

from frontdesk.domain.values.event import Event
from frontdesk.domain.values.need import IN_PERSON, OF_CASES, Need


class CaseEvent(Event):
    """What was done with a case. Each step of a case has its event, under the same text."""

    REGISTER = "register"
    ASSIGN = "assign"
    INFORM = "inform"
    VISIT = "visit"
    ANSWER = "answer"
    RESOLVE = "resolve"
    CONFIRM = "confirm"
    CLOSE = "close"
    REOPEN = "reopen"
    NOTE = "note"
    JUDGE = "judge"
    TO_QUALITY = "to_quality"
    QUALITY = "quality"
    PASS_ON = "pass_on"
    PROMISE = "promise"
    KEEP = "keep"
    WITHDRAW = "withdraw"
    REPORT = "report"
    DECIDE = "decide"
    WRITE_UP = "write_up"
    PAUSE = "pause"
    RESUME = "resume"
    FOLLOW_UP = "follow_up"
    CLOSE_ANYWAY = "close_anyway"
    ASK_MATERIAL = "ask_material"
    MATERIAL = "material"
    ASK_LEGAL = "ask_legal"
    LEGAL = "legal"
    LEGAL_NEXT = "legal_next"
    ONSITE = "onsite"
    ONSITE_DONE = "onsite_done"
    ASK_SAMPLE = "ask_sample"
    SAMPLE_HERE = "sample_here"
    SAMPLE_SENT = "sample_sent"
    SAMPLE = "sample"
    NOT_NEEDED = "not_needed"
    AMEND = "amend"
    READ_REPORT = "read_report"
    """The head has read the closing report (C9)."""
    SHOW_PHONE = "show_phone"
    SHOW_PHONES = "show_phones"
    """The numbers of a list of customers, to call them (G5)."""
    TEMPLATE = "template"
    TEMPLATE_REMOVE = "template_remove"

    @property
    def can_be_undone(self) -> bool:
        """Whether the event can be undone; only showing phone numbers cannot, because they have been seen."""
        return not self.is_passing and self not in {CaseEvent.TEMPLATE, CaseEvent.TEMPLATE_REMOVE}

    @property
    def is_passing(self) -> bool:
        """Whether nobody did more than look: numbers that were shown."""
        return self in {CaseEvent.SHOW_PHONE, CaseEvent.SHOW_PHONES}

    @property
    def need(self) -> Need:
        """The desk's, but for what somebody answers for by name; how far each may decide, `Rank` says."""
        by_name = {CaseEvent.JUDGE, CaseEvent.DECIDE, CaseEvent.CLOSE_ANYWAY, CaseEvent.READ_REPORT}
        return IN_PERSON if self.is_passing or self in by_name else OF_CASES
