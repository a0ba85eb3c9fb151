"""How many examples a property is tried on: some in the usual run, the same each time; many under --campaign."""

from hypothesis import settings

campaign = False


def examples(usual: int, many: int) -> settings:
    return settings(max_examples=many if campaign else usual, deadline=None)
