"""stub"""


def initials(name: str) -> tuple[str, ...]:
    return ()
