"""Whether a dialog that is up can be seen whole."""

from typing import Any

from screens.kit.dialog import Rest


def is_whole(person: Any) -> bool:
    """Whether the frame is in the window below its first row, and all in it that does not scroll is in the frame."""
    (box,) = person.app.screen.query(".dialog")
    inside = box.region.shrink((1, 1, 1, 1))
    parts = [each for each in box.walk_children() if each.display and each.region.height]
    fixed = [each for each in parts if not any(isinstance(above, Rest) for above in each.ancestors)]
    return (
        box.region.y >= 1
        and person.screen.region.contains_region(box.region)
        and all(inside.contains_region(each.region) for each in fixed)
    )
