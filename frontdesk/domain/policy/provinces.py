"""The provinces, by the character that their plates begin with."""

from frontdesk.domain.values.plates import PROVINCES
from frontdesk.domain.values.text import clean_code

_CHINESE = [
    "北京",
    "天津",
    "上海",
    "重庆",
    "河北",
    "山西",
    "辽宁",
    "吉林",
    "黑龙江",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "海南",
    "四川",
    "贵州",
    "云南",
    "陕西",
    "甘肃",
    "青海",
    "内蒙古",
    "广西",
    "宁夏",
    "新疆",
    "西藏",
]
_LATIN = [
    "Beijing",
    "Tianjin",
    "Shanghai",
    "Chongqing",
    "Hebei",
    "Shanxi",
    "Liaoning",
    "Jilin",
    "Heilongjiang",
    "Jiangsu",
    "Zhejiang",
    "Anhui",
    "Fujian",
    "Jiangxi",
    "Shandong",
    "Henan",
    "Hubei",
    "Hunan",
    "Guangdong",
    "Hainan",
    "Sichuan",
    "Guizhou",
    "Yunnan",
    "Shaanxi",
    "Gansu",
    "Qinghai",
    "Inner Mongolia",
    "Guangxi",
    "Ningxia",
    "Xinjiang",
    "Xizang",
]
NAMES = {character: (chinese, latin) for character, chinese, latin in zip(PROVINCES, _CHINESE, _LATIN, strict=True)}
"""Each with its name in Chinese and in letters."""
_ALSO = {"neimenggu": "蒙"}
"""What a province was called before, as it may still be typed."""
_ENDINGS = ("维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市", "province")


def read_province(text: str) -> str:
    """Return the character of a province that was typed, or named: 粤 for 粤, 广东省, Guangdong; "" for none."""
    typed = "".join(clean_code(text).casefold().split())
    if typed in NAMES:
        return typed
    for ending in _ENDINGS:
        typed = typed.removesuffix(ending)
    named = (each for each, names in NAMES.items() if typed in {name.casefold().replace(" ", "") for name in names})
    return next(named, _ALSO.get(typed, ""))
