"""What skies, warnings and figures are called, for whoever types them (I7)."""

from frontdesk.domain.values.text import folded
from frontdesk.domain.weather.figures import Figure
from frontdesk.domain.weather.forecast import Signal, Sky
from frontdesk.domain.weather.typed import Names
from frontdesk.words.every_language import in_every_language, keys_by_name
from frontdesk.words.i18n import _

_ALSO = {
    Sky.SUNNY: ("晴天", "clear"),
    Sky.OVERCAST: ("阴天",),
    Sky.RAIN: ("小雨", "中雨", "大雨", "阵雨", "下雨", "showers"),
    Sky.RAINSTORM: ("大暴雨", "特大暴雨"),
    Sky.THUNDERSTORM: ("雷阵雨", "雷暴"),
    Sky.SNOW: ("小雪", "中雪", "大雪", "暴雪", "阵雪", "雨夹雪"),
    Sky.FOG: ("雾", "大雾", "霾", "沙尘", "沙尘暴", "fog", "haze"),
    Sky.GALE: ("台风", "狂风", "typhoon"),
    Sky.ICE: ("冻雨", "结冰", "道路结冰", "freezingrain"),
}
_OTHER_NAMES = {name: sky.value for sky, said in _ALSO.items() for name in said}
"""What people and forecasts say besides."""


def names() -> Names:
    """Return what they are called in every language."""
    signals = keys_by_name(Signal)
    signals |= {folded(short): key for short, key in _short_signals().items()}
    skies = {**_OTHER_NAMES, **{key: sky for key, sky in keys_by_name(Sky).items() if key}}
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
