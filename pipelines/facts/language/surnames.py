"""Surnames, and which short words that begin with one are ordinary words and no names."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅"
    "皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房"
    "裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎"
    "蓟薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴胥苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾暨居衡步都耿满弘匡国"
    "文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶曾毋沙乜养鞠须丰巢关蒯相查荆红游竺权逯盖益桓公付代仝佟佘冼展岳崖帅庹库栗植楚楼税笪练缑苟么肖占亢仉伦佴冮凃区卿邸郄郇鄢鄞钦闫覃谌谯"
    "贠赫迟邝隋雒雪青靖颉骈鹿麦黑亓啜禚綦线蔄解邵隽郎锁铁针降揭揣撒斯晋朴柘桐檀母毓涂淳渠湘漆火牟玄盘秘稽竹笃粟绪纵缴老职芦英苑茆荔菅蒿藤虎衣詹谏豆赏轩辜过那邦邱丛么邓酒采锺镡闪门阿院隆韶颛饶麴危敬昂旷晁尕才扎仁格旦杂拉"
) - frozenset("么线门职老院采降职公国过东青雪拉杂红都能全党")
"""Single-character surnames: the hundred families, and the rarer ones that the census knows; none that is a common word by itself."""
FOREIGN = frozenset("阿艾买木麦吐热玉帕努哈萨沙赛依伊古库卡喀巴布扎次旦尼洛桑格丹顿多拉仁央旺平边达嘎贡曲索土云斯额乌娜其朝包苏那孟特宝呼图德哲嘉吾才")
"""How names of peoples without Chinese surnames begin: 巴图, 扎西, 买买提."""
COMPOUND = frozenset(
    "欧阳 司马 上官 诸葛 皇甫 尉迟 令狐 慕容 东方 公孙 司徒 司空 夏侯 长孙 宇文 轩辕 端木 百里 呼延 南宫 西门 独孤 钟离 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 赫连 拓跋 闾丘 亓官 司寇 "
    "万俟 闻人 第五 完颜 纳兰 公羊 谷梁 左丘 东郭 羊舌 微生 梁丘 归海 段干 那拉 鲜于 欧陽".split()
)
"""Surnames of two characters."""


@cache
def _words() -> dict[str, int]:
    """Words of two to four characters that begin with a surname and are no names, and how frequent they are (jieba's dictionary, read without jieba)."""
    found = find_spec("jieba")
    if found is None or found.origin is None:
        return {}
    words, initials = {}, SURNAMES | FOREIGN
    with Path(found.origin).with_name("dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            if line[0] in initials:
                word, count, tag = line.split(" ")
                if len(word) <= 4 and not tag.startswith("nr"):
                    words[word] = int(count)
    return words


def frequency(word: str) -> int:
    """How often an ordinary word that begins with a surname is used; 0 for what is none."""
    return _words().get(word, 0)


def begins_name(text: str, offset: int) -> int:
    """Length of the surname that stands at an offset: 2 for a compound one, 1, or 0."""
    if text[offset : offset + 2] in COMPOUND:
        return 2
    return 1 if text[offset : offset + 1] in SURNAMES else 0
