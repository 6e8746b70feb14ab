"""Pages of our own in the markup of the CMS families, with the truth of each; read by the reading tests and by the speed measurement."""

from dataclasses import dataclass, field

NAV = "".join(
    f'<li><a href="/{n}/">{name}</a></li>'
    for n, name in enumerate(["首页", "走进青溪", "政务公开", "政务服务", "互动交流", "数据发布", "专题专栏", "营商环境"])
)
SIDE = "".join(
    f'<li><a href="/t2024010{n}_1.html" title="{t}">{t}</a><span>2024-01-0{n}</span></li>'
    for n, t in enumerate(["全县春季植树造林动员会召开", "县领导走访慰问困难群众代表", "我县召开安全生产视频调度会", "青溪米粉产业链招商推介会举行"], 1)
)
FOOTER = (
    '<div class="footer"><p>主办单位：青溪县人民政府办公室　承办单位：青溪县大数据中心</p><p>网站标识码：4399990001　湘ICP备12345678号-1　湘公网安备 43999902000001号</p>'
    '<p>联系电话：0799-1234567　地址：青溪县人民路1号</p><p><a href="/map.html">网站地图</a> <a href="/about.html">关于我们</a></p><p>您是第 123456 位访客</p></div>'
)
PARAGRAPHS = (
    "3月5日上午，县委副书记、县长林向东主持召开县政府常务会议，研究部署全县春耕生产、森林防火和重点项目建设等工作。",
    "会议听取了县农业农村局关于春耕备耕情况的汇报。今年全县计划完成粮食播种面积32.5万亩，目前已备足种子、化肥等农资1.2万吨。",
    "林向东强调，各乡镇、各部门要压实责任、细化措施，确保各项任务落到实处；要加强督查问效，对工作不力的严肃追责问责。",
    "会议还研究了其他事项。",
)
BODY = "\n".join(PARAGRAPHS)
TITLE = "县政府召开第二十三次常务会议研究春耕生产工作"


@dataclass(slots=True)
class Case:
    """A page and its truth."""

    name: str
    html: str
    title: str | None = TITLE
    date: str | None = "2024-03-06"
    source: str | None = "青溪县融媒体中心"
    body: str = BODY
    url: str = "http://www.qingxi.gov.cn/xwzx/zwyw/show.html"
    credits: set[tuple[str, str]] = field(default_factory=set)
    kicker: str | None = None
    encoding: str = "utf-8"


def paragraphs(form: str = "<p>　　{}</p>") -> str:
    """The body's paragraphs in some editor's markup."""
    return "\n".join(form.format(text) for text in PARAGRAPHS)


