"""The indicators of the statistical communiqués and the names that reports give them, by the word that every name of a family holds."""

import re
from typing import NamedTuple

from pipelines.facts.language.alternatives import alternatives, chosen

_PLACE = r"(?:全(?:省|自治区|市|县|区|旗|州|盟|域|社会|部|体|乡|镇)|我(?:省|市|县|区|旗|州)|本(?:市|县|区)|地方|辖区)?"
_RESIDENTS = r"(?:常住)?(?:居民)?(?:家庭)?(?:年)?人均(?:可支配|支配)收入"
_SECTOR = (
    "建筑|制造|装备制造|先进制造|采矿|金融|房地产|批发和?零售|批零|住宿和?餐饮|住餐|交通运输、?仓储和?邮政|交通运输|仓储|邮政|战略性新兴|文化|文化及相关|数字经济核心|数字经济"
    "|高技术|高新技术|高技术制造|旅游|海洋|信息传输|信息服务|电力|煤炭|化工|食品|规模以上服务|营利性服务|非营利性服务|生产性服务|现代服务|民营经济|非公有制经济|非公经济|水产|林|牧|渔|畜牧"
)
_PARTS_OF_INDUSTRY = "轻|重|高技术|战略性新兴|高新技术|数字经济(?:核心)?产业|装备|民营|县属|市属|非公(?:有制)?|私营|建筑|制造|采矿"
_SCALE = "规模以上|限额以上|规模|规上"

