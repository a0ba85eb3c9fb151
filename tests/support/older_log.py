"""A store whose log is as version 0.3 wrote it: each event tells whole rows, and everything once more in its answer."""

import hashlib
import json
from pathlib import Path
from typing import Any

from log_folded import Folding
from tampering import forged

Row = dict[str, Any]


def tell_as_0_3(path: Path) -> None:
    """Write the log anew as version 0.3 would have."""
    with forged(path) as connection:
        cursor = connection.execute("select * from events order by seq")
        names = [column[0] for column in cursor.description]
        events = [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]
        told, previous = Folding().follow(connection), ""
        for event in events:
            event["changes"] = json.dumps(told[event["seq"]], ensure_ascii=False)
            event["answer"] = json.dumps(_answer(event), ensure_ascii=False)
            content = {name: event[name] for name in event if name not in {"seq", "hash", "rule", "body_hash"}}
            previous = hashlib.sha256((previous + json.dumps(content, sort_keys=True)).encode()).hexdigest()
            connection.execute(
                "update events set answer = ?, changes = ?, hash = ?, rule = 1 where seq = ?",
                (event["answer"], event["changes"], previous, event["seq"]),
            )


def _answer(event: Row) -> Row:
    kept = json.loads(event["answer"])
    facts = kept.get("facts", {})
    return {
        "kind": event["kind"], "plate": event["plate"], "place": event["place"], "number": kept.get("number", 0),
        "facts": {facts: event["detail"]} if isinstance(facts, str) else facts, "warnings": kept.get("warnings", []),
        "at": event["occurred_at"], "seq": event["seq"], "undoes": event["undoes"], "others": kept.get("others", []),
        "detail": event["detail"],
    }  # fmt: skip
