"""News of an incident: each version is kept, and outside it goes only as the command signed it (I9)."""

from typing import NamedTuple

from frontdesk.domain.approvals.approval import Approval, Text
from frontdesk.domain.incidents.aftermath_reasons import AftermathReason
from frontdesk.domain.incidents.command import check_commands
from frontdesk.domain.incidents.incident import Incident
from frontdesk.domain.messages.message import Audience
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused


class News(NamedTuple):
    """One version of what is said to an audience."""

    id: int
    incident: int
    audience: Audience
    version: int
    text: str
    written_at: Millis
    written_by: str
    approval_id: int | None = None
    sent_at: Millis | None = None
    sent_by: str = ""
    approval: Approval | None = None

    @property
    def is_outside(self) -> bool:
        """Whether anybody but the store's own people hears it."""
        return self.audience is not Audience.STAFF

    @property
    def signed_text(self) -> Text:
        """What a signature stands for: to whom which words are said."""
        return {"incident": self.incident, "audience": self.audience, "version": self.version, "text": self.text}

    @property
    def is_signed(self) -> bool:
        """Whether the command has signed exactly this text."""
        return self.approval is not None and self.approval.holds(self.signed_text)


def check_newest(newest: News | None, incident: Incident) -> News:
    """Return what was written last. Raises `Refused(NO_NEWS)`."""
    if newest is None:
        raise Refused(AftermathReason.NO_NEWS, number=incident.id)
    return newest


def check_sign(news: News, incident: Incident, who: str, seen: int | None) -> None:
    """Check that the command signs what it has read; `seen`: the version that was read.

    Raises `Refused`: NO_COMMAND, ONLY_COMMAND, SAME_NEWS, NEWS_SIGNED.
    """
    check_commands(incident, who)
    if seen not in {None, news.version}:
        raise Refused(AftermathReason.SAME_NEWS, number=incident.id, version=news.version, who=news.written_by)
    if news.is_signed:
        raise Refused(AftermathReason.NEWS_SIGNED, number=incident.id, version=news.version)


def check_send(news: News, incident: Incident) -> None:
    """Check that a text may go out. Raises `Refused`: NEWS_SENT, IN_A_DRILL, UNSIGNED_NEWS."""
    if news.sent_at is not None:
        raise Refused(AftermathReason.NEWS_SENT, number=incident.id, who=news.sent_by, when=news.sent_at)
    if not news.is_outside:
        return
    if incident.is_drill:
        raise Refused(AftermathReason.IN_A_DRILL, number=incident.id)
    if not news.is_signed:
        raise Refused(AftermathReason.UNSIGNED_NEWS, number=incident.id, version=news.version, name=incident.command)
