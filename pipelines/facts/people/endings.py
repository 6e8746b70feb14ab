"""What may stand behind a name: punctuation, and the verbs that reports use of leaders."""

import re

VERBS = (
    "主持|出席|参加|参会|列席|讲话|致辞|致词|致欢迎|致贺|致开|致闭|致答|致以|致敬|补充|感叹|透露|直言|回忆|发言|指出|强调|要求|表示|认为|提出|提议|建议|希望|介绍|汇报|通报|反馈|传达|宣读|宣布|部署|安排|总结|回顾|点评|讲评|作了|作出|作为|作政府|作《|作题为|作重|作动|作表|作讲|作总|作工|作专|作主|作汇|作典|作说|作报|做了|做|带队|带领|率队|率领|率|陪同|陪|随同|随行|随团|一同|一行|一起|一道|共同"
    "|调研|督导|督查|督办|检查|视察|考察|巡查|察看|查看|观摩|慰问|走访|看望|会见|会谈|座谈|约谈|接待|接访|接见|接受|听取|了解|询问|前往|深入|来到|走进|赶赴|奔赴|抵达|分别|先后|等|同志|代表|受|围绕|结合|首先|随后|最后|当选|任命|担任|兼任|任|为大|为获|为受|为全|为党|为学|为企|为新|为优|为先|现场|亲自|亲临|详细|实地|认真|仔细|充分|全面|高度|集中|专题|再次|当场|随即|限期|随同|继续|多次|首次|逐一|一一|简要|系统|深刻|重点|正式|热情|边"
    "|召集|召开|组织|开展|签署|签订|签约|揭牌|揭幕|启动|开通|关于|授课|讲授|上党课|讲党课|以《|以及|应邀|受邀|到会|到场|与会|来[县市区我省州旗镇乡村校企院访]|领学|主讲|推介|解读|回答|答|勉励|寄语|叮嘱|嘱咐|感谢|欢迎|祝贺|肯定|进行|给予|颁奖|授牌|见证|审议|参观|体验|交流|互动|通过|根据|以普通|以“|以问|沿路|沿途|随机|冒雨|顶着|驱车|徒步|采取|采用|利用|轻车简从|直奔|带着|一边|莅临|亲切|回应|宣讲|批示|都|今天|今日|昨天|昨日|日前|近日|上午|下午|当日|在会|在主|在讲|在调|在听|在现|在座|在全|在接|在致|在发|在推|在总|在检|在督|在活|在观|在报|在深|在会|在|对"
    "|向|就|与|和|及|从|到|赴|于|还|也|均|都|说|谈|要|称|坦言|告诉|笑着|高兴地|激动地|感慨|深有|自豪地|欣慰|开心地|兴奋地|动情|满怀|算了|掰着|竖起|一脸|乐呵呵|笑呵呵|颁发|授予|敬献|献花|剪彩|依次|按下|推杆|鸣笛|培土|执铲|斟酌|作诗|牵头|坐镇|指挥|值班|值守|靠前|第一时间|迅速|立即|当即|现身|化身|走上|登台|全程|自始至终|不时|并|将|已|正|曾|则|的|是|委员|代表|主任|书记|县长|区长|市长|局长|镇长|乡长|部长|院长|主席|常委|教授|校长|董事长|总经理|经理|会长|检察长|副|区委|县委|市委|省委|常务|县政|市政|区政|政协|人大|纪委|组织部|宣传部|统战部|公安|住建|农业|教育|财政|发改|自然|乡镇|镇党|乡党|街道|武装|人武|法院|检察院"
)
VERB = re.compile(VERBS)


def _by_sign(alternatives: str) -> dict[str, re.Pattern[str]]:
    """The alternatives that begin with each sign, in order: a few instead of some hundreds to try at one place."""
    found: dict[str, list[str]] = {}
    for alternative in alternatives.split("|"):
        found.setdefault(alternative[0], []).append(alternative)
    return {sign: re.compile("|".join(those)) for sign, those in found.items()}


_VERBS_BY_SIGN = _by_sign(VERBS)
NEVER_GIVEN = frozenset("不没无副说等在对就被把及与赴到做还也都并且则了的是等率谈称又再各该此每们听带陪随")
"""Characters that follow names and do not end them."""
GIVES = re.compile(
    "作[^，。；\\n]{0,16}?(?:发言|讲话|报告|汇报|部署|安排|总结|说明|点评|辅导|介绍|通报|解读|表态|指示|推介|推荐|授课|培训|讲座|分析|述职|反馈|演讲|宣讲|致辞|动员|分享|交流)"
)
"""张凡作交流发言: what somebody gives."""


def follows(plain: str, end: int) -> int:
    """How surely a name has ended: 2 before punctuation or a verb of two characters, 1 before a single character that may belong to it, 0 else."""
    sign = plain[end : end + 1]
    if verbs := _VERBS_BY_SIGN.get(sign):
        verb = verbs.match(plain, end)
        if not verb:
            return 2 if sign == "作" and plain[end - 1] not in "工合协运操动制创写著" and GIVES.match(plain, end) else 0
        return 2 if verb.end() > end + 1 else 1
    if not sign.isspace():
        return 0 if "\u4e00" <= sign <= "\u9fff" else 2
    while plain[end : end + 1].isspace():
        end += 1
    return follows(plain, end) or 2
