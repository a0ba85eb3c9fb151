"""`frontdesk progress figures`: promises kept, and how long customers heard nothing (P4)."""

from frontdesk.commands.kit import output
from frontdesk.commands.kit.session import Session
from frontdesk.desk.progress import figures as asked
from frontdesk.domain.values.clock import SECOND
from frontdesk.words.progress import figures_lines


def figures(session: Session) -> int:
    """Print the figures of the last days; return the exit code."""
    days = session.args.days
    found = asked.of_days(session.desk, days)
    if not session.args.json:
        for line in figures_lines(found, days):
            output.say(line)
        return 0
    share = found.share_kept
    silences = {"silence_median": found.silence_median, "silence_longest": found.silence_longest}
    output.say_json(
        {
            "days": days,
            "promises": found.promises,
            "kept": found.kept,
            "share_kept": None if share is None else round(share, 4),
            "words": found.words,
            "late": found.late,
            "told": found.told,
            "sent": found.sent,
            **{name: None if length is None else length / SECOND for name, length in silences.items()},
        }
    )
    return 0
