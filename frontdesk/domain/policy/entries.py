"""The store's own lists in the policy: how cases come in, what they are about, why the zone was crowded."""

from frontdesk.domain.values.text import clean_code, clean_line

LONGEST_ENTRY = 20


def is_list(entries: tuple[str, ...], most: int) -> bool:
    """Whether each entry is a few words, no two are alike, and there is at least one and at most so many."""
    folded = {"".join(clean_code(entry).casefold().split()) for entry in entries}
    are_words = all(entry and entry == clean_line(entry) and len(entry) <= LONGEST_ENTRY for entry in entries)
    return are_words and 0 < len(entries) <= most and len(folded) == len(entries)
