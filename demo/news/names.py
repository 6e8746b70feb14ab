"""Names of people who do not exist: common surnames, compound ones, names of two to four characters, minority names with a dot."""

# ruff: noqa: E501 - markup and sentences stand as they are served

from random import Random

_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
_COMPOUND = ("欧阳", "上官", "司马", "诸葛", "慕容", "皇甫", "尉迟", "令狐")
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛超霞刚桂兰玉萍红鹏辉建华志明国庆海燕晓东永春文博思远宏亮振宇新民立峰光荣云飞学武秀英雪梅佳慧婷婷欣怡浩然子涵俊凯忠义成栋贤良润泽若彤锦程毅恒煜铭昊淑珍卫平继业兆祥"
_DOTTED = ("买买提·吐尔逊", "阿依古丽·艾合买提", "扎西·多吉", "古丽娜尔·沙比提", "阿卜杜拉·卡德尔", "巴特尔·那木拉", "次仁·旺堆", "帕提古丽·马木提")


def person(rng: Random, dotted: float = 0.01) -> str:
    """One name; ``dotted`` is the share of minority names."""
    if rng.random() < dotted:
        return rng.choice(_DOTTED)
    surname = rng.choice(_COMPOUND) if rng.random() < 0.03 else rng.choice(_SURNAMES)
    if rng.random() < 0.22:
        return surname + rng.choice(_GIVEN)
    return surname + rng.choice(_GIVEN) + rng.choice(_GIVEN)


def people(rng: Random, count: int, dotted: float = 0.01) -> tuple[str, ...]:
    """That many different names, none of which begins another (so that a bare name is never part of a second one)."""
    found: list[str] = []
    while len(found) < count:
        name = person(rng, dotted)
        if not any(name.startswith(other) or other.startswith(name) for other in found):
            found.append(name)
    return tuple(found)


def padded(name: str) -> str:
    """A name of two characters as newspapers set it, with a blank between them; longer names as they are."""
    return f"{name[0]} {name[1]}" if len(name) == 2 else name
