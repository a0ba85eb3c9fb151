"""`frontdesk compact`: makes shorter what an older version wrote in the log, and the file smaller."""

from argparse import Namespace

from frontdesk.commands.kit import output
from frontdesk.commands.kit.progress import progress
from frontdesk.commands.kit.session import at_the_shell
from frontdesk.commands.kit.store_path import refuse_missing
from frontdesk.commands.kit.upgrading import bring_up_to_date
from frontdesk.desk.compact import compact
from frontdesk.domain.values.clock import SystemClock
from frontdesk.process.stopping import saying
from frontdesk.words.i18n import _

_KB = 1024


def run(args: Namespace) -> int:
    """Carry the command out; return the exit code."""
    refuse_missing(args.store)
    bring_up_to_date(args, args.store)

    def done() -> None:
        args.done = True

    def stopped() -> str:
        if args.done:
            return _("Stopped, but the log of {path} was made shorter before.").format(path=args.store)
        return _("Stopped: nothing was made shorter, and {path} is as it was.").format(path=args.store)

    with saying(stopped):
        with progress(args, _("Making the log shorter")) as bar:
            actor = at_the_shell(args.by)
            found = compact(args.store, actor, SystemClock(), args.operation, progress=bar, done=done)
        if found is None:
            return _tell(args, {"events": 0}, _("Nothing in the log can be made shorter."))
        sizes = {"before": found.before // _KB, "after": found.after // _KB}
        words = _("Events made shorter: {count}. {path} had {before} kB and has {after} kB.")
        return _tell(
            args,
            {"events": found.events, "copy": str(found.copy), "bytes": found.after},
            words.format(count=found.events, path=args.store, **sizes),
            _("As it was before, it is kept as {path}.").format(path=found.copy),
        )


def _tell(args: Namespace, facts: dict[str, object], *lines: str) -> int:
    if args.json:
        output.say_json({"done": "compact", "database": str(args.store), **facts})
    else:
        output.say("\n".join(lines))
    return 0
