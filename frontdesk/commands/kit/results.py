"""What a command did, for a script and for a reader."""

from collections.abc import Callable, Iterable
from zoneinfo import ZoneInfo

from frontdesk.desk.desk import Answer
from frontdesk.domain.cases.steps import Step
from frontdesk.domain.escalations.terms import Action, Why
from frontdesk.domain.lounge import ticket_name
from frontdesk.domain.people.roles import Role
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.plates import show_plate
from frontdesk.domain.zone.places import Place
from frontdesk.words.i18n import _
from frontdesk.words.lookup import event_word, word
from frontdesk.words.phrases import case_number
from frontdesk.words.times import iso_time, short_time
from frontdesk.words.zone import place_at


def as_json(answer: Answer, by: str, zone: ZoneInfo) -> dict[str, object]:
    """Return an answer to a script."""
    return {
        "done": answer.kind,
        "plate": answer.plate or None,
        "place": answer.place or None,
        "at": iso_time(answer.at, zone),
        "by": by,
        "detail": answer.detail or None,
        "number": answer.number or None,
        "others": list(answer.others),
        "event": answer.seq,
        "undoes": answer.undoes,
        "warnings": list(answer.warnings),
    }


def as_line(answer: Answer, more: Iterable[str], places: Iterable[Place], *, zone: ZoneInfo, now: Millis) -> str:
    """Return an answer to a reader: which cars, what was done, where, and when."""
    plates = _(", ").join(show_plate(plate) for plate in (answer.plate, *answer.others) if plate)
    particulars = _PARTICULARS.get(answer.kind, _of_others)(answer)
    place = place_at(answer.place, places, answer.place)
    at = short_time(answer.at, zone, now)
    return " · ".join(filter(None, (plates, event_word(answer.kind), particulars, place, *more, at)))


def _acted(answer: Answer) -> str:
    ticket = ticket_name(answer.number) if answer.number else ""
    return " · ".join(filter(None, (word(Action(answer.detail)), ticket)))


def _on_duty(answer: Answer) -> str:
    role, _blank, name = answer.detail.partition(" ")
    return f"{word(Role(role))} {name}"


def _penalty(answer: Answer) -> str:
    _complaint, _blank, person = answer.detail.partition(" ")
    return f"{case_number(answer.number)} · {person}"


def _of_others(answer: Answer) -> str:
    if answer.kind.startswith("penalty_"):
        return _penalty(answer)
    return answer.detail if answer.kind.startswith("ticket_") else ""


def _of_case(answer: Answer) -> str:
    return case_number(answer.number)


_PARTICULARS: dict[str, Callable[[Answer], str]] = {
    "undo": lambda answer: event_word(answer.detail),
    "act": _acted,
    "template": lambda answer: answer.detail,
    "template_remove": lambda answer: answer.detail,
    **{step.value: _of_case for step in Step},
    "explain": lambda answer: f"{case_number(answer.number)} · {word(Why(answer.detail))}",
    "register": _of_case,
    "acknowledge": _of_case,
    "tell": _of_case,
    "done": _of_case,
    "duty": _on_duty,
    "duty_end": _on_duty,
}
"""What an answer is about besides its cars, by what was done."""
