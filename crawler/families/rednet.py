"""红网 county stations: the regional news portal's own system."""

from typing import ClassVar

from crawler.families.base import Family


class Rednet(Family):
    """Articles ``/content/2021/09/14/N.html``, since 2022 ``/content/646754/67/N.html``; lists turn pages by ordinary anchors."""

    name = "rednet"
    marks: ClassVar = {
        r"//\w{0,20}\.?rednet\.cn/": 0.4,
        r"/content/(?:20\d\d/\d\d/\d\d/\d{6,}|\d{5,7}/\d{1,3}/\d{6,})\.html": 0.65,
        r"红网时刻|返回红网首页|时刻新闻": 0.3,
        r"/c/20\d\d/\d\d/\d\d/\d+\.htm": 0.3,
    }
    url_marks: ClassVar = {r"//[\w.]*rednet\.cn/": 0.6}
