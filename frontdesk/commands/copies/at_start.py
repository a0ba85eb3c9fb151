"""What `watch` and `serve` do about copies when they begin (G2)."""

import contextlib
import logging
from argparse import Namespace

from frontdesk.commands.kit.session import at_the_shell
from frontdesk.desk.copies import schedule
from frontdesk.desk.desk import Desk
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.machine.copier import Copier

_logger = logging.getLogger(__name__)


def copier(args: Namespace) -> Copier:
    """Return what has copies made that are due; where the settings name folders, copies are planned from now on."""
    if named := args.settings.copy_folders:
        with contextlib.suppress(FrontdeskError), Desk.open(args.store, at_the_shell(args.by), create=False) as desk:
            if schedule.plan(desk, len(named)) is not None:
                _logger.info("copies are planned")
    return Copier(args.store)
