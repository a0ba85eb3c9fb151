"""A picture in ESC/POS, the language of receipt printers: reset, raster lines, feed, cut."""

from PIL import Image, ImageOps

RESET = b"\x1b@"
RASTER = b"\x1dv0\x00"
CUT = b"\x1bd\x06\x1dV\x00"
"""Feed six lines, so that the picture is past the knife; then cut through."""

_BAND = 256
"""How many lines are sent at a time, because printers with little memory lose everything beyond their limit."""


def as_escpos(picture: Image.Image) -> bytes:
    """Return the commands that print a picture of one bit per dot on a receipt printer, and cut the paper after it."""
    ink = ImageOps.invert(picture.convert("L")).convert("1")
    across = (picture.width + 7) // 8
    sent = [RESET]
    for top in range(0, picture.height, _BAND):
        band = ink.crop((0, top, picture.width, min(top + _BAND, picture.height)))
        sent += [RASTER, across.to_bytes(2, "little"), band.height.to_bytes(2, "little"), band.tobytes()]
    return b"".join([*sent, CUT])
