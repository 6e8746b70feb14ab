"""The shape of Chinese personal names and of organisations' names, as credits and meta lines print them."""

import re
from itertools import groupby

from pipelines.normalise.text import words

_SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦昌马苗凤花方俞任袁柳史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄"
    "和穆萧尹姚邵汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉"
    "钮龚程嵇邢裴陆荣翁荀羊惠甄曲封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双"
    "闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚"
    "者字矣普妥拜员种补乜禤罕召岩洒磨银卯么尼玉布保起自折拓訾撒锁招苌郇恽眭昃虢药来由合奉朗律念浑夭"
    "那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况郈有琴归海墨哈谯笪年爱阳佟商牟佘佴伯赏南宫车代仝覃黃陳劉張楊趙吳鄭馮蔣許呂孫馬羅鄧蕭葉鐘賈鄒餘閻肖付闫仵邸原苑展祎冼鹿操兰芦丛涂欧鲍隋植辜丘晋畅苟奚揭迟鄢官衣楚栗谌"
)
_COMPOUND = (
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "司徒",
    "轩辕",
    "夏侯",
    "长孙",
    "端木",
    "独孤",
    "南宫",
    "拓跋",
    "宇文",
    "呼延",
    "歐陽",
)
_ORGANISATION = re.compile(
    r"(?:政府|委员会|管委会|办公室|局|厅|部|委|院|校|学|社|报|网|台|站|中心|公司|集团|协会|联合会|总会|街道|镇|乡|村|区|县|市|省|州|盟|旗|"
    r"处|科|所|队|会|办|馆|园|刊|号|端|频道|传媒|融媒体?|政务|发布|日报|晚报|时报|新闻|在线|之窗|平台|视窗|微信|微博|客户端|工委|党组|支部|[残妇文商侨社]联|"
    r"[a-zA-Z]{2,})$"
)
_SYLLABLES = (
    "阿艾巴白班布才仓次达旦丹登顿尔尕嘎噶格根贡古哈赫吉加甲卡喀克库拉朗勒罗洛玛买曼米木穆那娜乃尼努诺帕其热仁日茹萨赛桑沙斯苏索塔特提图吐土托旺乌吾西希亚央伊扎泽则孜再珠卓姆措姐"
    "坚赞曲都敖力腾兰丽娅迪江逊合曼荣根花毕格图云胡楞呼鲁宝额恩音子呷伍夏德多南让肯别叶瓦拜坎汗衣波列莎敦琴莫伦甫"
)
_TRANSCRIBED = re.compile(f"[{_SYLLABLES}]{{3,7}}")
"""Names of Tibetan, Mongolian, Yi and Turkic peoples without a Chinese surname (艾力夏提, 古扎丽努尔)."""
_NAME = re.compile(f"[{_SYLLABLES}]{{5,7}}|[\u3400-\u9fff\U00020000-\U0002fa1f]{{2,4}}|[\u3400-\u9fff]{{1,8}}(?:[·•‧・][\u3400-\u9fff]{{1,10}}){{1,3}}")
_ENDINGS_OF_NAMES = frozenset("学宁园科州")
"""Endings of organisations that given names have too (郑庆学)."""
_NOT_NAMES = words(
    "记者 通讯员 实习生 摄影 编辑 来源 作者 责编 审核 本报 本网 管理员 系统管理员 网站管理员 综合 整理 转载 原创 佚名 匿名 未知 无 "
    "报道 文图 图文 供稿 摄 文 图 编者 特约 见习 首席 全媒体 融媒体 实习 发布者 供图 供稿人 投稿 通讯 讯 电 管理 "
    "解读 您好 你好 谢谢 好的 是的 中心 办公室 责任编辑 责任 值班 审校 校对 初审 复审 终审 一审 二审 三审 监制 通訊員 記者 资料 图片 视频 资料图 网络 示意 "
    "效果 来自 部分 现场 会场 本人 集体 部门 县委 市委 区委 供图 提供 主办 承办 "
)
_SPLIT = re.compile(r"[、,，;；/／|｜&和及\s]+")


def is_person(text: str) -> bool:
    """A string shaped like one person's name that begins with a surname and does not end like an organisation."""
    text = "".join(text.split())
    if not _NAME.fullmatch(text) or text in _NOT_NAMES:
        return False
    if "·" in text or "•" in text:
        return True
    if _TRANSCRIBED.fullmatch(text):
        return True
    if text[:2] in _COMPOUND:
        return len(text) in (3, 4)
    ending = _ORGANISATION.search(text) if len(text) >= 3 else None
    return text[0] in _SURNAMES and len(text) <= 3 and (ending is None or ending.group() in _ENDINGS_OF_NAMES)


def is_transcribed(text: str) -> bool:
    """A string in the characters of transcribed names, which beside an organisation's name is a person's (斯琴)."""
    return 2 <= len(text) <= 7 and all(sign in _SYLLABLES for sign in text)


def at_end(text: str) -> str | None:
    """The name that a run of characters ends with (会议现场邓正可 → 邓正可); None where it ends with none."""
    if len(text) > 3 and _TRANSCRIBED.fullmatch(text):
        return text
    for size in (4, 3, 2):
        if len(text) >= size and is_person(text[-size:]) and (size < 4 or text[-4:-2] in _COMPOUND):
            return text[-size:]
    return None


def is_organisation(text: str) -> bool:
    """A string that ends like an organisation or a medium."""
    return bool(_ORGANISATION.search(text.strip("（）()《》“” ")))


def people(text: str) -> list[str]:
    """The names in a credit's value, such as ``王庆建 张 佩`` or ``李四、王五``: single characters side by side are padded names, three of them one."""
    joined: list[str] = []
    parts = (part for part in _SPLIT.split(text.strip(" :：()（）【】[]/|")) if part)
    for single, group in groupby(parts, key=lambda part: len(part) == 1):
        signs = list(group)
        size = 1 if not single else 3 if len(signs) == 3 else 2
        joined += ["".join(signs[n : n + size]) for n in range(0, len(signs), size)]
    return [name for name in joined if _NAME.fullmatch(name) and not _is_role(name) and len(name) <= 12]


def _is_role(text: str) -> bool:
    """A word that stands where a name would: 管理员, 网站编辑, 办公室."""
    return text in _NOT_NAMES or text.endswith(("编辑", "管理员", "编辑部", "办公室", "记者", "通讯员", "局长", "主任", "书记", "部长", "科长", "经理"))
