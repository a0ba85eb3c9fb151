"""The base of all dialogs: a frame, Esc that closes without doing anything, and a line for errors."""

from collections.abc import Awaitable
from typing import ClassVar, TypeVar

from textual import on
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Key, Paste
from textual.geometry import Size
from textual.reactive import var
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Label, Static

from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.words.i18n import _
from frontdesk.words.refusals.sentence import sentence
from screens.kit.beneath import Beneath
from screens.kit.digits import Hurried
from screens.kit.key_hints import cover_keys
from screens.kit.left_alone import LeftAloneCover
from screens.kit.lines import Lines
from screens.kit.live import Live
from screens.kit.live_screen import LiveScreen
from screens.kit.other_language import LanguageChanged, say_anew
from screens.kit.shows_live import ShowsLive, follow
from screens.kit.spans import Line, Span, line, wrap
from screens.kit.store_zone import store_zone
from screens.kit.too_small import BY_HEIGHT, BY_WIDTH, TooSmall, classes_of

R = TypeVar("R")

_FRAME = 3
"""The frame of a dialog, and the first row of the window: a prompt comes there."""


class Dialog(Beneath[R], ModalScreen[R]):
    """A dialog with its own bindings; a station's keys do nothing while it is up.

    Its hooks for opening and closing are coroutines, because some dialogs query the store in them.
    """

    TOPIC: ClassVar[str] = ""
    """The page of the handbook that F1 brings up over it; empty for none."""
    VERTICAL_BREAKPOINTS = BY_HEIGHT
    HORIZONTAL_BREAKPOINTS = BY_WIDTH
    _typed_in_vain = False
    _refused_with: FrontdeskError | None = None
    FITS_ANY_WINDOW: ClassVar[bool] = False
    """Whether it can be answered in a window that is too small for a station."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("f1", "handbook", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(classes=classes_of(self.app.size))

    async def on_mount(self) -> None:
        """Show above the dialog what it must not hide of the station, and cover it where it cannot be seen whole."""
        if not self.is_attached:
            # It came up in the moment in which the station closes.
            return
        if not self.FITS_ANY_WINDOW:
            self.mount(TooSmall())
        self.mount(LeftAloneCover())
        station = next((screen for screen in self.app.screen_stack if isinstance(screen, LiveScreen)), None)
        if station is not None:
            self.mount(*station.over_dialogs())

    def action_handbook(self) -> None:
        """F1: the page that belongs to this dialog."""
        station = next((screen for screen in self.app.screen_stack if isinstance(screen, LiveScreen)), None)
        if self.TOPIC and station is not None:
            station.open_page(self.TOPIC)

    @on(Key)
    @on(Paste)
    def _note_typed(self, event: Key | Paste) -> None:
        """Say of what is typed that it is not written down, where nothing can be typed; the next key takes it away."""
        if isinstance(event, Paste):
            in_vain = self.focused is None or not self.focused.check_consume_key("", "a")
        else:
            in_vain = event.is_printable and event.key not in self.active_bindings
        if in_vain != self._typed_in_vain:
            self.say(_("Nothing can be typed here, and nothing was written down.") if in_vain else "")
        self._typed_in_vain = in_vain

    async def action_cancel(self) -> None:
        """Close without doing anything."""
        self.dismiss(None)

    def say(self, trouble: str, *, known: str = "") -> None:
        """Show an error, or what is right so far, or clear both. Does nothing once the dialog is closed."""
        self._refused_with = None
        for place in self.query(Trouble):
            place.text, place.known = trouble, known
        for rest in self.query(Rest):
            rest.refresh(layout=True)

    def on_screen_suspend(self) -> None:
        """Show no key that does nothing while another dialog is up."""
        cover_keys(self, True)

    def on_screen_resume(self) -> None:
        """Show the keys again."""
        cover_keys(self, False)

    @on(LanguageChanged)
    async def _other_language(self) -> None:
        """Say everything in the new language; only a hint goes: the key that it answered gives it again."""
        say_anew(self)
        error = self._refused_with
        self.say(self.said_of(error) if error else "")
        self._refused_with = error
        await self.words_changed()

    def said_of(self, error: FrontdeskError) -> str:
        """Return why something was refused."""
        return sentence(error)

    async def words_changed(self) -> None:
        """Say in the new language what was not laid out, but put there later."""

    @on(Hurried)
    def _say_hurried(self) -> None:
        self.say(_("Several keys at once: nothing was chosen. Press one number."))
        self._typed_in_vain = True

    def dismiss(self, result: R | None = None) -> AwaitComplete:
        """Close and return a result. A second call does nothing, because another screen is up by then."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()


