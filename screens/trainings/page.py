"""Trainings and certificates: who lacks which, which end soon, what was held (S12)."""

from collections import defaultdict
from collections.abc import Iterable
from typing import ClassVar
from zoneinfo import ZoneInfo

from textual.binding import BindingType

from frontdesk.desk import trainings
from frontdesk.desk.trainings import Listed
from frontdesk.domain.trainings.training import Topic
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import labelled
from frontdesk.words.trainings import certificate_line, result_line, training_line
from screens.kit.keys import Key, bindings
from screens.kit.record_page import RULE, RecordLines, RecordPage, Said
from screens.kit.station import Station
from screens.trainings.forms import CertificateForm, TrainingForm

_KEYS = (Key("f2", "give", N_("enter training"), ""), Key("f3", "certify", N_("enter certificate"), ""))


class TrainingLines(RecordLines[Listed]):
    """Who lacks which training, the certificates, then the trainings, the newest first."""

    def said(self, record: Listed, zone: ZoneInfo) -> Iterable[Said]:
        """Return everything there is to say of them."""
        yield _("Who lacks which"), "head"
        lacks: defaultdict[Topic, list[str]] = defaultdict(list)
        for found in record.lacking:
            ended = f" ({_('ended {day}').format(day=found.ended_on)})" if found.ended_on else ""
            lacks[found.topic].append(f"{found.name}{ended}")
        for topic, names in lacks.items():
            yield labelled(word(topic), _(", ").join(names)), "warn"
        if not lacks:
            yield _("Nobody lacks a training."), "ok"
        yield RULE
        yield _("Certificates"), "head"
        for each in record.certificates:
            left = each.days_left(record.today)
            tone = "over" if left < 0 else "warn" if each.is_warned(record.today) else "plain"
            yield certificate_line(each, record.today), tone
        if not record.certificates:
            yield _("No certificate is on record yet: F3."), "dim"
        yield RULE
        yield _("Trainings held"), "head"
        for training in record.trainings:
            yield training_line(training), "plain"
            if training.attended:
                yield f"  {_(', ').join(map(result_line, training.attended))}", "dim"
        if not record.trainings:
            yield _("No training is on record yet: F2."), "dim"


class TrainingsDialog(RecordPage[Listed]):
    """All of it, live."""

    TOPIC = "trainings"
    KEYS = _KEYS
    LINES = TrainingLines
    TITLE = N_("Trainings and certificates")
    HINT = N_("↑ ↓ or PgDn: further down")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS)]

    def __init__(self, station: Station, number: int = 0) -> None:
        super().__init__(station, number)

    async def read(self) -> Listed | None:
        return await self.ask(trainings.listed)

    def action_give(self) -> None:
        """F2: a training was held."""
        if self.listens():
            self.app.push_screen(TrainingForm(self._station), self.was_done)

    def action_certify(self) -> None:
        """F3: somebody has a certificate, or a new last day of one."""
        if self.listens():
            self.app.push_screen(CertificateForm(self._station), self.was_done)
