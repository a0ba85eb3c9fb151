"""`frontdesk areas`: the areas of the store."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session, carry_out, on_store
from frontdesk.commands.register import results
from frontdesk.desk.register import areas
from frontdesk.domain.journal.result import Result
from frontdesk.domain.register.areas import AreaOnRecord
from frontdesk.domain.register.reasons import RegisterReason
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_code, folded
from frontdesk.words.i18n import _
from frontdesk.words.phrases import labelled
from frontdesk.words.register import area_word, shipped_areas


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    acts = {"add": _add, "rename": _rename, "close": _close, "reopen": _reopen}
    if args.verb in acts:
        return carry_out(args, acts[args.verb], results)
    return on_store(args, _list)


def read_area(session: Session, text: str) -> AreaOnRecord:
    """Return an area by its key or its name in either language. Raises `Refused(NO_AREA)`."""
    shipped, typed = shipped_areas(), folded(text)
    for area in areas.listed(session.desk):
        names = (area.name,) if area.name else shipped.get(area.key, ())
        if typed in map(folded, (area.key, *names)):
            return area
    raise Refused(RegisterReason.NO_AREA, text=clean_code(text))


def _list(session: Session) -> int:
    every = areas.listed(session.desk)
    if session.args.json:
        output.say_json_list("areas", map(_as_json, every))
        return 0
    for area in every:
        said = area_word(area.key, area.name)
        output.say(labelled(said, area.key) if area.in_use else f"{labelled(said, area.key)} · {_('not in use')}")
    return 0


def _add(session: Session) -> Result:
    return areas.add(session.desk, session.args.name, shipped_areas(), session.args.operation)


def _rename(session: Session) -> Result:
    return _change(session, name=session.args.name)


def _close(session: Session) -> Result:
    return _change(session, in_use=False)


def _reopen(session: Session) -> Result:
    return _change(session, in_use=True)


def _change(session: Session, *, name: str | None = None, in_use: bool | None = None) -> Result:
    key = read_area(session, session.args.area).key
    operation = session.args.operation
    return areas.change(session.desk, key, shipped_areas(), name=name, in_use=in_use, operation=operation)


def _as_json(area: AreaOnRecord) -> dict[str, object]:
    return {"key": area.key, "name": area_word(area.key, area.name), "in_use": area.in_use}
