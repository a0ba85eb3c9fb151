"""Who may do what where people sign in: every event, every post and nobody, every proof."""

from itertools import product

import pytest

from frontdesk.domain.journal.events import EVENTS
from frontdesk.domain.people.duty import Duty, Roster
from frontdesk.domain.people.permits import check
from frontdesk.domain.people.pins import FRESH_FOR, SIGNED_IN_FOR, SignedIn
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.roles import Role
from frontdesk.domain.people.staff import Actor, Person, Post, Proof
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.need import Who
from frontdesk.domain.zone.events import ZoneEvent

NOW = 1_780_000_000_000
NAMES = {
    Post.GUARD: "张三",
    Post.DRIVER: "老周",
    Post.TECHNICIAN: "赵师傅",
    Post.PARTS: "小钱",
    Post.ADVISOR: "李四",
    Post.SUPERVISOR: "孙磊",
    Post.MANAGER: "王芳",
    Post.DIRECTOR: "李建国",
}
OFF_DUTY = "周强"
STAFF = tuple(
    Person(number, name, post, "")
    for number, (name, post) in enumerate((*((name, post) for post, name in NAMES.items()), (OFF_DUTY, Post.MANAGER)))
)
ROSTER = Roster(STAFF, (Duty(1, Role.MANAGER, "王芳", NOW - 1, NOW + 1),))
EVERYBODY = (*NAMES.values(), OFF_DUTY, "路人", "")
KNOWN = ("station", "signed in", "fresh", "too old", "at another station", "ended", "somebody else's")

TIME = {
    "evaluate", "clock_set", "agenda", "agenda_ended", "copy_made", "copy_failed", "restore_drill",
    "policy_fell_back", "appointment_no_show", "message_claim", "message_tried", "message_passed",
    "weather_fetch", "weather_fetched", "weather_over", "group_told", "template_offered", "template_taken_back",
}  # fmt: skip
CARS = {
    "arrive", "receive", "work_order", "hand_over", "move", "swap", "leave", "turn_away", "correct_plate",
    "ticket_call", "ticket_no_show", "ticket_restore", "ticket_return", "ticket_renew", "done", "explain", "see",
    "tell", "undo", "pin_chosen", "plan_read", "appointment_arrived", "run_start", "run_fact", "step_take", "step_done",
    "step_fail", "step_seen", "step_measure", "step_skip",
    "roll_call_start", "roll_call_mark", "roll_call_add", "roll_call_end",
    "contact_called", "contact_tried", "job_started", "job_held", "job_done", "problem_found", "part_used",
    "incident_told_outside",
    "hazard_rated", "hazard_acted", "hazard_became", "news_signed", "car_checked",
    "thing_add", "thing_change", "thing_count", "thing_renewed", "thing_faulty",
    "thing_ready", "thing_out", "thing_back", "thing_retire", "thing_again", "things_import",
    "incident_command", "incident_contained", "incident_ended",
    "absence_add", "roster_take_over", "roster_swap_ask", "roster_swap",
    "check_open", "check_item", "check_done", "drill_score",
}  # fmt: skip
DECIDING = {"act", "acknowledge"}
RINGING = {"message_phone", "rescue_phone", "order_phone"}
IN_PERSON = {
    "judge", "decide", "close_anyway", "read_report", "show_phone", "show_phones", "approval_sign", "approval_by_phone",
    "approval_reject", "approval_confirm", "measure_check", "policy_template",
}  # fmt: skip
PENALTIES = {"penalty_propose", "penalty_sign", "penalty_appeal", "penalty_uphold", "penalty_counter"}
STORE = {
    "staff_add", "staff_remove", "staff_change", "duty", "duty_end", "pin_given", "calendar", "policy", "forget",
    "restore", "compact", "gate_add", "gate_remove", "matter_close", "due_moved", "measure_agree", "measure_drop",
    "review_open", "review_leave", "review_submit", "copies_planned", "purge_ask", "plan_write", "plan_submit",
    "plan_publish", "policy_published", "policy_emergency", "playbook_load", "message_not_reached",
    "incident_investigated", "incident_assessed",
    "check_on", "check_off",
    "area_add", "area_change", "team_change", "team_members", "shift_add", "shift_remove",
    "group_joined", "group_left", "group_epoch", "group_shared",
    "survey_draft", "survey_change", "survey_submit", "survey_draw", "survey_report",
}  # fmt: skip
ANYBODY = {"incident_report", "incident_joined", "incident_said", "incident_level", "incident_mistake"}
CASES = set(EVENTS) - ANYBODY - TIME - CARS - DECIDING - RINGING - IN_PERSON - PENALTIES - STORE


