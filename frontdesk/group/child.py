"""`python -m frontdesk.group.child office 120 40 dark`: the dashboard on pipes, started by `frontdesk group serve`."""

import os
import sys
from contextlib import suppress
from zoneinfo import ZoneInfo

from frontdesk.domain.policy.policy import Policy
from frontdesk.group.database import DATABASE
from frontdesk.group.reading import Reading
from frontdesk.machine import log, settings
from frontdesk.process import stopping
from frontdesk.web.pipe import Pipe
from frontdesk.web.window import ENVIRONMENT, Window
from frontdesk.words import i18n


def main(given: list[str]) -> int:
    """Show the dashboard until its page is closed for good; return the exit code."""
    stopping.listen()
    pipe, window = Pipe(), Window.of_arguments(*given[1:])
    i18n.use(settings.language([]))
    log.start()
    from frontdesk.app.office import HeadOffice  # noqa: PLC0415 - Textual reads the environment as it is loaded
    from frontdesk.web.page import InPage, PageKeepsTheme  # noqa: PLC0415

    class OfficeInPage(InPage, HeadOffice):
        """The dashboard whose terminal is a page in a browser."""

    source, zone = Reading(os.environ.get(DATABASE, "")), ZoneInfo(Policy().time_zone)
    app = OfficeInPage(source, zone, listeners=[PageKeepsTheme(pipe)], theme=window.theme)
    app.pipe = pipe
    return app.run_to_its_end((window.columns, window.rows))


if __name__ == "__main__":
    os.environ.update(ENVIRONMENT)
    os.environ.pop("NO_COLOR", None)
    with suppress(KeyboardInterrupt):
        sys.exit(main(sys.argv[1:]))
