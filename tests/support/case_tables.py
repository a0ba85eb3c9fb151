"""Tables of cases as somebody has them from before, and the cases they make."""

from typing import Any

HEAD = "received_at,channel,kind,severity,customer,phone,plate,words"
GOOD = "2026-05-28T09:05,phone,service,ordinary,陈先生,13800138000,苏A12345,等得太久了"


def cases(run: Any) -> list[Any]:
    return list(run("complaints", "list", "--all", "--json").json["complaints"])