def signed(who: str, known: str) -> SignedIn | None:
    usual = SignedIn(7, who, "manager", NOW - SIGNED_IN_FOR + 1, NOW - FRESH_FOR - 1, None)
    return {
        "station": None,
        "signed in": usual,
        "fresh": usual._replace(proven_at=NOW - FRESH_FOR),
        "too old": usual._replace(at=NOW - SIGNED_IN_FOR, proven_at=NOW),
        "at another station": usual._replace(station="guard", proven_at=NOW),
        "ended": usual._replace(ended_at=NOW - 1, proven_at=NOW),
        "somebody else's": usual._replace(name="赵六", proven_at=NOW),
    }[known]


def may(kind: str, who: str, known: str) -> bool:
    """What the table of the plan says, told a second time."""
    if kind in TIME | ANYBODY:
        return True
    post = next((person.post for person in STAFF if person.name == who), None)
    if post is None:
        return False
    if kind in CARS:
        return True
    if kind in PENALTIES:
        return known == "fresh"
    if post in {Post.GUARD, Post.DRIVER, Post.TECHNICIAN}:
        return False
    if kind in CASES:
        return True
    if kind in RINGING:
        return known in {"signed in", "fresh"}
    if kind in IN_PERSON:
        return known == "fresh"
    if kind in DECIDING:
        # The supervisor stands in as deputy by post.
        return known in {"signed in", "fresh"} and who in {"王芳", "孙磊", "李建国"}
    return known == "fresh" and who in {"王芳", "孙磊", "李建国", OFF_DUTY}


@pytest.mark.parametrize("kind", EVENTS)
def test_at_a_station(kind: str) -> None:
    for who, known in product(EVERYBODY, KNOWN):
        actor = Actor("manager", who, sign_in=7)
        try:
            proof = check(EVENTS[kind].need, actor, ROSTER, signed(who, known), NOW)
        except Refused as refused:
            assert not may(kind, who, known), (who, known, refused.reason)
            continue
        assert may(kind, who, known), (who, known)
        told = Proof.PIN if known in {"signed in", "fresh"} else Proof.STATION
        assert proof == (None if kind in TIME else told)


@pytest.mark.parametrize("kind", EVENTS)
@pytest.mark.parametrize("who", ["王芳", "路人", ""])
def test_on_the_stores_machine(kind: str, who: str) -> None:
    """Whoever has an account there keeps the store; they do not decide or sign as somebody."""
    actor = Actor("command", who, Proof.SHELL)
    if kind in DECIDING | RINGING | IN_PERSON | PENALTIES:
        with pytest.raises(Refused) as refused:
            check(EVENTS[kind].need, actor, ROSTER, None, NOW)
        assert refused.value.reason is PeopleReason.NOT_BY_SHELL
    else:
        assert check(EVENTS[kind].need, actor, ROSTER, None, NOW) == (None if kind in TIME else Proof.SHELL)


@pytest.mark.parametrize("actor", [Actor("manager", "李建国", sign_in=7), Actor("command", "李建国", Proof.SHELL)])
def test_what_says_nothing_is_for_nobody(actor: Actor) -> None:
    unsaid = super(ZoneEvent, ZoneEvent.ARRIVE).need
    with pytest.raises(Refused):
        check(unsaid, actor, ROSTER, signed("李建国", "fresh"), NOW)
    assert [kind for kind in EVENTS if EVENTS[kind].need.who is Who.NOBODY] == []
