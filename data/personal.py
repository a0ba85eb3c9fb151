"""Which cases still hold something of a customer: a name, words, or a number to call."""

from frontdesk.domain.forgetting.customer import GONE, PERSONAL

_OWNER = {
    "complaints": "t.id = c.id",
    "pauses": "t.clock_id in (select id from clocks where complaint_id = c.id)",
    # What was said about a repair is with the case of its visit.
    **dict.fromkeys(
        ("found", "promises", "tellings"), "t.progress_id in (select id from progress where visit_id = c.visit_id)"
    ),
    **dict.fromkeys(
        ("run_steps", "run_entries"),
        "t.run_id in (select r.id from runs r join progress p on p.id = r.matter_id where p.visit_id = c.visit_id)",
    ),
    "roll_marks": "t.name_id in (select id from roll_names where visit_id = c.visit_id)",
    "car_checks": "t.visit_id = c.visit_id",
    "meeting_items": "t.meeting_id in (select id from meetings where complaint_id = c.id)",
    "due_changes": (
        "t.due_id in (select id from dues where matter_id in (select id from meetings where complaint_id = c.id))"
    ),
    # A rescue, an order and an incident belong to no case.
    **dict.fromkeys(("rescues", "rescue_contacts", "rescue_etas", "orders", "order_answers"), "false"),
    **dict.fromkeys(("incidents", "incident_entries", "roll_names"), "false"),
    "quotes": "(t.complaint_id = c.id or t.matter_id in (select id from progress where visit_id = c.visit_id))",
}
_SAYS = " or ".join(
    f"exists (select 1 from {table} t where {_OWNER.get(table, 't.complaint_id = c.id')} and ("
    + " or ".join(f"t.{column} not in ('', '{GONE}')" for column in columns)
    + "))"
    for table, columns in PERSONAL.items()
)
HAS_NUMBER = "exists (select 1 from phones p where p.id = c.phone_id and p.number <> '')"
"""Whether case `c` has a number that was not taken out."""
IS_PERSONAL = f"({_SAYS} or {HAS_NUMBER})"
"""Whether there is anything in case `c` that would be taken out."""
