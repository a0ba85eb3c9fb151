"""What a command did, as its event keeps it for the same operation id."""

import json
from dataclasses import asdict
from typing import Any

from frontdesk.domain.journal.events import EVENTS
from frontdesk.domain.journal.result import Result

_IN_0_3: dict[str, tuple[str, ...]] = {
    "receive": ("advisor",),
    "act": ("action",),
    "done": ("errand",),
    "explain": ("why",),
    "evaluate": ("crossings",),
    **dict.fromkeys(("ticket_call", "ticket_no_show", "ticket_restore", "ticket_return", "ticket_renew"), ("ticket",)),
    "register": ("severity",),
    "amend": ("changed",),
    **dict.fromkeys(("template", "template_remove", "staff_add", "staff_remove"), ("name",)),
    **dict.fromkeys(("duty", "duty_end"), ("role", "name")),
    **dict.fromkeys(
        [f"penalty_{act}" for act in ("propose", "sign", "appeal", "uphold", "counter")], ("case", "person")
    ),
    "calendar": ("year",),
    "policy": ("changed",),
    "undo": ("kind",),
    "restore": ("file",),
}
"""The order of the facts up to version 0.3, which kept them in one text separated by blanks."""

_NUMBERS = frozenset({"case", "year"})


def to_json(result: Result) -> str:
    """Return what is kept."""
    return json.dumps({**asdict(result), "detail": result.detail}, ensure_ascii=False)


def from_json(text: str, seq: int) -> Result:
    """Return what was kept with the event `seq`, by this version or an older one."""
    stored: dict[str, Any] = json.loads(text)
    detail = stored.pop("detail", "")
    facts = stored.pop("facts") if "facts" in stored else _from_one_text(stored["kind"], detail)
    listed = {name: tuple(stored.get(name, ())) for name in ("warnings", "others")}
    return Result(**{**stored, **listed, "kind": EVENTS[stored["kind"]], "facts": facts, "seq": seq})


def _from_one_text(kind: str, detail: str) -> dict[str, str | int]:
    names = _IN_0_3.get(kind, ())
    texts = detail.split(" ", len(names) - 1) if names and detail else ()
    return {name: int(text) if name in _NUMBERS else text for name, text in zip(names, texts, strict=True)}
