"""A form: Enter goes on; where something is refused its field is named, and what is typed next replaces it."""

from collections.abc import Mapping
from typing import ClassVar, TypeVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Label, TextArea
from textual.widgets.text_area import Selection

from frontdesk.domain.people.permits import check_post
from frontdesk.domain.values.errors import FrontdeskError, Reason, Refused
from frontdesk.domain.values.need import Who
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.words.phrases import labelled
from screens.kit.dialog import LiveDialog

R = TypeVar("R")


class FormDialog(LiveDialog[R]):
    """A dialog with fields to fill in."""

    REFUSED_IN: ClassVar[Mapping[Reason, tuple[str, ...]]] = {}
    """The fields that a reason is about, by their ids: of several the one it names, else the first that is empty."""
    WHOSE: ClassVar[Who] = Who.STAFF
    """Who may fill it in: anybody else hears so when it opens, and not once it is filled in."""
    ENTER_GOES_ON: ClassVar[bool] = True
    """Whether Enter goes on to the next field, and decides nothing."""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "app.focus_next", show=False)]

    async def on_mount(self) -> None:
        self.call_later(self._say_whose)

    def _say_whose(self) -> None:
        """Say at once whom it is not for."""
        live = self.live
        if self.WHOSE is Who.STAFF or not live.who or live.snapshot is None:
            return
        try:
            check_post(self.WHOSE, live.who, live.snapshot.roster, live.now)
        except Refused as error:
            self.complain(error)

    @on(Input.Submitted)
    def _go_on(self) -> None:
        if self.ENTER_GOES_ON:
            self.focus_next()

    def complain(self, error: FrontdeskError) -> None:
        """Show why something was refused, and go to its field."""
        super().complain(error)
        refused = self._refused(error)
        if refused is not None:
            type_over(refused)

    def said_of(self, error: FrontdeskError) -> str:
        """Return why something was refused, with the name of its field."""
        refused, said = self._refused(error), super().said_of(error)
        return said if refused is None else labelled(_title(refused), said)

    def _refused(self, error: FrontdeskError) -> Widget | None:
        if error.reason is ValueReason.TEXT_TOO_LONG:
            longest = error.facts.get("right")
            texts = list(self.query("Input, TextArea"))
            return next((box for box in texts if isinstance(longest, int) and len(_text(box)) > longest), None)
        named = self.REFUSED_IN.get(error.reason, ())
        if error.facts.get("field") in named:
            named = (str(error.facts["field"]),)
        boxes = [box for name in named for box in self.query(f"#{name}")]
        return next((box for box in boxes if not _text(box)), next(iter(boxes), None))


def box(name: str, words: str, classes: str) -> TextArea:
    """Return a box for a longer text, with the cursor after the last character."""
    area = TextArea(words, id=name, tab_behavior="focus", classes=classes)
    area.selection = Selection.cursor(area.document.end)
    return area


def type_over(box: Widget) -> None:
    """Put the cursor into a field, all of it selected, so that the next thing typed replaces it."""
    box.focus()
    if isinstance(box, (Input, TextArea)):
        box.select_all()


def _text(box: Widget) -> str:
    if isinstance(box, TextArea):
        return box.text.strip()
    return box.value.strip() if isinstance(box, Input) else ""


def _title(box: Widget) -> str:
    """Return what a field is called: the label in front of it, or above it."""
    before = box.parent.children[: box.parent.children.index(box)] if isinstance(box.parent, Widget) else ()
    label = next((each for each in reversed(before) if isinstance(each, Label)), None)
    return str(label.content).removesuffix("*").rstrip() if label else ""
