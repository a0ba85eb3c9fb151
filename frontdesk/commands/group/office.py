"""`frontdesk group office`: head office's dashboard in a terminal."""

import sys
from argparse import Namespace
from zoneinfo import ZoneInfo

from frontdesk.commands.kit import output
from frontdesk.commands.stations.open import make_ready
from frontdesk.domain.policy.policy import Policy
from frontdesk.group.database import require_parts
from frontdesk.group.reading import Reading
from frontdesk.machine import log
from frontdesk.words.i18n import _


def run(args: Namespace) -> int:
    """Show the dashboard until it is closed; return the exit code."""
    require_parts()
    if args.json or not (sys.stdin.isatty() and sys.stdout.isatty()):
        said = _("The dashboard needs a terminal. For scripts: frontdesk group status --json, frontdesk group report.")
        return output.fail(said, 2 if args.json else 1, error="no_station" if args.json else "")
    log.start()
    make_ready()
    from frontdesk.app.office import HeadOffice  # noqa: PLC0415 - what draws a screen takes its time
    from frontdesk.app.remembering import RemembersTheme  # noqa: PLC0415

    source, zone = Reading(args.group_database), ZoneInfo(Policy().time_zone)
    return HeadOffice(source, zone, listeners=[RemembersTheme()], theme=args.settings.theme).run_to_its_end()
