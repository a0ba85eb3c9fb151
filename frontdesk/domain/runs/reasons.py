"""Reasons for a refusal: playbooks and the runs made from them."""

from frontdesk.domain.values.errors import Detail, Reason


class RunReason(Reason):
    """Why a playbook was not loaded or started, or a step of a run not taken, done, failed or skipped."""

    NO_PLAYBOOK = "no_playbook"
    BAD_PLAYBOOK = "bad_playbook"
    SAME_PLAYBOOK = "same_playbook"
    NO_RUN = "no_run"
    NOT_OF_CAR = "not_of_car"
    RUN_OPEN = "run_open"
    NO_STEP = "no_step"
    NO_FACT = "no_fact"
    STEP_WAITING = "step_waiting"
    STEP_LEFT_OUT = "step_left_out"
    STEP_ENDED = "step_ended"
    STEP_MANDATORY = "step_mandatory"
    NOT_YOURS = "not_yours"
    STEP_TIME = "step_time"
    EVIDENCE_MISSING = "evidence_missing"
    OUT_OF_RANGE = "out_of_range"
    CHECK_SAYS = "check_says"
    """Words with a check that is said to be in order: they would tell what is not."""
    VALUE_NEEDLESS = "value_needless"
    STEP_WHY = "step_why"
    LEAD_WHY = "lead_why"


class PlaybookDetail(Detail):
    """What would be right at a place of a playbook that is not."""

    KEY_FORM = "playbook_key_form"
    KEY_TWICE = "playbook_key_twice"
    TITLE_FORM = "playbook_title_form"
    TITLE_TWICE = "playbook_title_twice"
    STEP_COUNT = "playbook_step_count"
    FIRST_COUNT = "playbook_first_count"
    FIRST_OF_INCIDENT = "playbook_first_of_incident"
    ONE_OF = "playbook_one_of"
    NOTHING_TO_NAME = "playbook_nothing_to_name"
    NO_CYCLE = "playbook_no_cycle"
    DUE_FORM = "playbook_due_form"
    DUE_BEFORE = "playbook_due_before"
    EVIDENCE_FORM = "playbook_evidence_form"
    ONE_ALWAYS = "playbook_one_always"
    FIELD = "playbook_field"
    TEXT = "playbook_text"
    LIST = "playbook_list"
    YES_OR_NO = "playbook_yes_or_no"
    MISSING = "playbook_missing"
