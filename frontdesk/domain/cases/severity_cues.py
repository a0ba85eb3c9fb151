"""Words in a customer's account that speak of something grave (C2), and the like words that do not.

The tables hold regular expressions. Chinese ones are found anywhere, English ones only as whole words.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from itertools import islice

from frontdesk.domain.values.plates import PROVINCES
from frontdesk.domain.values.text import WORDS_LIMIT, clean_words


class SeverityCue(StrEnum):
    """The cues a judgement is based on, the most serious first."""

    INJURY = "injury"
    SAFETY = "safety"
    MEDIA = "media"
    AUTHORITY = "authority"
    REPEATED = "repeated"
    EARLIER = "earlier"
    OVER_STAY = "over-stay"


_NEAR = r"[\w ]{0,8}?"  # no punctuation: what is found stays within a clause and is safe to show
_BODY = r"(?:手指|手臂|(?<![扶把拉二新对])手(?![机套续])|(?<!前)脸|腿|胳膊|额头|膝盖|脚(?![垫踏刹]))"
_PERSON = r"(?:人(?!行道|家)|我妈|我爸|老人|小孩|孩子|行人|路人)"
_BRAKE = r"(?:刹车|制动)(?![灯片油盘]|[\w ]{0,3}灯)"
_PLATFORM = r"(?:抖音|快手|小红书|微博|视频号)"

_CHINESE: dict[SeverityCue, tuple[str, ...]] = {
    SeverityCue.INJURY: (
        r"受[了过点些轻重]{0,3}伤", r"[烫烧砸撞夹压摔打咬炸]伤", r"(?:轻|(?<!严)重|工)伤",
        rf"伤[到着了]{{1,2}}{_PERSON}",
        "人身伤害", "致残", "致死", "死亡", "身亡", "丧生", "伤亡", "死伤", r"(?<!差点)(?<!差点闹)出了?人命",
        "骨折", "脑震荡", "流血", "出血", r"缝了?[一二三四五六七八九十几0-9]+针",
        "送医", "进了?医院", "救护车", r"打了?120(?![0-9])", "中毒", "晕倒", "昏倒", "昏迷", "休克", "触电", "心脏病",
        r"(?<![烦急吓气等热])人死了",
        "滑倒", "摔倒", "跌倒", "摔了一跤", "殴打", "动手打", r"打人(?![工员情])", rf"[撞砸夹][到了倒]{{0,2}}{_PERSON}",
        rf"{_BODY}[\w ]{{0,3}}?[划刮擦碰磕割扎蹭扭][伤破]", rf"(?<!文件)夹[到住了着伤]?[\w ]{{0,4}}?{_BODY}",
    ),
    SeverityCue.SAFETY: (
        rf"{_BRAKE}{_NEAR}(?:失灵|失效|不灵|没有?反应|没用(?![完过多几上])|不管用|没有?了)",
        rf"刹车{_NEAR}(?:踩不[动下住]|踩到底)", r"刹不(?:住|了车|下来)", r"没了?刹车了?(?=[,。!?\s]|$)",
        rf"(?:方向|转向(?!灯)|油门){_NEAR}(?:锁死|卡死|卡住|失灵|失效|打不动|转不动|脱落|回不来)",
        "失控", "不受控制", "暴冲", r"(?:自动|(?<!我)自己|无故)[地的]?(?:突然)?加速", r"(?:失去|丢失)动力",
        "动力(?:中断|丢失)",
        rf"(?:高速|行[驶车](?!记录|证)|开着开着|路上|途中){_NEAR}(?:熄火|断电|失速|爆胎)", "抱死", "断轴",
        r"(?:车轮|轮子|轮胎)[突然被都整个自己就]{0,4}(?:脱落|掉了|飞了|飞出)",
        r"(?:车轮|轮子|轮胎|轮毂)的?(?:固定)?(?:螺丝|螺栓|螺母)[\w ]{0,4}?[没未松掉]",
        rf"气囊(?!灯){_NEAR}(?:弹|爆|炸|没开|未开|打不?开|展开|失效)", r"没有?(?:安全)?气囊(?:弹|爆|打开)",
        "起火", "着火", "自燃(?!险)", "失火", "火灾(?!险)", "冒烟", "有烟冒", "浓烟", "烧了个?洞", "烧焦", "爆炸",
        "烧起来", "烧着了", "烧毁",
        "冒火[花星]",
        rf"(?:机舱|机盖|引擎盖|车头|车[里内]|底盘|电池){_NEAR}冒[出了]?[白黑青]烟",
        "漏汽油", "燃油泄漏", "高压漏电", "车身漏电", "车祸", "侧翻", "安全隐患", "(?:生命|人身)安全",
        r"[困锁]在车[里内]",
        rf"(?:差点|险些){_NEAR}(?:出事|出人命|车祸|撞|追尾|没命|翻车)",
    ),
    SeverityCue.MEDIA: (
        "记者", "媒体", "电视台", "上电视", "央视", "报社", "登报", "见报", "上报纸", "上新闻", "新闻热线", "焦点访谈",
        r"3[.·]?15晚会", "[曝暴爆]光", r"抖音(?![响量箱质])", "微博", "小红书",
        r"(?<![加尽很赶太更最够])快手(?![续机脚工动])",
        "视频号", "b站", "热搜", r"黑猫(?:投诉|平台)|上黑猫", "车质网", r"(?:发布?|传|放|挂|晒|捅)[到在上]?网[上络]",
        "发帖", "发朋友圈", "公之于众", "公布于众", "向社会公开",
    ),
    SeverityCue.AUTHORITY: (
        "市场监[管督]", "市监(?![控测护])", r"工商(?:局|所|部门|投诉)", r"(?:找|告到|投诉到?)工商(?!银行)",
        "消协", "消费者协会", "消保委", "消委会", "质监局", "质检局", "质检总局", "监管部门", "主管部门",
        "物价局", "税务局", "信访", "工信部", "举报", "法院", "法庭", "起诉", "诉讼", "官司", "律师", "仲裁",
        r"法律(?:途径|手段|武器|程序|责任)", "走法律", r"[要去会来]告(?:你(?!们?一声)|贵|店|4s|上法|到)",
        "派出所", "公安", "警察", "民警", "警方", "立案", "经侦", "报了警", r"[报打拨叫]了?110(?![0-9])",
        r"我们?[就要会去已经只能直接马上再不得准备打算想可以将也必须真的现在立刻]{0,6}报警",
        r"(?:去|只能|准备|打算|不得不|选择)报警", r"报警(?:电话|回执|抓人|立案)",
        r"[不拒](?:退|赔|处理|解决|给|换|修|交|还|来)[^\W_]{0,5},?就?报警",
        rf"(?<![0-9a-z])(?<![{PROVINCES}][a-z][·\-. ])(?:12315|12345|12365|96315)(?![0-9a-z]|\s*(?:公里|千米|元|块))",
    ),
    SeverityCue.REPEATED: (
        r"第(?:[三四五六七八九十]|[3-9]|[1-9][0-9])[次回趟](?!保养)", "又来", "屡次", "屡修", "屡教", "多次",
        "好几[次回趟]",
        "三番[五两]次", "几次三番", "一而再", "反复", "再次投诉", "又(?:一次)?投诉",
        r"[修来跑][了过][三四五六七八九十3-9][次回趟]",
    ),
}  # fmt: skip
_ENGLISH: dict[SeverityCue, tuple[str, ...]] = {
    SeverityCue.INJURY: (
        r"injur(?:y|ies|ed)", r"hurt(?! (?:(?:my|our|his|her|the) )?(?:feelings?|wallet|paint|business|pride))",
        "wounded", "bleeding", "ambulance", "hospitali[sz]ed", "unconscious", "concussion", "fainted", "assaulted",
        r"fatalit(?:y|ies)", r"(?:people|person|someone|somebody|man|woman|child) (?:has )?died",
        r"(?:was|were) killed",
        r"(?:broken?|fractured) (?:my |his |her |an? )?(?:arm|leg|finger|wrist|bone|nose|rib|ankle)",
        r"(?:slipped|tripped) (?:and|on|over)",
    ),
    SeverityCue.SAFETY: (
        r"brak(?:es?|ing) (?:\w+ )?(?:fail(?:ed|s|ure|ing)?|gave out|went out)", "no brakes",
        "lost (?:the |my )?brakes",
        r"brakes? (?:\w+ )?(?:do not|don't|did not|didn't|does not|doesn't|not|stopped) (?:work|respond)(?:ing)?",
        r"(?:caught|catch|catches|on) fire", r"(?:engine|battery|a) fire", "fire broke out", r"(?:in|into) flames",
        r"smoke (?:\w+ )?(?:came|coming|pouring|pours|rising)", "explo(?:ded|ding|sion)",
        r"(?:lost|loss of|losing) control", r"(?:car|vehicle|it) (?:went|was|spun) out of control",
        r"steering (?:wheel )?(?:failed|fails|locked up|seized)", r"(?:unintended|sudden) acceleration",
        "accelerated by itself", "wheel (?:came|fell) off", "(?:fuel|petrol) leak", "leaking (?:fuel|petrol|gasoline)",
        r"(?:stalled|lost power) on the (?:highway|motorway|freeway|expressway)",
        r"(?:almost|nearly) (?:crashed|killed|died)",
        r"(?:no|none of the) air ?bags? (?:deployed|went off|opened|inflated)",
        r"air ?bags? (?:\w+ ){0,3}?(?:deploy(?:ed)?|went off|failed|exploded|inflated?|open(?:ed)?)",
    ),
    SeverityCue.MEDIA: (
        "journalists?", "reporters?", r"(?:to|in) (?:the |a )?(?:\w+ )?newspapers?", "the press", "(?:local|tv) news",
        r"(?:on|to) (?:the )?(?:tv|television)", "(?:tv|television) (?:station|crew|channel)",
        "(?:go|goes|going) viral",
        r"(?:the|social|local|news) media(?! (?:player|system|screen|unit|cent(?:re|er)|button|app))",
        "expose (?:you|this|it)", "(?:go|goes|going) public", "douyin", "weibo", "tiktok", "xiaohongshu", "rednote",
        r"post(?:ing|ed)? (?:\w+ ){0,3}?(?:online|on the internet)",
    ),
    SeverityCue.AUTHORITY: (
        "lawyers?", "attorneys?", "solicitors?", r"(?<!food )(?<!tennis )court", "sue your?", "suing", "lawsuit",
        r"(?:will|i'll|gonna|going to|want to|have to|ready to) sue", "legal (?:action|proceedings|advice)",
        "police", "the cops", "the authorities", r"market (?:regulat\w+|supervision)", "ombudsman", "tribunal",
        r"consumers?'? (?:association|council|protection|rights|commission)", "trading standards", "small claims",
    ),
    SeverityCue.REPEATED: (
        "(?:third|fourth|fifth|sixth|3rd|4th|5th|6th) time", "(?:three|four|five|six|several|many|[3-9]) times",
        "(?:time and|over and over|yet) again", "repeatedly",
    ),
}  # fmt: skip
_FALSE_FRIENDS = (
    # feelings, and cars that are "hurt"
    "很受伤", "心[里灵中]?受伤", "感情受伤", "受伤的心", "(?:爱车|车子|车身|我的车|漆面)受伤", "严重伤害", "残疾人",
    "大出血", r"(?:差点|险些)[滑摔跌]倒", "(?:车机|系统|电脑)中毒",
    # an engine that will not fire, a smoking exhaust, and tempers
    "不着了?火", "[打点听看憋窝压忍想带发]着火", "才能?着火", "不能着火", "着火[慢难困费大气]", "一起火",
    r"(?:气得|排气管|嗓子|七窍|头上|头顶)[\w ]{0,3}?冒烟", "(?:心态|脾气|要|快|气得)爆炸", "爆炸头",
    "(?:情绪|价格|脾气)失控",
    # what the car's own parts are called; what was bought or seen on a platform
    "方向盘上?的?(?:按键|加热|喇叭|音量|皮|套)", "多媒体", "媒体(?:音量|播放|中心|音乐|键|屏|系统|声)",
    "曝光(?:度|过度|不足|补偿)", "报警(?:灯|声|器|音|提示|信息|功能|系统|装置|响)",
    rf"{_PLATFORM}[里上]?(?:平台|直播间)?的?(?:团购|券|优惠|直播间|下单|买|抢|活动|广告|看到|看了|刷到|预约|核销|推荐)",
    rf"(?:车机|中控|大屏|休息[室区])[\w ]{{0,6}}?(?:{_PLATFORM}|b站|电视台)", "发朋友圈(?:集赞|点赞|抽奖|领|送)",
    "登记者", "以上诉求", "一起诉", "交通警察", "法院(?:路|旁|门口|附近|对面|站)", "多次(?:强调|感谢|合作)",
    r"(?:bought|purchased|saw|booked|ordered) (?:\w+ ){0,4}?(?:on|from|in) (?:your )?(?:douyin|weibo|tiktok|rednote)",
)  # fmt: skip
_DENIED = (
    re.compile(
        "(?<!有)(?<!不是)(?:没|未|无|不曾|不会|不至于|避免|以免|防止)"
        "[有人任何员曾造成发生出现导致什么谁一个的都大家见再]{0,8}$"
    ),
    re.compile(
        r"\b(?:no|not(?! only)|nobody|none|without|never|[a-z]+n't)"
        r"(?: (?:was|were|is|are|got|get|been|be|has|have|had|any|one|person|of|us|in|the|my|car|a|else)){0,6} $",
        re.ASCII,
    ),
)
"""The words right before something that did not happen, in Chinese and in English."""
_WINDOWS = (13, 60)
_DENIABLE = frozenset({SeverityCue.INJURY, SeverityCue.SAFETY})
"""The cues that can be reported as not having happened; a threat stays one, however it is worded."""
_QUOTED = 3
_LOOKED_AT = 20


def cues_in(words: str) -> dict[SeverityCue, str]:
    """Return the cues in a customer's words, each with the first few different words that were found for it.

    Something denied ("nobody was hurt") or only similar in wording (an engine that will not fire) is no cue.
    """
    text = unicodedata.normalize("NFKC", clean_words(words[:WORDS_LIMIT])).casefold()[:WORDS_LIMIT]
    text = _like_words().sub(",", text.replace("’", "'"))
    found = {cue: tuple(dict.fromkeys(islice(_hits(cue, text), _LOOKED_AT)))[:_QUOTED] for cue in _CHINESE}
    return {cue: ", ".join(hits) for cue, hits in found.items() if hits}


def _hits(cue: SeverityCue, text: str) -> Iterator[str]:
    for pattern, denied, window in zip(_patterns(cue), _DENIED, _WINDOWS, strict=True):
        for hit in pattern.finditer(text):
            before = text[max(0, hit.start() - window) : hit.start()]
            if cue not in _DENIABLE or not denied.search(before):
                yield hit[0]


@cache
def _patterns(cue: SeverityCue) -> tuple[re.Pattern[str], re.Pattern[str]]:
    english = rf"\b(?=[a-z0-9])(?:{'|'.join(_ENGLISH[cue])})\b"
    return _guarded(_CHINESE[cue]), re.compile(english, re.ASCII)


@cache
def _like_words() -> re.Pattern[str]:
    return _guarded(_FALSE_FRIENDS)


def _guarded(table: tuple[str, ...]) -> re.Pattern[str]:
    """Return one pattern for a table, tried only at characters that occur in it, which is three times as fast."""
    characters = "".join(sorted({c for c in "".join(table) if c.isalnum()}))
    return re.compile(f"(?=[{characters}])(?:{'|'.join(table)})")