class LiveDialog(Dialog[R], ShowsLive):
    """A dialog that goes on showing the live picture."""

    async def on_mount(self) -> None:
        follow(self)

    def watch_live(self, before: Live, live: Live) -> Awaitable[None] | None:
        """Call `picture_changed` for a new snapshot."""
        return self.picture_changed() if live.snapshot is not before.snapshot else None

    def picture_changed(self) -> Awaitable[None] | None:
        """Read the shown data again, because something changed at the store."""

    async def words_changed(self) -> None:
        shown = self.picture_changed()
        if shown is not None:
            await shown

    def complain(self, error: FrontdeskError) -> None:
        """Show an error in the dialog; everything filled in stays."""
        self.say(self.said_of(error))
        self._refused_with = error

    def said_of(self, error: FrontdeskError) -> str:
        """Return why something was refused, with times in the store's own time zone."""
        return sentence(error, store_zone(self.snapshot) if self.snapshot else None)

    def tell(self, done: str) -> None:
        """Show what was done, or clear it if the text is empty. Does nothing once the dialog is closed."""
        for place in self.query(Done):
            place.text = done
        for rest in self.query(Rest):
            rest.refresh(layout=True)


class Rest(VerticalScroll):
    """What scrolls in a dialog: it takes what its keys leave, and never the first row, where a prompt may come."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        taken = _FRAME
        for part in self.ancestors_with_self:
            if not isinstance(part, Widget) or part.has_class("dialog"):
                break
            for other in part.siblings:
                if other.display:
                    taken += other.get_content_height(container, viewport, width) + other.styles.margin.height
        wanted = super().get_content_height(container, viewport, width)
        return max(1, min(wanted, viewport.height - taken))


class Trouble(Lines):
    """The error about what was filled in, or what is right so far."""

    REDRAWN_BY = ("text", "known")

    text: var[str] = var("")
    known: var[str] = var("")

    def build(self, width: int) -> list[Line]:
        """Return it in as many lines as it takes."""
        if self.text:
            return [line(Span(row, "over")) for row in wrap(f"✗ {self.text}", width)]
        return [line(Span(row, "plain")) for row in wrap(f"· {self.known}", width)] if self.known else [()]


class Done(Lines):
    """The last action; `-silent` if there is none."""

    REDRAWN_BY = ("text",)

    text: var[str] = var("")

    def build(self, width: int) -> list[Line]:
        """Return it in as many lines as it takes."""
        return [line(Span(row, "ok")) for row in wrap(f"✓ {self.text}", width)] if self.text else [()]

    def watch_text(self) -> None:
        """Show or hide the line."""
        self.set_class(not self.text, "-silent")


def label(text: str, classes: str = "") -> Label:
    """Return a label whose text is never read as markup."""
    return Label(Content(text), classes=classes)


def static(text: str, classes: str = "") -> Static:
    """Return a text widget whose text is never read as markup."""
    return Static(Content(text), classes=classes)


def field(title: str, *widgets: Widget) -> Horizontal:
    """Return a field: its label, and the widget to fill in."""
    return Horizontal(label(title), *widgets, classes="field")
