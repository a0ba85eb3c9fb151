"""A form: where something that was filled in is refused, its field is named, and what is typed next replaces it."""

from collections.abc import Mapping
from typing import ClassVar, TypeVar

from textual.widget import Widget
from textual.widgets import Input, Label, TextArea
from textual.widgets.text_area import Selection

from frontdesk.domain.values.errors import FrontdeskError, Reason
from frontdesk.domain.values.reasons import ValueReason
from frontdesk.words.phrases import labelled
from screens.kit.dialog import LiveDialog

R = TypeVar("R")


class FormDialog(LiveDialog[R]):
    """A dialog with fields to fill in."""

    REFUSED_IN: ClassVar[Mapping[Reason, tuple[str, ...]]] = {}
    """The fields that a reason is about, by their ids: of several the first that is empty."""

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
        boxes = [box for name in self.REFUSED_IN.get(error.reason, ()) for box in self.query(f"#{name}")]
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
