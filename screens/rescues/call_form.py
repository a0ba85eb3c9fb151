"""The form of a call: where, safe or not, which car, who, what; in the order that matters (R1)."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import var
from textual.widgets import Input

from frontdesk.desk import near_misses
from frontdesk.desk.rescues import calls, rescues
from frontdesk.desk.rescues.rescues import History
from frontdesk.domain.journal.result import Result
from frontdesk.domain.rescues.reasons import RescueReason
from frontdesk.domain.rescues.rescue import CallForm, Rescue
from frontdesk.domain.rescues.terms import Hurt, Stands
from frontdesk.domain.values.errors import Reason, Refused
from frontdesk.domain.values.phones import is_short
from frontdesk.domain.values.plates import Plate, as_plate, is_usual, parse_plate, show_plate
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.words import rescues as words
from frontdesk.words.i18n import N_, _
from frontdesk.words.lookup import word
from frontdesk.words.zone import likeness, oddness
from screens.kit.choices import Choice
from screens.kit.command_dialog import CLOSE, CommandDialog
from screens.kit.dialog import LiveDialog, Trouble, field
from screens.kit.form import FormDialog, type_over
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key, bindings
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, line, wrap
from screens.kit.station import Station
from screens.kit.store_zone import store_zone

_KEYS = (Key("f10", "save", N_("to the workshop"), ""),)
_CORRECTS = (Key("f10", "save", N_("keep it"), ""),)
_TYPED = ("place", "plate", "model", "km", "customer", "phone", "second", "symptom", "elsewhere")
_PHONES = ("phone", "second")
_STANDS, _HURT = tuple(Stands), tuple(Hurt)
_SHOULDER = _STANDS.index(Stands.SHOULDER)


class HalfTaken:
    """What was typed of a call and not kept yet: Esc, and it is there again."""

    def __init__(self) -> None:
        self.typed: dict[str, str] = {}
        self.stands, self.hurt = _SHOULDER, 0


class CallHints(LiveLines):
    """What the customer is told at once, what is not told yet, and what the store knows of the car."""

    REDRAWN_BY = ("stands", "hurt", "history")

    stands: var[Stands] = var(Stands.SHOULDER)
    hurt: var[Hurt] = var(Hurt.UNKNOWN)
    history: var[History | None] = var(None)

    def build(self, width: int) -> list[Line]:
        """Return it in as many lines as it takes."""
        told = [(words.at_once(self.stands), "warn")]
        if self.hurt is Hurt.SOMEBODY:
            told.append((_("Somebody is hurt: 120 first, then report it with Ctrl+X."), "over"))
        if self.history is not None and self.snapshot is not None:
            known = words.history_lines(self.history.last_visit, self.history.repairs, store_zone(self.snapshot))
            told += [(each, "plain") for each in known]
            told += [(words.rescued_already(each), "over") for each in self.history.rescues]
        told.append((_(words.NOT_YET), "dim"))
        return [line(Span(row, tone)) for text, tone in told for row in wrap(text, width)]


class CallDialog(CommandDialog[Result], FormDialog[Result]):
    """The form."""

    TOPIC = "rescues"
    REFUSED_IN: ClassVar[dict[Reason, tuple[str, ...]]] = {
        RescueReason.RESCUE_FIELD: ("place", "plate", "customer", "phone", "symptom"),
        RescueReason.BAD_KM: ("km",),
        ValueReason.BAD_PHONE: ("phone", "second"),
    }
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(_KEYS), Binding("enter", "app.focus_next", show=False)]

    def __init__(self, station: Station, rescue: Rescue | None = None) -> None:
        """`rescue`: whose call is put right; without one a new call is taken."""
        super().__init__(station)
        self._rescue = rescue
        self._asked = ""
        self._kept = station.keeps(HalfTaken) if rescue is None else _as_typed(rescue.form)

    def compose(self) -> ComposeResult:
        kept, is_new = self._kept, self._rescue is None
        with Vertical(classes="dialog wide") as box:
            box.border_title = _("Somebody calls from the road") if is_new else _("Correct the call")
            yield field(_("place *"), self._box("place", 200, _("road, direction, kilometre, landmark")))
            yield field(_("stands *"), Choice([word(each) for each in _STANDS], index=kept.stands, id="stands"))
            yield field(_("hurt"), Choice([word(each) for each in _HURT], index=kept.hurt, id="hurt"))
            yield field(_("plate *"), self._box("plate", 20))
            yield field(_("model"), self._box("model", 60))
            yield field(_("kilometres"), self._box("km", 9))
            yield field(_("customer *"), self._box("customer", 30))
            yield field(_("phone *"), self._box("phone", 30, "" if is_new else _("empty: the number stays")))
            yield field(_("second phone"), self._box("second", 30, _("of somebody else with the car")))
            yield field(_("fault *"), self._box("symptom", 1000))
            yield field(_("elsewhere"), self._box("elsewhere", 1000, _("what another shop repaired")))
            yield CallHints().data_bind(LiveDialog.live)
            yield Trouble()
            yield KeyHints((*_KEYS, CLOSE) if is_new else (*_CORRECTS, CLOSE), tall=False)

    def _box(self, name: str, longest: int, hint: str = "") -> Input:
        return Input(self._kept.typed.get(name, ""), id=name, compact=True, max_length=longest, placeholder=hint)

    async def on_mount(self) -> None:
        self.query_one("#place", Input).focus()

    @on(Choice.Changed)
    def _chosen(self) -> None:
        hints = self.query_one(CallHints)
        hints.stands = _STANDS[self.query_one("#stands", Choice).index]
        hints.hurt = _HURT[self.query_one("#hurt", Choice).index]

    @on(Input.Changed, "#plate")
    async def _plate_typed(self, event: Input.Changed) -> None:
        """Show what the store knows of the car, once its plate is whole."""
        plate = as_plate(event.value, self._station.latest().policy.province)
        found = await self.ask(rescues.history, plate) if is_usual(plate) else None
        if found is not None:
            own = self._rescue.id if self._rescue is not None else 0
            others = tuple(each for each in found.rescues if each.outcome is None and each.id != own)
            found = found._replace(rescues=others)
        self.query_one(CallHints).history = found

    async def action_cancel(self) -> None:
        """Esc: what was typed is there when the form opens again."""
        kept = self._kept
        kept.typed = {name: self._text(name) for name in _TYPED}
        kept.stands, kept.hurt = (self.query_one(f"#{name}", Choice).index for name in ("stands", "hurt"))
        await super().action_cancel()

    async def action_save(self) -> None:
        """F10: put it on record; the workshop plans from now on, or knows better."""
        if not self.listens():
            return
        try:
            form = self._form()
        except Refused as error:
            self.complain(error)
            return
        phone, second = self._text("phone"), self._text("second")
        if not await self._is_kept(form.plate, phone, second):
            return
        if self._rescue is None:
            answer = await self.perform(calls.take, form, phone, second)
        else:
            answer = await self.perform(calls.change, self._rescue.id, form, phone=phone, second=second)
        if answer is not None:
            self._kept.typed, self._kept.stands, self._kept.hurt = {}, _SHOULDER, 0
            self.dismiss(answer)

    async def _is_kept(self, plate: Plate, *phones: str) -> bool:
        """Whether nothing is odd about plate and numbers, or exactly that was asked about and F10 pressed again."""
        stays = not plate or (self._rescue is not None and plate == self._rescue.form.plate)
        like = () if stays else await self.ask(near_misses.plates_like, plate) or ()
        of_plate = [] if stays else [oddness(plate), *(likeness(plate, other) for other in like[:1])]
        of_phones = {name: _too_short(typed.strip()) for name, typed in zip(_PHONES, phones, strict=True)}
        odd = " ".join(filter(None, [*of_plate, *of_phones.values()]))
        if not odd or odd == self._asked:
            return True
        self._asked = odd
        self.say(_("{odd} Correct it, or press {key} again to keep it.").format(odd=odd, key="F10"))
        refused = "plate" if any(of_plate) else next(name for name in _PHONES if of_phones[name])
        type_over(self.query_one(f"#{refused}", Input))
        return False

    def _form(self) -> CallForm:
        typed, km = self._text("plate"), self._text("km").strip()
        plate = parse_plate(typed, self._station.latest().policy.province) if typed.strip() else as_plate("", "")
        stands, hurt = (self.query_one(f"#{name}", Choice).index for name in ("stands", "hurt"))
        return CallForm(
            self._text("place"), _STANDS[stands], _HURT[hurt], plate, self._text("model"), _whole(km) if km else None,
            self._text("customer"), self._text("symptom"), self._text("elsewhere"),
        )  # fmt: skip

    def _text(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value


def _too_short(phone: str) -> str:
    return _("{phone} is too short to ring a customer up.").format(phone=phone) if is_short(phone) else ""


def _as_typed(form: CallForm) -> HalfTaken:
    """Return a call as it was typed, but for the numbers: they are masked, and stay where nothing is typed."""
    kept = HalfTaken()
    typed = form._asdict() | {"plate": show_plate(form.plate), "km": "" if form.km is None else form.km}
    kept.typed = {name: str(typed[name]) for name in _TYPED if name in typed}
    kept.stands, kept.hurt = _STANDS.index(form.stands), _HURT.index(form.hurt)
    return kept


def _whole(typed: str) -> int:
    """Return a mileage; -1 for what is none."""
    return int(typed) if typed.isascii() and typed.isdecimal() else -1
