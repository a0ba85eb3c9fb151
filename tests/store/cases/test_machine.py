"""The complaint queue as a store's people use it, against a plain model: every step, every refusal, every clock."""

import shutil
from pathlib import Path

import machines
from case_machine import POSTS, Cases
from case_model import STEPS
from cases_compared import done
from rounds import Rounds

from frontdesk.desk import calendar, policy
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.domain.calendar.working_days import PublishedYear
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import ManualClock


def test_the_queue_agrees_with_the_model(template: Path, tmp_path: Path, rounds: Rounds) -> None:
    """Thousands of steps; those of a campaign take every step, and are refused for every reason there is."""
    Cases.template = tmp_path / "template.db"
    shutil.copy(template, Cases.template)
    with Desk.open(Cases.template, Actor("test", ""), ManualClock(0)) as desk:
        for name, post in POSTS.items():
            staff.add(desk, name, post)
        # The days the library knows of this year are not the model's.
        calendar.load(desk, PublishedYear(2026, {}))
        policy.load(desk, Policy(over_count_warning=3))
    done.clear()
    for _ in rounds(1, 40):
        machines.run(Cases, rounds.of(10, 105))
    print(f"\n{done.total()} steps: {dict(done.most_common())}")
    assert done.total() >= rounds.of(400, 4_200) * rounds.done
    refusals = {"no_complaint", "wrong_state", "cannot_close", "not_allowed", "note_missing", "no_operator",
                "same_severity", "quality_incomplete", "bad_satisfaction", "not_paused", "no_clock", "clock_missed",
                "paused_already", "date_missing", "date_past", "date_far", "in_future", "nothing_to_undo",
                "changed_since", "built_on", "which_promise", "promise_missed", "onsite_incomplete", "onsite_unsaid",
                "nobody_leaves", "which_ask", "legal_incomplete"}  # fmt: skip
    if rounds.seconds is not None:
        assert {"register", "undo", "undo at once", "days", "evaluate, some missed", *STEPS} - {"amend"} <= set(done)
        assert {f"refused {reason}" for reason in refusals} <= set(done)
