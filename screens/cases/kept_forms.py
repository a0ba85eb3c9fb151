"""Forms that were filled in but not saved yet."""

from frontdesk.domain.cases.steps import CaseStep

Filled = dict[str, str]
"""The text of each box and the value of each choice, not its position, because the options may change."""


KeptForms = dict[tuple[int, CaseStep], Filled]
"""The unsaved forms of steps; a station keeps them while it is open."""
