"""The forms that somebody began at a station and did not save yet."""

from screens.cases.draft import Draft
from screens.cases.kept_forms import KeptForms


class Unfinished:
    """The draft of a new case, its author, and the drafts of steps; kept while the station is open."""

    def __init__(self) -> None:
        self.draft = Draft()
        self.draft_of = ""
        self.steps: KeptForms = {}

    def belongs_to(self, who: str) -> None:
        """Start a new draft if somebody else works here now."""
        if who != self.draft_of:
            self.draft, self.draft_of = Draft(), who
