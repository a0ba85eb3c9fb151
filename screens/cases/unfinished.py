"""What somebody has begun to fill in at a station and not saved yet."""

from screens.cases.draft import Draft
from screens.cases.kept_forms import KeptForms


class Unfinished:
    """A new case half filled in, whose it is, and the steps of other cases; kept while the station is open."""

    def __init__(self) -> None:
        self.draft = Draft()
        self.draft_of = ""
        self.steps: KeptForms = {}

    def belongs_to(self, who: str) -> None:
        """Begin a new draft where somebody else works here now."""
        if who != self.draft_of:
            self.draft, self.draft_of = Draft(), who
