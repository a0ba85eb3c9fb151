"""The base of the screens that set a store up: what is asked, the boxes, what is wrong, and the keys."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from frontdesk.domain.setup.answers import faults
from frontdesk.domain.setup.draft import Draft, Step
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.words.i18n import N_, _
from frontdesk.words.refusals.sentence import sentence
from frontdesk.words.setup import ABOUT, title
from screens.kit.dialog import Dialog, Trouble, static
from screens.kit.handbook_page import HandbookDialog
from screens.kit.key_hints import KeyHints
from screens.kit.keys import Key

NEXT = Key("f10", "next", N_("next"), "")
BACK = Key("esc", "cancel", N_("back"), "")
OTHER_KEYS = (
    Key("ctrl+t", "app.language", N_("中文 / English"), ""),
    Key("ctrl+q", "app.stop", N_("go on later"), ""),
)


class SetupScreen(Dialog[None]):
    """One step. What was typed stays, whichever way it is left."""

    STEP: ClassVar[Step]
    ON: ClassVar[Key] = NEXT
    KEYS: ClassVar[tuple[Key, ...]] = ()
    """What this step has beside the keys of all."""
    TOPIC = "setup"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f10", "next", show=False)]

    class Left(Message):
        """A step was left with these answers, on or back."""

        def __init__(self, draft: Draft, by: int) -> None:
            super().__init__()
            self.draft = draft
            self.by = by

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft
        self._then: dict[str, str] = {}
        """What stood in the boxes that what is wrong is about."""

    def compose(self) -> ComposeResult:
        """Lay the step out."""
        with Vertical(classes="dialog setup") as frame:
            frame.border_title = title(self.STEP)
            yield static(_(ABOUT[self.STEP]), classes="about")
            yield from self.boxes()
            yield Trouble()
            back = (BACK,) if self.STEP is not Step.STORE else ()
            yield KeyHints((self.ON, *back, *self.KEYS, *OTHER_KEYS), tall=False)

    def boxes(self) -> ComposeResult:
        """Lay out what is to be filled in."""
        yield from ()

    def taken(self) -> Draft:
        """Return the answers with what is in the boxes now."""
        return self.draft

    def text_of(self, box: str) -> str:
        """Return what is typed in a box."""
        return self.query_one(f"#{box}", Input).value

    def action_handbook(self) -> None:
        """F1: the page about all this."""
        self.app.push_screen(HandbookDialog(self.TOPIC))

    async def action_cancel(self) -> None:
        """Esc: go back one step."""
        if self.STEP is not Step.STORE:
            self.leave(-1)

    def action_next(self) -> None:
        """F10: go on, if everything here is right."""
        self.draft = self.taken()
        for box, error in faults(self.STEP, self.draft):
            self.refuse(box, error)
            return
        self.leave(1)

    def leave(self, by: int) -> None:
        """Go so many steps on."""
        self.post_message(self.Left(replace(self.taken(), step=self.STEP), by))

    def refuse(self, box: str, error: FrontdeskError) -> None:
        """Say what is wrong, with the cursor where it is; the next thing typed replaces it."""
        self.say(sentence(error))
        wrong = self.query_one(f"#{box}", Widget)
        self._then = {box: wrong.value} if isinstance(wrong, Input) else {}
        wrong.focus()
        if isinstance(wrong, Input):
            wrong.select_all()

    def say(self, trouble: str, *, known: str = "") -> None:
        """Show what is wrong, or clear it if the text is empty; it goes when what it is about is changed."""
        super().say(trouble, known=known)
        self._then = {box.id or "": box.value for box in self.query(Input)}

    @on(Input.Changed)
    def _corrected(self, event: Input.Changed) -> None:
        if self._then.get(event.input.id or "", event.value) != event.value:
            self.say("")

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        """Enter: to the next box; from the last one to the next step."""
        boxes = list(self.query(Input))
        place = boxes.index(event.input)
        if place + 1 < len(boxes):
            boxes[place + 1].focus()
        else:
            self.action_next()

    @on(KeyHints.Touched)
    async def _key_was_touched(self, event: KeyHints.Touched) -> None:
        await self.run_action(event.action)
