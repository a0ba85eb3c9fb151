"""Something done step by step at the store: what a playbook of the store's own says."""

from frontdesk.desk.desk import Desk
from frontdesk.desk.runs import playbooks, starting
from frontdesk.domain.values.errors import Refused
from frontdesk.files.playbook_file import shipped

OUTAGE = shipped("zh")["power_failure"]._replace(key="outage")


def begin_outage(desk: Desk, operation: str | None = None) -> int:
    """Begin it; return the matter's number."""
    try:
        return starting.start(desk, OUTAGE.key, "zh", operation=operation).number
    except Refused:
        playbooks.load(desk, OUTAGE)
        return starting.start(desk, OUTAGE.key, "zh", operation=operation).number