FAMILIES: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "生产总值|GDP|经济总量|能耗",
        (
            ("other:gdp_per_capita", r"人均(?:地区|国内)?(?:生产总值|GDP)"),
            (
                "energy_per_gdp",
                r"(?:单位|万元|每万元|亿元)(?:地区|国内)?(?:生产总值|GDP)的?(?:综合)?(?:能源消耗|能源消费|能耗)(?:强度|量|总量)?|(?:地区)?(?:生产总值|GDP)(?:能耗|单耗)|能耗强度",
            ),
            ("other:energy_per_industrial_output", r"(?:(?:单位|万元|规模以上|规上)){0,3}工业(?:增加值|企业)?(?:单位增加值)?(?:综合)?能耗"),
            ("other:co2_per_gdp", r"(?:单位|万元)(?:地区)?(?:生产总值|GDP)的?(?:二氧化碳|碳)排放(?:量|强度)?"),
            ("other:water_per_gdp", r"(?:单位|万元)(?:地区)?(?:生产总值|GDP)的?(?:用水量|水耗|耗水量)"),
            ("gdp", r"(?:地区|国内|地方|区域|县域|市域|区级)?生产总值(?:（GDP）)?|GDP(?:总量)?|(?:地区|县域|区域)?经济总量"),
        ),
    ),
    (
        "产值|增加值|规上工业|规模以上工业|规模工业|规工",
        (
            ("other:industrial_gross_output", rf"(?:{_SCALE})?工业(?:企业)?(?:总产值|产值|现价产值)"),
            ("other:component_value_added", rf"(?:{_PARTS_OF_INDUSTRY})工业增加值"),
            (
                "industrial_output_above_scale",
                rf"(?:{_SCALE})工业(?:企业)?(?:累计)?(?:实现|完成)?(?:工业)?增加值|规工增加值|(?:规模以上|规模|规上)工业(?=(?:同比|比上年|较上年|累计|预计)?(?:增长|增速|增幅|下降))",
            ),
            ("industrial_output", r"(?:全部|全口径|(?<![\u4e00-\u9fff])|(?<=[市县区旗州省盟域成现中年月度份计会达到和与使]))工业(?:实现|完成)?增加值"),
            ("other:agri_value_added", r"(?:农业|农林牧渔业?)总?(?:（[^（）]{0,30}）)?(?:实现|完成)?增加值"),
            ("other:primary_value_added", r"(?:第一产业|一产)(?:实现|完成)?增加值"),
            ("other:secondary_value_added", r"(?:第二产业|二产)(?:实现|完成)?增加值"),
            ("other:tertiary_value_added", r"(?:第三产业|三产|服务业)(?:实现|完成)?增加值"),
            ("other:value_added", rf"(?:{_SECTOR})(?:产业|业)?(?:实现|完成)?增加值"),
            ("other:gross_output", rf"(?:(?:{_SECTOR}|农林牧渔|农|企|生态)(?:产业|业)?)?(?:总产值|产值)"),
        ),
    ),
    (
        "第一产业|第二产业|第三产业|一产|二产|三产|产业结构|产业比|产业增加值比|产业之比|产业的比例",
        (
            ("shares", r"(?:三次|三大|三)产业?(?:增加值)?(?:结构|比例|比重|的比例|之?比)|产业结构(?=比?(?:为|由|调整|优化))"),
            ("other:primary_value_added", r"第一产业|一产"),
            ("other:secondary_value_added", r"第二产业|二产"),
            ("other:tertiary_value_added", r"第三产业|三产"),
        ),
    ),
    (
        "投资|固投",
        (
            (
                "other:investment_part",
                r"(?:工业|民间|民营|基础设施|技术改造|技改|房地产(?:开发)?|农业|制造业|第[一二三]产业|产业|高技术产业|项目|教育|国有)(?:固定资产)?投资",
            ),
            (
                "fixed_asset_investment",
                r"(?:城镇|城乡|(?:5|50|500|五百|五十)0?万元以上(?:项目)?)?固定资产(?:完成)?投资(?:（不含农户）)?(?:完成额|总额|总量|额)?|固投(?:总额)?|全社会投资",
            ),
        ),
    ),
    (
        "零售|社零|社消",
        (
            (
                "other:retail_above_quota",
                r"(?:限额以上|限上)(?:单位)?(?:社会)?(?:消费品零售(?:总)?额|社零|批发业|零售业|批零住餐)|(?:城镇|乡村|农村)(?:社会)?消费品零售(?:总)?额",
            ),
            (
                "retail_sales",
                r"(?:社会)?消费品(?:市场)?零售(?:总额|额|总值)|社会商品零售总额|社消?零(?:总额|额)?(?![售食工部星散碎花钱头])|社消品?(?:零售)?(?:总额)",
            ),
        ),
    ),
    (
        "预算|财政|税收|收入",
        (
            ("other:general_budget_expenditure", r"(?:地方)?(?:财政)?(?:一般)?(?:公共)?(?:财政)?预算支出|财政(?:总)?支出"),
            ("other:total_fiscal_revenue", r"(?:财政|一般公共预算|公共财政预算)总收入|(?:大口径|全口径|全部|地区性|总)财政(?:总)?收入"),
            (
                "fiscal_revenue_general_budget",
                r"(?:地方)?(?:财政)?一般公共(?:财政)?预算(?:地方)?收入|(?:地方)?公共财政(?:预算)?收入|(?:地方)?财政一般(?:公共)?预算收入|(?:地方)?一般预算收入|一般公共预算(?:收支)?(?=(?:同比)?增长)",
            ),
            ("other:tax_revenue", r"(?:地方)?级?(?:各项)?(?:税收|非税)总?(?:收入)?"),
            ("other:local_fiscal_revenue", r"地方(?:级|本级|公共)?(?:财政)?收入|本级收入"),
            ("other:rural_net_income", r"(?:农村居民|农牧民|农民|农村|农村住户)(?:家庭)?人均年?(?:纯|总)?收入"),
            ("triple", r"(?:全体|全市|全县|全区)(?:居民)?、城镇(?:居民)?(?:、|和|及)农村(?:常住)?居民人均可支配收入"),
            (
                "pair:disposable_income_urban+disposable_income_rural",
                r"城(?:镇|市)?(?:(?:常住)?居民)?(?:和|、|与|及)?(?:乡|农村牧区|农牧区|农村|农民)(?:常住)?居民(?:(?:人均)?(?:可支配|支配)?收入)",
            ),
            ("disposable_income_urban", rf"(?:城镇|城市){_RESIDENTS}|(?:城镇|城市)(?:常住)?居民(?:可支配)?收入"),
            ("disposable_income_rural", rf"(?:农村牧区|农村|农牧区|农牧民|农民){_RESIDENTS}|农村(?:常住)?居民(?:可支配)?收入"),
            ("disposable_income_residents", r"(?:全体)?(?:常住)?居民(?:家庭)?年?(?:人均)?可支配收入|人均可支配收入|(?:全体)?居民(?:人均)?收入"),
            ("other:tourism", r"(?:实现)?旅游(?:综合|总)?收入"),
            ("other:business_revenue", rf"(?:{_SCALE})?(?:工业)?(?:企业)?(?:实现)?(?:营业|主营业务)收入"),
            ("other:fiscal_revenue", r"(?:公共)?财政收入|(?:上划|政府性)[\u4e00-\u9fff]{0,6}收入"),
        ),
    ),
    (
        "就业|失业",
        (
            (
                "urban_new_jobs",
                r"城镇(?:新增|净增)(?:就业|劳动力就业)(?:再就业)?(?:人员|人数|岗位)?|新增城镇(?:各类)?(?:就业|从业)(?:再就业)?(?:人员|人数|岗位)?",
            ),
            ("unemployment_registered", r"(?:城镇)?登记失业率|城镇(?:居民|人口)?登记失业率?"),
            ("unemployment_surveyed", r"(?:城镇)?调查失业率"),
            ("other:unemployment", r"(?:城镇|城乡)?失业率"),
            ("other:new_jobs", r"(?:农村劳动力转移|转移|失业人员再|就业困难人员|新增)?就业(?:岗位|人数)?"),
        ),
    ),
    (
        "价格|CPI|物价",
        (
            (
                "cpi",
                r"(?:城市|城镇)?(?:居民|城市居民|城镇居民)消费品?价格总?(?:指数|水平)?(?:（CPI）)?|CPI|消费价格总?(?:指数|水平)|(?:居民)?消费物价总?(?:指数|水平)",
            ),
            ("other:prices", r"(?:工业生产者出厂|商品零售|出厂|住宅销售|房屋销售|生产资料)价格(?:指数)?"),
        ),
    ),
    (
        "粮食|产量",
        (
            (
                "grain_output",
                r"粮食(?:生产)?总?产(?:量|能)?(?!业|区|地|后|品|值)|粮食生产总量|粮食(?:播种|种植)面积[^，。；]{1,14}，总产量?(?!值)|粮食[^，。；\d]{1,16}，(?:全年)?(?:总产量?|产量)(?!值)",
            ),
            (
                "other:crop_output",
                r"(?:夏粮|秋粮|早稻|小麦|玉米|稻谷|油料|蔬菜(?:及食用菌)?|水果|瓜果|肉类|水产品|茶叶|棉花|烟叶|原煤|精煤|禽蛋|牛奶|水泥)总?产量|粮食(?:播种|种植)面积|粮食(?:平均)?(?:单产|亩产)",
            ),
        ),
    ),
    (
        "出口|进口|外贸总|对外贸易总",
        (
            (
                "trade_total",
                r"(?:外贸|对外贸易|货物(?:贸易)?|海关|外贸自营|自营)?进出口(?:贸易)?(?:总额|总值|额|总量)?(?!企业|公司|银行|商会|商品)|外贸(?:总额|总值)|对外贸易(?:总额|总值)",
            ),
            ("other:exports", r"(?:外贸|对外贸易|自营|货物)?(?:出口|进口)(?:总额|总值|额|创汇|交货值)?(?!加工|退税|企业|基地|产品)"),
        ),
    ),
    (
        "外资|外商|资金|境外|招商引资|内资",
        (
            ("other:contracted_foreign_investment", r"合同(?:利用)?外资|协议外资"),
            (
                "foreign_investment",
                r"(?:实际|直接|实际直接)(?:利用|使用|到位|到账|引进|吸收)境?(?:外商直接投资|外商投资|外资)金?额?|(?:实际到位|到位)外资|利用外资|外商直接投资|实际(?:利用|使用)境外资金",
            ),
            ("other:domestic_investment", r"(?:实际)?(?:利用|引进|到位)?(?:省外|市外|县外|区外|域外|境内|内)资金?|招商引资(?:到位资金|实际到位资金|总额)?"),
        ),
    ),
    (
        "存款|贷款",
        (
            ("pair:other:deposits+other:loans", r"(?:金融机构)?(?:本外币|人民币)?(?:各项)?存、?贷款余额"),
            ("other:deposits", r"(?:金融机构)?(?:本外币|人民币)?(?:各项|居民储蓄|住户|储蓄)?存款(?:余额)?"),
            ("other:loans", r"(?:金融机构)?(?:本外币|人民币)?(?:各项)?贷款(?:余额)"),
        ),
    ),
    (
        "城镇化率|城市化率|人口|接待|用电量|发电量|利润|利税|PM|优良|覆盖率|主体|研发|R&D",
        (
            ("other:urbanisation", r"(?:常住人口|户籍人口|户籍)?城(?:镇|市)化率"),
            ("other:population", r"(?:年末)?(?:常住|户籍|总)人口"),
            ("other:tourism", r"接待(?:国内外|国内|海内外|各类)?(?:游客|旅游者|旅客)"),
            ("other:electricity", r"(?:全社会|工业|规上工业)?用电量|发电量"),
            ("other:profit", rf"(?:{_SCALE})?工业(?:企业)?(?:实现)?(?:利润|利税)(?:总额)?|利润总额"),
            ("other:air_quality", r"PM2\.5(?:平均)?(?:浓度)?|PM10(?:平均)?(?:浓度)?|(?:空气质量)?优良(?:天数)?(?:比例|率|天数)?|森林覆盖率|绿化覆盖率"),
            ("other:entities", r"(?:市场|经营)主体"),
            ("other:rd", r"(?:全社会)?研发(?:经费)?(?:投入)?(?:强度)?|R&D经费"),
        ),
    ),
)
_HEADS = re.compile(alternatives([head for heads, _ in FAMILIES for head in heads.split("|")]))
_FAMILY_OF = {head: i for i, (heads, _) in reversed(list(enumerate(FAMILIES))) for head in heads.split("|")}
_NAMES = tuple(re.compile(chosen(_PLACE + "(?:" + "|".join(f"(?P<n{j}>{pattern})" for j, (_, pattern) in enumerate(names)) + ")")) for _, names in FAMILIES)
_CROSSES = tuple(any("[^" in pattern for _, pattern in names) for _, names in FAMILIES)
"""Whether a name of the family can reach over a comma; others are looked for within their clause."""
_BREAK = re.compile("[，。；]")
_REACH = 26
_SPOILT_LEFT = re.compile(
    r"(?:人均|单位|万元|每|占|扣除|剔除|不含|非|对|拉动|撬动|数字经济|文化|旅游|园区|开发区|高新区|乡镇|工业园|经开区|集聚区|民营|高技术|新兴|企业|制造业)$"
)
_SPOILT_RIGHT = re.compile(
    r"(?:的)?(?:项目|企业|计划(?!安排|完成|增长|达|为)|规划|工程|领域|结构|体系|管理|制度|改革|政策|任务|口径|增长点|核算|统计|指标|工作|服务|保障|平台|基地|市场|单位|质量|安全|局|厅|部|委|审计|草案|执行|资金|报告|盘子|占)"
)


