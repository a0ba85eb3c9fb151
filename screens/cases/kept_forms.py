"""What was filled in of forms and not saved yet."""

from frontdesk.domain.cases.steps import CaseStep

Filled = dict[str, str]
"""The words of each box; of each choice what was chosen, not its place: something else may be offered next time."""


KeptForms = dict[tuple[int, CaseStep], Filled]
"""What was filled in of the steps of cases and not taken yet; a station keeps it while it is open."""