def page(middle: str, head: str = f"<title>{TITLE}_青溪县人民政府门户网站</title>") -> str:
    """A whole page around ``middle``."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body><div class="top"><a href="#">无障碍浏览</a> <a href="#">长者模式</a> <a href="#">登录</a></div>'
        f'<div class="nav"><ul>{NAV}</ul></div>{middle}<div class="right"><h3>热点新闻</h3><ul>{SIDE}</ul></div>{FOOTER}</body></html>'
    )


CRUMB = '<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/xwzx/">新闻中心</a> &gt; <a href="/xwzx/zwyw/">青溪要闻</a></div>'
PREVNEXT = '<div class="pn"><p>上一篇：<a href="a.html">县人大常委会主任调研人大代表联络站建设</a></p><p>下一篇：<a href="b.html">县政协召开主席会议，研究提案办理工作。</a></p></div>'
SHARE = '<div class="tool">【字体：<a>大</a> <a>中</a> <a>小</a>】 <a href="javascript:print()">打印本页</a> <a href="javascript:close()">关闭窗口</a> 分享到：<a>微信</a> <a>新浪微博</a></div>'


def _vsb() -> Case:
    middle = (
        f'<div class="main">{CRUMB}<form name="_newscontent_fromname"><div id="content_container"></div><h2>{TITLE}</h2>'
        '<div class="info">发布时间：2024-03-06 09:15　　来源：青溪县融媒体中心　　点击：<script>_showDynClicks("wbnews",1,2)</script></div>'
        f'<div id="vsb_content_501"><div class="v_news_content">{paragraphs()}</div></div><p>附件【<a href="/system/_content/download.jsp?urltype=news.DownloadAttachUrl&wbfileid=77">会议纪要.pdf</a>】已下载<span>3</span>次</p>'
        f'<div id="div_vote_id"></div>{PREVNEXT}</form></div>'
    )
    return Case("Boda VSB", page(middle), url="http://www.qingxi.gov.cn/info/1001/2345.htm")


def _govcn() -> Case:
    middle = (
        f'<div class="article oneColumn pub_border"><h1>{TITLE}</h1><div class="pages-date">2024-03-06 09:15 <span class="font">来源： 青溪县融媒体中心</span>'
        '<span class="font zt_font">字体：<a>大</a><a>中</a><a>小</a></span><div class="pages_print"><span>打印</span></div></div>'
        f'<div class="pages_content" id="UCAP-CONTENT">{paragraphs("<p style=text-indent:2em>{}</p>")}</div><div class="editor" id="editor">责任编辑：周小敏</div></div>'
        '<div class="related"><h4>相关稿件</h4><ul><li><a href="#">全县春季植树造林动员会召开</a></li></ul></div>'
    )
    return Case("gov.cn", page(middle), credits={("editor", "周小敏")})


def _one_sentence() -> Case:
    sentence = "3月6日，青溪县在城东社区开展学雷锋志愿服务活动。"
    middle = f'<table><tr><td>{CRUMB}</td></tr><tr><td align="center"><font size="5"><b>我县开展学雷锋志愿服务活动</b></font></td></tr><tr><td>作者：admin　来源：县文明办　点击数：25　更新时间：2024-3-6</td></tr><tr><td class="p14">{sentence}</td></tr><tr><td>{PREVNEXT}</td></tr></table>'
    return Case(
        "one sentence in old tables",
        page(middle, "<title>我县开展学雷锋志愿服务活动</title>"),
        title="我县开展学雷锋志愿服务活动",
        source="县文明办",
        body=sentence,
    )


def _br_span() -> Case:
    inner = "<br/><br/>".join(f"　　{text}" for text in PARAGRAPHS)
    middle = (
        f'<div class="wrap">{CRUMB}<div class="detail-box"><div class="tit">{TITLE}</div><div class="sub"><span>2024年03月06日</span><span>青溪县融媒体中心</span><span>浏览：<i id="hits">12</i>次</span></div>{SHARE}'
        f'<div class="detail-nr"><span style="font-size:16px">{inner}</span><br/>（责任编辑：周小敏）</div>{PREVNEXT}</div></div>'
    )
    return Case("spans and breaks, bare date and source", page(middle), credits={("editor", "周小敏")})


def _rednet() -> Case:
    middle = (
        f'<div class="content_left"><h1>{TITLE}</h1><div class="attr"><span>来源：青溪县融媒体中心</span> <span>作者：谢晓利</span> <span>编辑：彭小芳</span> <span>2024-03-06 09:21:30</span> <span>时刻新闻</span></div><div class="share">—分享—</div>'
        f'<div class="article-box">{paragraphs()}<p>来源：青溪县融媒体中心</p><p>作者：谢晓利</p><p>编辑：彭小芳</p><p>本文为青溪站原创文章，转载请附上原文出处链接和本声明。</p><p>本文链接：<a href="#">http://qingxi.rednet.cn/content/1.html</a></p></div>'
        '<div class="next">阅读下一篇</div><a href="/">返回红网首页</a> <a href="/hn">返回湖南频道首页</a></div>'
    )
    return Case("rednet", page(middle), credits={("author", "谢晓利"), ("editor", "彭小芳")}, url="http://qingxi.rednet.cn/content/646754/67/1.html")


def _phpcms() -> Case:
    middle = (
        f'<div class="main"><div class="col-left"><div class="crumbs"><a href="/">首页</a><span> &gt; </span><a href="/zw/">政务</a> &gt; 正文</div><div id="Article"><h1>{TITLE}<br /><span>2024-03-06 09:15:22&nbsp;&nbsp;&nbsp;来源：青溪县融媒体中心&nbsp;&nbsp;&nbsp;评论：<a href="#">0</a> 点击：<span id="hits"></span></span></h1>'
        f'<div class="content">{paragraphs()}</div><p style="margin-bottom:10px"></p><div class="Article-Tool">分享到：<img src="t.png"><img src="s.png"></div>{PREVNEXT}</div></div></div>'
    )
    return Case("PHPCMS, date inside h1", page(middle))


def _hanweb() -> Case:
    middle = (
        f'<table width="1000"><tr><td>{CRUMB}</td></tr><tr><td class="title"><!--<$[标题]>begin-->{TITLE}<!--<$[标题]>end--></td></tr><tr><td>发布日期：2024-03-06 &nbsp; 信息来源：<!--<$[信息来源]>begin-->青溪县融媒体中心<!--<$[信息来源]>end--> &nbsp;浏览次数：<script src="/c.js"></script></td></tr>'
        f'<tr><td><div id="zoom"><!--<$[信息内容]>begin--><!--ZJEG_RSS.content.begin--><META name=ContentStart>{paragraphs()}<META name=ContentEnd><!--ZJEG_RSS.content.end--><!--<$[信息内容]>end--></div></td></tr></table>'
    )
    return Case("Hanweb delimiters", page(middle, "<title>青溪县人民政府 青溪要闻</title>"), url="http://www.qingxi.gov.cn/art/2024/3/6/art_1_2.html")


def _nameless() -> Case:
    middle = f'<div class="a1">{CRUMB}</div><div class="a2"><div class="a3">{TITLE}</div><div class="a4">来源：青溪县融媒体中心　发布时间：2024-03-06 10:00</div><div class="a5">{paragraphs("<div>{}</div>")}</div><div class="a6">{SHARE}</div></div><div class="a7">{PREVNEXT}</div>'
    return Case("nameless blocks, title only in text", page(middle, "<title>青溪县人民政府门户网站</title>"))


def _kicker() -> Case:
    middle = f'<div class="article"><h3 class="yinti">林向东在县政府常务会议上强调</h3><h1>压实责任抓好春耕生产</h1><h3 class="futi">——县政府第二十三次常务会议侧记</h3><p class="meta"><span>2024-03-06</span> <span>来源：青溪县融媒体中心</span></p><div class="article-content">{paragraphs()}</div></div>'
    return Case(
        "kicker and subtitle",
        page(middle, "<title>压实责任抓好春耕生产-青溪新闻网</title>"),
        title="压实责任抓好春耕生产",
        kicker="林向东在县政府常务会议上强调",
    )


def _labels_below() -> Case:
    middle = (
        f'<div class="infobox"><div class="bt">{TITLE}</div><table class="index"><tr><td>索引号：</td><td>000014349/2024-00012</td><td>主题分类：</td><td>农业</td></tr><tr><td>发布机构：</td><td>青溪县人民政府办公室</td><td>生成日期：</td><td>2024-03-01</td></tr>'
        f'<tr><td>公开日期：</td><td>2024-03-06</td><td>有效性：</td><td>有效</td></tr></table><div class="xxgk-nr">{paragraphs()}</div></div>'
    )
    return Case("metadata table of 信息公开", page(middle), source="青溪县人民政府办公室")


def _gbk() -> Case:
    case = _vsb()
    return Case("GBK that claims UTF-8", case.html, encoding="gb18030")


def _values_on_next_lines() -> Case:
    middle = f'<div class="w">{CRUMB}<h1 class="xl-bt">{TITLE}</h1><div class="xl-info"><p>发布时间:</p><p>2024-03-06 10:03</p><p>信息来源:</p><p>青溪县融媒体中心</p><p>浏览次数:</p><p>88</p></div><div class="xl-info2"><p>发布时间:</p><p>2024-03-06 10:03</p><p>信息来源:</p><p>青溪县融媒体中心</p></div><div class="xl-nr">{paragraphs()}<p>（县政府办供稿）</p></div></div>'
    return Case("labels and values on lines of their own", page(middle), body=BODY + "\n（县政府办供稿）")


def _word_table() -> Case:
    rows = "".join(f"<tr><td><p>{a}</p></td><td><p>{b}</p></td></tr>" for a, b in (("乡镇", "面积（万亩）"), ("城关镇", "5.2"), ("青山乡", "3.1")))
    middle = f'<div class="conTxt"><h2>{TITLE}</h2><div>日期：2024-03-06 来源：青溪县融媒体中心</div><div class="TRS_Editor"><style>.TRS_Editor P{{margin-top:0}}</style>{paragraphs()}<table border="1"><tbody>{rows}</tbody></table></div></div>'
    return Case("table kept in rows", page(middle), body=BODY + "\n乡镇\t面积（万亩）\n城关镇\t5.2\n青山乡\t3.1")


def _discuz() -> Case:
    middle = f'<div id="ct"><h1 class="ts"><a href="#">[政务]</a> <span id="thread_subject">{TITLE}</span></h1><div class="pti"><em id="authorposton1">发表于 2024-3-6 10:11:12</em> | <a href="#">只看该作者</a></div><table><tr><td class="t_f" id="postmessage_1">{"<br>".join(PARAGRAPHS)}</td></tr></table></div>'
    return Case("Discuz thread", page(middle, f"<title>{TITLE} - 政务信息 - 青溪论坛 - Powered by Discuz!</title>"), source=None)


def _wechat() -> Case:
    middle = (
        f'<div id="page-content"><h1 class="rich_media_title" id="activity-name">{TITLE}</h1><div id="meta_content"><span class="rich_media_meta rich_media_meta_nickname" id="profileBt"><a id="js_name">青溪发布</a></span><em id="publish_time"></em></div>'
        f'<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">{paragraphs("<section><span>{}</span></section>")}<p>推荐阅读：</p><p><a href="#">县人大常委会主任调研人大代表联络站建设</a></p></div><div>微信扫一扫关注该公众号</div></div>'
    )
    return Case(
        "public account",
        page(middle, f'<meta property="og:title" content="{TITLE}"><title></title>'),
        date=None,
        source="青溪发布",
        url="https://mp.weixin.qq.com/s?__biz=1",
    )


def _weak_wrapper() -> Case:
    middle = (
        f'<div class="content"><div class="left">{CRUMB}<h1>{TITLE}</h1><p class="time">2024-03-06 08:00:00　来源：青溪县融媒体中心　编辑：周小敏</p><div class="txt1">{paragraphs()}</div><p>[责任编辑：周小敏]</p>'
        '<div class="xg"><h3>相关新闻</h3><ul><li><a href="#">县人大常委会主任调研人大代表联络站建设</a></li><li><a href="#">林向东调研防汛备汛工作时强调，要绷紧安全这根弦。</a></li></ul></div></div>'
        '<div class="comment"><h3>网友评论</h3><p>春耕生产要抓紧，不误农时，支持县里的安排，希望化肥价格能再降一点。</p><p>说得好，我们村今年的种子都已经到位了，等着下雨插秧呢。</p></div></div>'
    )
    return Case("wrapper named content, comments inside", page(middle), credits={("editor", "周小敏")})


def _twice() -> Case:
    copy = f'<h1>{TITLE}</h1><div class="xinxi"><span>发布时间：2024-03-06</span><span>来源：青溪县融媒体中心</span></div><div class="mainbody">{paragraphs()}</div>'
    middle = f'<div class="pc-only">{CRUMB}{copy}</div><div class="phone-only">{copy}</div>'
    return Case("desktop and mobile copy", page(middle))


def _hidden_copy() -> Case:
    middle = f'<div style="display:none" class="share-desc">{"".join(PARAGRAPHS)}</div><div class="n1">{CRUMB}<div class="n2">{TITLE}</div><div class="n3">青溪县融媒体中心　2024-03-06　阅读：<b>66</b></div><div class="n4">{paragraphs()}</div></div>'
    return Case("hidden copy before the text", page(middle))


def _meta_only() -> Case:
    head = f'<meta name="SiteName" content="网站名称"><meta name="ArticleTitle" content="{TITLE}"><meta name="pubDate" content="2024—03—06 09∶15"><meta content="青溪县融媒体中心" name="contentSource"><meta name="ColumnName" content="青溪要闻"><title>青溪县人民政府</title>'
    middle = f'<div class="x1"><div class="x2">{paragraphs()}</div></div>'
    return Case("all metadata in meta tags", page(middle, head))


def _url_date() -> Case:
    middle = f'<div class="main"><h2>{TITLE}</h2><div class="TRS_Editor">{paragraphs()}</div></div>'
    return Case("date in the URL only", page(middle), source=None, url="http://www.qingxi.gov.cn/xwzx/zwyw/202403/t20240306_1266089.html")


def _unclosed() -> Case:
    middle = f'<div class="b1"><h2>{TITLE}<div class="b2">发布时间：2024-03-06 来源：青溪县融媒体中心</div><div class="b3"><p>　　{"<p>　　".join(PARAGRAPHS)}<div class="b4"><a href="x.html">打印</div></body></html><div class="late">'
    return Case("unclosed tags and a stray end", page(middle))


def _footer_date() -> Case:
    middle = f'<div class="c1"><div class="c2">{TITLE}</div><div class="c3">{paragraphs()}</div></div><div class="c4">信息来源：青溪县融媒体中心　发布日期：2024年3月6日　责任编辑：周小敏</div><div style="display:none">Produced By CMS 网站群内容管理系统 publishdate:2025-11-26 13:50:12</div>'
    return Case("meta line below the body, regeneration date", page(middle), credits={("editor", "周小敏")})


def _signed_notice() -> Case:
    texts = (
        "各乡镇人民政府，县直各单位：",
        "为做好今年春耕生产工作，经县政府同意，现将有关事项通知如下。",
        "一、加强组织领导。各单位要成立专班，明确责任人。",
        "二、严格督查问效。",
        "联系人：周小敏，联系电话：0799-1234567",
        "附件：春耕生产任务分解表",
        "青溪县人民政府办公室",
        "2024年3月5日",
    )
    middle = f'<div class="d1"><h1>关于做好春耕生产工作的通知</h1><div class="d2">发布时间：2024-03-06 来源：县政府办公室 字号：[ 大 中 小 ]</div><div class="d3">{"".join(f"<p>{t}</p>" for t in texts)}</div><div class="d4">{PREVNEXT}</div></div>'
    return Case(
        "notice with signature",
        page(middle, "<title>关于做好春耕生产工作的通知-青溪县人民政府</title>"),
        title="关于做好春耕生产工作的通知",
        source="县政府办公室",
        body="\n".join(texts),
    )


def _hant() -> Case:
    texts = (
        "3月5日上午，縣長林向東主持召開縣政府常務會議，研究部署全縣春耕生產、森林防火和重點項目建設等工作。",
        "會議還研究了其他事項，並對近期安全生產工作提出了明確要求，各鄉鎮要認真抓好落實。",
    )
    middle = f'<div class="e1"><h1>縣政府召開常務會議研究春耕生產</h1><div class="e2">發佈時間：2024-03-06 來源：青溪縣融媒體中心</div><div class="e3">{"".join(f"<p>{t}</p>" for t in texts)}<p>責任編輯：周小敏</p></div></div>'
    return Case(
        "traditional script",
        page(middle, "<title>縣政府召開常務會議研究春耕生產</title>"),
        title="縣政府召開常務會議研究春耕生產",
        source="青溪縣融媒體中心",
        body="\n".join(texts),
        credits={("editor", "周小敏")},
    )


def _sidebar_before() -> Case:
    middle = f'<div class="leftmenu"><ul>{SIDE}</ul><p>本网最新发布的信息，请点击查看详细内容，欢迎广大网友监督。</p></div><div class="art"><div class="art_t">{TITLE}</div><div class="art_m">2024-03-06 10:00:00　　青溪县融媒体中心</div><div class="art_c">{paragraphs()}</div></div>'
    return Case("sidebar with dates before the article", page(middle))


def cases() -> list[Case]:
    """Every page."""
    makers = (
        _vsb,
        _govcn,
        _one_sentence,
        _br_span,
        _rednet,
        _phpcms,
        _hanweb,
        _nameless,
        _kicker,
        _labels_below,
        _gbk,
        _values_on_next_lines,
        _word_table,
        _discuz,
        _wechat,
        _weak_wrapper,
        _twice,
        _hidden_copy,
        _meta_only,
        _url_date,
        _unclosed,
        _footer_date,
        _signed_notice,
        _hant,
        _sidebar_before,
    )
    return [make() for make in makers]