class Naming(NamedTuple):
    """One place where an indicator is named: offsets, and the names it stands for (two for 城乡居民收入, three shares for 三次产业结构)."""

    start: int
    end: int
    names: tuple[str, ...]


def namings(plain: str, start: int, end: int) -> list[Naming]:
    """The indicators named in a stretch of folded text, in order."""
    found: list[Naming] = []
    for head in _HEADS.finditer(plain, start, end):
        floor = found[-1].end if found else start
        if head.start() >= floor and (naming := _around(plain, head, floor, end)):
            found.append(naming)
    return found


def _around(plain: str, head: re.Match[str], floor: int, end: int) -> Naming | None:
    """The name that holds a head word; None where none does."""
    family = _FAMILY_OF[head[0]]
    start, end = max(floor, head.start() - _REACH), min(end, head.end() + _REACH)
    if not _CROSSES[family]:
        at = head.start()
        start = max(start, plain.rfind("，", start, at) + 1, plain.rfind("；", start, at) + 1, plain.rfind("。", start, at) + 1)
        end = next_break.start() if (next_break := _BREAK.search(plain, head.end(), end)) else end
    for found in _NAMES[family].finditer(plain, start, end):
        if found.start() > head.start():
            return None
        if found.end() > head.start():
            return _naming(plain, floor, found, FAMILIES[family][1][int((found.lastgroup or "n0")[1:])][0])
    return None


def _naming(plain: str, floor: int, found: re.Match[str], name: str) -> Naming:
    spoilt = _SPOILT_LEFT.search(plain, max(floor, found.start() - 6), found.start()) or _SPOILT_RIGHT.match(plain, found.end())
    return Naming(found.start(), found.end(), () if spoilt else _spread(name))


def _spread(name: str) -> tuple[str, ...]:
    if name == "triple":
        return ("disposable_income_residents", "disposable_income_urban", "disposable_income_rural")
    if name == "shares":
        return ("other:primary_industry_share", "other:secondary_industry_share", "other:tertiary_industry_share")
    return tuple(name.removeprefix("pair:").split("+")) if name.startswith("pair:") else (name,)
