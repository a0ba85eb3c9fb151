"""Ctrl+X, from wherever one is: the incident that is open, or the report of a new one."""

from textual.app import App

from screens.incidents.page import IncidentDialog
from screens.incidents.report import ReportDialog
from screens.kit.station import Station


async def open_incident(app: App[None], station: Station) -> None:
    """Show the gravest incident that is open, else ask what is wrong; over an incident, ask for a new one."""
    top = app.screen
    if isinstance(top, ReportDialog):
        return
    if isinstance(top, IncidentDialog):
        if top.settling.is_over:
            top.dismiss(None)
            app.push_screen(ReportDialog(station))
        return
    is_open = sorted(
        (each for each in station.latest().incidents if each.goes_on),
        key=lambda each: (not each.is_drill, each.level.rank, each.id),
    )
    app.push_screen(IncidentDialog(station, is_open[-1].id) if is_open else ReportDialog(station))
