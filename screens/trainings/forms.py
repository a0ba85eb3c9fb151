"""A training that was held, with who attended; a certificate with its last day (S12)."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input

from frontdesk.desk import trainings
from frontdesk.domain.calendar.reasons import CalendarReason
from frontdesk.domain.calendar.typed_dates import read_date
from frontdesk.domain.journal.result import Result
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.policy.typed import read_names
from frontdesk.domain.trainings.reasons import TrainingReason
from frontdesk.domain.trainings.training import CertificateKind, Topic
from frontdesk.domain.values.clock import Millis, to_datetime
from frontdesk.domain.values.errors import FrontdeskError, Reason
from frontdesk.domain.values.need import Who
from frontdesk.domain.values.typed_times import read_time
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.trainings import certificate_key
from screens.kit.choices import Choice
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import Rest, Trouble, field, static
from screens.kit.form import FormDialog
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.station import Station
from screens.kit.store_zone import store_zone

_KEYS = (Key("f10", "save", N_("save"), ""),)
_BINDINGS: list[BindingType] = [*bindings(_KEYS)]


class TrainingForm(FormDialog[Result], CommandDialog[Result]):
    """The form of a training that was held."""

    TOPIC = "trainings"
    BINDINGS: ClassVar[list[BindingType]] = _BINDINGS
    WHOSE = Who.DESK
    REFUSED_IN: ClassVar[Mapping[Reason, tuple[str, ...]]] = {
        TrainingReason.NO_TRAINER: ("trainer",),
        TrainingReason.TRAINING_TIME: ("day",),
        CalendarReason.BAD_DATE: ("day",),
        PeopleReason.UNKNOWN_PERSON: ("passed",),
    }

    def __init__(self, station: Station) -> None:
        super().__init__(station)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as frame:
            frame.border_title = _("A training was held")
            names = _("names, with commas between")
            with Rest(can_focus=False):
                yield field(_("topic"), Choice(list(map(word, Topic)), id="topic"))
                yield field(_("trainer") + "*", Input(id="trainer", compact=True, max_length=60))
                yield field(_("day"), Input(id="day", compact=True, placeholder=_("2026-11-27; empty: today")))
                yield field(_("plan version"), Input(id="version", compact=True, max_length=60))
                yield field(_("passed"), Input(id="passed", compact=True, max_length=1000, placeholder=names))
                yield field(_("did not pass"), Input(id="failed", compact=True, max_length=1000, placeholder=names))
                yield field(_("words"), Input(id="words", compact=True, max_length=1000))
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("Tab or Enter: the next field · ← → choose · F10 saves"))

    async def on_mount(self) -> None:
        self.query_one("#topic", Choice).focus()

    async def action_save(self) -> None:
        """F10: put it on record; where something is refused, all stays as it was filled in."""
        if not self.listens():
            return
        try:
            at = self._at()
        except FrontdeskError as error:
            self.complain(error)
            return
        answer = await self.perform(
            trainings.add, list(Topic)[self.query_one("#topic", Choice).index], self._typed("trainer"), at=at,
            plan_version=self._typed("version"), words=self._typed("words"),
            passed=read_names(self._typed("passed")), failed=read_names(self._typed("failed")),
        )  # fmt: skip
        if answer is not None:
            self.dismiss(answer)

    def _at(self) -> Millis | None:
        """Return when it was held: at noon of a day before today; None for just now."""
        typed, zone = self._typed("day").strip(), store_zone(self._station.latest())
        if not typed or read_date(typed) == to_datetime(self._station.now, zone).date():
            return None
        return read_time(f"{read_date(typed)}T12:00", self._station.now, zone)

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value


class CertificateForm(FormDialog[Result], CommandDialog[Result]):
    """The form of a certificate: whose, which, its last day."""

    TOPIC = "trainings"
    BINDINGS: ClassVar[list[BindingType]] = _BINDINGS
    WHOSE = Who.DESK
    REFUSED_IN: ClassVar[Mapping[Reason, tuple[str, ...]]] = {
        TrainingReason.CERTIFICATE_KIND: ("own",),
        TrainingReason.CERTIFICATE_DAY: ("ends",),
        CalendarReason.BAD_DATE: ("ends",),
    }

    def __init__(self, station: Station) -> None:
        super().__init__(station)
        self._staff = [person.name for person in station.latest().staff]

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as frame:
            frame.border_title = _("A certificate")
            with Rest(can_focus=False):
                yield field(_("whose"), Choice(self._staff or ["—"], id="whose"))
                yield field(_("which"), Choice([*map(word, CertificateKind), _("another one")], id="kind"))
                yield field(_("another one"), Input(id="own", compact=True, max_length=60))
                yield field(_("its last day") + "*", Input(id="ends", compact=True, placeholder="2028-06-30"))
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE), tall=False)
            yield static(_("Tab or Enter: the next field · ← → choose · F10 saves"))

    async def on_mount(self) -> None:
        self.query_one("#whose", Choice).focus()

    async def action_save(self) -> None:
        """F10: put it on record; said again for the same one, it is renewed."""
        if not self.listens():
            return
        place = self.query_one("#kind", Choice).index
        known = [kind.value.removeprefix("certified_") for kind in CertificateKind]
        kind = certificate_key(self.query_one("#own", Input).value) if place == len(known) else known[place]
        try:
            ends = read_date(self.query_one("#ends", Input).value)
        except FrontdeskError as error:
            self.complain(error)
            return
        name = self._staff[self.query_one("#whose", Choice).index] if self._staff else ""
        answer = await self.perform(trainings.certify, name, kind, ends)
        if answer is not None:
            self.dismiss(answer)
