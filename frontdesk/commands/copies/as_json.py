"""Copies for scripts."""

from datetime import tzinfo
from pathlib import Path

from frontdesk.commands.kit.session import Session
from frontdesk.desk.copies.folders import Destination
from frontdesk.desk.copies.schedule import Standing
from frontdesk.desk.copies.verifying import Verified
from frontdesk.domain.copies.copy import Copy
from frontdesk.words.copies import fault_words
from frontdesk.words.times import iso_time


def copy(each: Copy, zone: tzinfo) -> dict[str, object]:
    """Return what became of a folder's copy."""
    told: dict[str, object] = {"folder": each.folder, "at": iso_time(each.at, zone), "ok": not each.fault}
    if each.fault or each.held is None:
        return {**told, "error": each.fault, "message": fault_words(each.fault, each.folder, each.detail)}
    end = {"event": each.held.event, "chain": each.held.hash}
    return {**told, "file": str(Path(each.folder) / each.file), "bytes": each.size, "sha256": each.digest, **end}


def standing(found: Standing, to: Destination, session: Session) -> dict[str, object]:
    """Return how it stands with the copies."""
    zone, now, policy = session.zone, session.desk.now(), session.snapshot.policy
    planned = {each.rule: iso_time(each.at, zone) for each in found.planned}
    drill = found.drill
    return {
        "folders": [str(folder) for folder in to.folders],
        "sealed": bool(to.public),
        "at": policy.copy_at,
        "keep": {"daily": policy.copies_daily, "weekly": policy.copies_weekly, "monthly": policy.copies_monthly},
        "next": planned.get("copies"),
        "next_drill": planned.get("drill"),
        "late": found.copying.is_late(now),
        "drill": drill and {"due": iso_time(drill.due_at, zone), "state": drill.state, "error": drill.fault or None},
        "copies": [copy(each, zone) for each in found.latest],
    }


def verified(found: Verified) -> dict[str, object]:
    """Return a copy that was looked through."""
    of = {"on_record": found.is_known, "this_store": found.other is None}
    end = {"event": found.held.event, "chain": found.held.hash}
    return {"ok": True, "file": str(found.file.absolute()), **of, **end}
