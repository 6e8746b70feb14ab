"""How names of divisions are built: the kinds they end in, and the stem that people use without them."""

import re

# fmt: off
PROVINCE_SHORT_NAMES = {
    "11": "京", "12": "津", "13": "冀", "14": "晋", "15": "蒙", "21": "辽", "22": "吉", "23": "黑", "31": "沪", "32": "苏", "33": "浙", "34": "皖",
    "35": "闽", "36": "赣", "37": "鲁", "41": "豫", "42": "鄂", "43": "湘", "44": "粤", "45": "桂", "46": "琼", "50": "渝", "51": "川", "52": "贵",
    "53": "云", "54": "藏", "61": "陕", "62": "甘", "63": "青", "64": "宁", "65": "新", "71": "台", "81": "港", "82": "澳",
}
# fmt: on
"""The first two digits of a code and the character that stands for the province before 'ICP备' and on number plates."""
OTHER_SHORT_NAMES = {"蜀": "51", "黔": "52", "滇": "53", "秦": "61", "陇": "62", "申": "31", "巴": "50"}
"""Further characters that stand for a province, and the first two digits of its code."""

_PEOPLES = (
    "各族|壮族|回族|苗族|土家族|侗族|瑶族|彝族|藏族|羌族|满族|蒙古族|蒙古|维吾尔|哈萨克族|哈萨克|柯尔克孜族|柯尔克孜|朝鲜族|黎族|畲族|仡佬族|布依族|水族|傣族|景颇族"
    "|傈僳族|白族|哈尼族|佤族|拉祜族|布朗族|纳西族|独龙族|怒族|普米族|土族|撒拉族|东乡族|保安族|裕固族|塔吉克|锡伯|仫佬族|毛南族|达斡尔族|达斡尔|鄂温克族|鄂伦春"
)
_KIND = re.compile(r"(?:特别行政区|自治区|自治州|自治县|自治旗|联合旗|行政委员会|管理区|地区|林区|特区|新区|矿区|省|市|州|盟|县|区|旗)$")
_PEOPLE = re.compile(rf"(?:{_PEOPLES})$")


_BANNER = re.compile(r"(.)\w+?([左右])翼?([前中后]?)旗|(.)拉特([前中后])旗")


def said(name: str) -> str | None:
    """What people call a banner whose name is long; None for other divisions.

    >>> said("科尔沁右翼前旗"), said("阿拉善左旗"), said("乌拉特中旗"), said("敖汉旗")
    ('科右前旗', '阿左旗', '乌中旗', None)
    """
    banner = _BANNER.fullmatch(name)
    return "".join(part for part in banner.groups() if part) + "旗" if banner else None


def stem(name: str) -> str:
    """The name without its kind and its peoples: 孟津县 孟津, 连南瑶族自治县 连南; two characters stay as they are (横县, 城区).

    >>> stem("株洲县"), stem("景宁畲族自治县"), stem("赣县区"), stem("沙县")
    ('株洲', '景宁', '赣县', '沙县')
    """
    short = _KIND.sub("", name)
    if len(short) < 2:
        return name
    while len(bare := _PEOPLE.sub("", short)) >= 2 and bare != short:
        short = bare
    return short
