"""What a command did, as its event keeps it for the same operation id."""

import json
from collections.abc import Mapping
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
_KEPT = ("number", "warnings", "others")


COLUMNS = "seq, kind, plate, place, occurred_at, undoes, detail, answer"
"""The columns of an event that its result is read from."""


def is_old(answer: Mapping[str, Any]) -> bool:
    """Whether an event is from before 0.4: then the whole result stands in its answer, with its number."""
    return "kind" in answer


def to_json(result: Result) -> str:
    """Return what the other columns of its event do not say of a result."""
    kept: dict[str, Any] = {name: value for name in _KEPT if (value := getattr(result, name))}
    if result.facts:
        alone = [name for name, value in result.facts.items() if value == result.detail]
        kept["facts"] = alone[0] if len(result.facts) == len(alone) == 1 else result.facts
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def from_row(row: tuple[Any, ...]) -> Result:
    """Return the result that was kept with an event, by this version or an older one; `row` holds `COLUMNS`."""
    seq, kind, plate, place, at, undoes, detail, answer = row
    stored: dict[str, Any] = json.loads(answer)
    if is_old(stored):
        return _from_old(stored, seq)
    facts = stored.get("facts", {})
    return Result(
        EVENTS[kind],
        plate,
        place,
        number=stored.get("number", 0),
        facts={facts: detail} if isinstance(facts, str) else facts,
        warnings=tuple(stored.get("warnings", ())),
        at=at,
        seq=seq,
        undoes=undoes,
        others=tuple(stored.get("others", ())),
    )


def _from_old(stored: dict[str, Any], seq: int) -> Result:
    detail = stored.pop("detail", "")
    facts = stored.pop("facts") if "facts" in stored else _from_one_text(stored["kind"], detail)
    listed = {name: tuple(stored.get(name, ())) for name in ("warnings", "others")}
    return Result(**{**stored, **listed, "kind": EVENTS[stored["kind"]], "facts": facts, "seq": seq})


def _from_one_text(kind: str, detail: str) -> dict[str, str | int]:
    names = _IN_0_3.get(kind, ())
    texts = detail.split(" ", len(names) - 1) if names and detail else ()
    return {name: int(text) if name in _NUMBERS else text for name, text in zip(names, texts, strict=True)}
