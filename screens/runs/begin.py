"""Beginning what a playbook says: one is chosen, and its run comes up."""

from typing import Any

from frontdesk.desk.runs import playbooks, starting
from frontdesk.domain.runs.playbook import About, PlaybookKind
from frontdesk.words import i18n
from frontdesk.words.i18n import _
from screens.kit.choose import ChooseDialog
from screens.kit.command_dialog import CommandDialog
from screens.kit.station import Station
from screens.runs.page import RunDialog


async def begin(dialog: CommandDialog[Any], station: Station) -> None:
    """Let a playbook of the store be chosen over a dialog, begin it, and open the run."""
    listed = await dialog.ask(playbooks.listed, i18n.language()) or ()
    # What goes wrong is reported, so that everybody hears of it.
    of_store = (each.playbook for each in listed if each.playbook.about == About.STORE)
    found = [playbook for playbook in of_store if playbook.kind == PlaybookKind.WORK]
    if not found:
        dialog.say(_("No playbook of the store’s own is loaded. What goes wrong is reported as an incident."))
        return

    async def chosen(place: int | None) -> None:
        if place is None:
            return
        answer = await dialog.perform(starting.start, found[place].key, i18n.language())
        if answer is not None:
            dialog.app.push_screen(RunDialog(station, answer.number))

    entries = [(each.title, _("{count} steps").format(count=len(each.steps)), True) for each in found]
    dialog.app.push_screen(ChooseDialog(lambda: _("What happens step by step?"), lambda: entries), chosen)
