"""The station keys that belong to no single concern: help, and undoing the last action."""

from functools import partial

from frontdesk.words.i18n import N_, _
from screens.kit.actions import Action
from screens.kit.keys import EVERYWHERE, MANAGER, WORKSHOP
from screens.kit.station import Station


async def _help(station: Station) -> None:
    from screens.stations.help import HelpDialog  # noqa: PLC0415 - the first picture does without it

    station.open(HelpDialog(station.STATION, station.own_keys(), station.latest().policy))


async def _undo(station: Station) -> None:
    from frontdesk.desk import undo  # noqa: PLC0415 - the first picture does without it

    await station.perform(undo.undo)


async def _palette(station: Station) -> None:
    from screens.stations.palette import Palette  # noqa: PLC0415 - the first picture does without it

    station.open(Palette(station.own_keys()), partial(_run_named, station))


async def _run_named(station: Station, action: str | None) -> None:
    if action:
        await station.run_action(action)


async def _more(station: Station) -> None:
    from screens.kit.choose import ChooseDialog  # noqa: PLC0415 - the first picture does without it

    keyless = tuple(key for key in station.own_keys() if not key.key and key.action != "do('more')")

    async def chosen(place: int | None) -> None:
        await _run_named(station, None if place is None else keyless[place].action)

    station.open(ChooseDialog(lambda: _("What else?"), lambda: [(_(key.label), "", True) for key in keyless]), chosen)


PALETTE = Action("ctrl+p", "palette", N_("actions"), "", _palette, EVERYWHERE, MANAGER | WORKSHOP)
"""Finds any other action by its name; so it is not among them. Where no row is left for it, its hint is left out."""

ACTIONS = (
    Action("f1", "help", N_("help"), N_("Every key, and what the colours mean."), _help, EVERYWHERE, EVERYWHERE),
    Action(
        "f9", "undo", N_("undo"), N_("Take back what you did last at this station, within two minutes."), _undo,
        EVERYWHERE, EVERYWHERE,
    ),
    Action(
        "", "more", N_("what else"), N_("Everything that has no key of its own, by number; also F6 in the matters."),
        _more, EVERYWHERE,
    ),
)  # fmt: skip
