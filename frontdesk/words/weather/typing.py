"""What skies, warnings and figures are called, for whoever types them (I7)."""

from frontdesk.domain.values.text import folded
from frontdesk.domain.weather.figures import Figure
from frontdesk.domain.weather.forecast import Signal, Sky
from frontdesk.domain.weather.typed import Names
from frontdesk.words.every_language import in_every_language, keys_by_name
from frontdesk.words.i18n import _


def names() -> Names:
    """Return what they are called in every language."""
    signals = keys_by_name(Signal)
    signals |= {folded(short): key for short, key in _short_signals().items()}
    skies = {key: sky for key, sky in keys_by_name(Sky).items() if key}
    return Names(skies, {key: signal for key, signal in signals.items() if key}, _figures())


def _short_signals() -> dict[str, str]:
    """Return the signals by their colour alone."""
    said = in_every_language(lambda: [_("blue"), _("yellow"), _("orange"), _("red")])
    colours = [signal.value for signal in Signal if signal is not Signal.NONE]
    return {short: colour for names in said for short, colour in zip(names, colours, strict=True)}


def _figures() -> dict[str, str]:
    said = in_every_language(lambda: [_("rain amount"), _("snow depth"), _("gust")])
    of = (Figure.RAIN, Figure.SNOW, Figure.GUST)
    found = {folded(name): figure.value for names in said for name, figure in zip(names, of, strict=True)}
    return found | {figure.value: figure.value for figure in of}
