"""Which rows of each table tell of a customer: of their cases, of repairs at their visits, what else is theirs."""

from frontdesk.domain.forgetting.customer import ADDRESSED, OF_REPAIRS, PERSONAL

THEIRS = "(select value from json_each(:cases))"
REPAIRS = (
    f"(select p.id from progress p join complaints c on c.visit_id = p.visit_id where c.id in {THEIRS}"
    " union select value from json_each(:repairs))"
)
VISITS = (
    f"(select visit_id from progress where id in {REPAIRS}"
    f" union select visit_id from complaints where id in {THEIRS} and visit_id is not null)"
)
NAMES = f"(select id from roll_names where visit_id in {VISITS})"
INCIDENTS = "(select id from incidents where id in (select value from json_each(:matters)))"
RUNS = f"(select id from runs where matter_id in {REPAIRS} or matter_id in {INCIDENTS})"
MATTERS = (
    f"(select id from meetings where complaint_id in {THEIRS} or id in (select value from json_each(:matters))"
    " union select id from rescues where id in (select value from json_each(:matters))"
    " union select id from orders where id in (select value from json_each(:matters)))"
)
VISITORS = (
    f"(select n.id from roll_names n join roll_calls c on c.id = n.roll_call_id where c.matter_id in {INCIDENTS}"
    " and n.subject = 'visitor')"
)
COUNTED = f"(select n.id from roll_names n join roll_calls c on c.id = n.roll_call_id where c.matter_id in {INCIDENTS})"
DUES = f"(select id from dues where matter_id in {MATTERS})"
OF_CASES = {
    **dict.fromkeys(PERSONAL, f"complaint_id in {THEIRS}"),
    "complaints": f"id in {THEIRS}",
    "pauses": f"clock_id in (select id from clocks where complaint_id in {THEIRS})",
    **dict.fromkeys(OF_REPAIRS, f"progress_id in {REPAIRS}"),
    **dict.fromkeys(("run_steps", "run_entries"), f"run_id in {RUNS}"),
    "incidents": f"id in {INCIDENTS}",
    "incident_entries": f"incident_id in {INCIDENTS}",
    "roll_names": f"id in {VISITORS}",
    "roll_marks": f"(name_id in {NAMES} or name_id in {COUNTED})",
    "car_checks": f"(visit_id in {VISITS} or incident_id in {INCIDENTS})",
    "meetings": f"id in {MATTERS}",
    "meeting_items": f"meeting_id in {MATTERS}",
    "rescues": f"id in {MATTERS}",
    **dict.fromkeys(("rescue_contacts", "rescue_etas"), f"rescue_id in {MATTERS}"),
    "orders": f"id in {MATTERS}",
    "order_answers": f"order_id in {MATTERS}",
    "due_changes": f"due_id in {DUES}",
    "quotes": f"(complaint_id in {THEIRS} or matter_id in {REPAIRS})",
}
"""Which rows are about cases, or about repairs: those of their visits, and others that are the customer's."""
OWNERS = {
    "complaint_id": "complaints", "clock_id": "clocks", "progress_id": "progress", "matter_id": "progress",
    "run_id": "runs", "meeting_id": "meetings", "rescue_id": "rescues", "due_id": "dues", "name_id": "roll_names",
    "order_id": "orders", "incident_id": "incidents",
}  # fmt: skip
WITH_WORDS = frozenset({*PERSONAL, *ADDRESSED, "runs"})
"""What is looked at in the log; a run says nothing itself, but its steps do, also those of one that was taken back."""
