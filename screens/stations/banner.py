"""The lasting warnings that everybody must see: a policy not fully understood, a clock that was set."""

from frontdesk.domain.values.clock import is_same_day
from frontdesk.domain.values.text import clean_line
from frontdesk.words.clock_set import clock_was_wrong
from frontdesk.words.i18n import _
from frontdesk.words.unreadable import not_shown
from screens.kit.live_lines import LiveLines
from screens.kit.spans import Line, Span, line, wrap
from screens.kit.store_zone import store_zone

_NAMED = 5


class Banner(LiveLines):
    """A few lines below the first one; `-silent` if there is nothing to say."""

    def __init__(self) -> None:
        super().__init__(id="banner", classes="-silent")

    def redraw(self) -> None:
        """Show or hide the lines."""
        self.set_class(not self._said(), "-silent")
        super().redraw()

    def build(self, width: int) -> list[Line]:
        """Return each thing in as many lines as it takes."""
        return [line(Span(f" {row}", "warn")) for said in self._said() for row in wrap(f"! {said}", width - 1)]

    def _said(self) -> list[str]:
        if self.snapshot is None:
            return []
        said = []
        if self.snapshot.passed_over:
            names = _(", ").join(map(clean_line, self.snapshot.passed_over[:_NAMED]))
            unknown = _("The policy says what this version does not understand ({names}). Update Frontdesk.")
            said.append(unknown.format(names=names))
        zone, found = store_zone(self.snapshot), self.snapshot.clock_set
        if found is not None and is_same_day(found.at, self.now, zone):
            said.append(clock_was_wrong(found, zone, self.now))
        if self.snapshot.unreadable:
            said.append(not_shown(self.snapshot.unreadable))
        return said
