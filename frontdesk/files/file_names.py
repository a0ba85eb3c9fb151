"""File names that Windows takes for something else: a device, a stream of another file, a name cut short."""

_DEVICES = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {
    f"{port}{n}" for port in ("COM", "LPT") for n in range(10)
}
_FORBIDDEN = frozenset('<>:"/\\|?*')


def is_right_on_windows(name: str) -> bool:
    """Whether a file of that name is there under that name afterwards."""
    device = name.partition(".")[0].rstrip(" ").upper() in _DEVICES
    return not device and name == name.rstrip(". ") and not any(sign in _FORBIDDEN or sign < " " for sign in name)
