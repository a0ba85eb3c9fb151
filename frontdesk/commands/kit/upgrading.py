"""Upgrades a store of an older version before a command writes or a station opens, and says so."""

from argparse import Namespace
from pathlib import Path

from frontdesk.commands.kit import output
from frontdesk.desk import upgrade
from frontdesk.domain.values.clock import SystemClock
from frontdesk.process.stopping import saying
from frontdesk.words.i18n import _


def bring_up_to_date(args: Namespace, path: Path) -> str:
    """Upgrade a store of an older version to this one; return the text to show. Raises `StoreError`."""
    if not upgrade.is_older(path):
        return ""
    from frontdesk.commands.kit.progress import progress  # noqa: PLC0415 - once in the life of a version

    def stopped() -> str:
        if upgrade.is_older(path):
            return _("Stopped: {path} is as the older version left it, and no copy was kept.").format(path=path)
        return _("Stopped: {path} is up to date, and nothing else was done.").format(path=path)

    with saying(stopped), progress(args, _("Bringing the database up to date")) as bar:
        done = upgrade.bring_up_to_date(path, SystemClock(), bar)
    if done is None:
        return ""
    told = _("The database was brought up to this version; as it was before, it is kept as {path}.").format(
        path=done.copy
    )
    output.warn(told)
    for each in done.removed:
        output.warn(_("There are newer copies: {path} was removed.").format(path=each))
    return told
