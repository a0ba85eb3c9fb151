"""Numbers and words of a typed date in one form: 十二月一号 becomes 12月1号, half past three half past 3."""

import re

from frontdesk.domain.values.text import clean_code

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_ENGLISH = "one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905 - easier to read
_OF_A_WEEK = re.compile(r"(周|星期|礼拜)([一二三四五六日天])")
_NUMBER = re.compile(r"[零〇一二两三四五六七八九]?十[一二三四五六七八九]?|[零〇一二两三四五六七八九]+")
_WORD = re.compile(rf"\b(?:{'|'.join(_ENGLISH)})\b")
_EARLY_OR_LATE = re.compile(r"([今明])(?=[早晚])")


def plainly(text: str) -> str:
    """Return what was typed of a date, folded, with digits for numbers and one word for what has several.

    The day of a week is parted from what follows: 周二十点 is Tuesday at ten.
    """
    typed = _OF_A_WEEK.sub(_weekday, clean_code(text).casefold())
    typed = _EARLY_OR_LATE.sub(r"\1天", typed)
    typed = _WORD.sub(lambda found: str(_ENGLISH.index(found[0]) + 1), typed)
    return " ".join(_NUMBER.sub(_digits, typed).split())


def _weekday(found: re.Match[str]) -> str:
    day = "7" if found[2] in "日天" else str(_DIGITS[found[2]])
    return f"周{day} "


def _digits(found: re.Match[str]) -> str:
    tens, ten, ones = found[0].partition("十")
    if not ten:
        return "".join(str(_DIGITS[sign]) for sign in tens)
    return str((_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0))
