"""Portals above the counties: one of the province, one of each prefecture, with the link blocks through which counties are found."""

# ruff: noqa: E501 - markup and sentences stand as they are served

from dataclasses import dataclass, field

from demo.exchange import Request, Response, missing
from demo.news.divisions import PROVINCE, PROVINCE_CHARACTER, PROVINCE_CODE
from demo.plan import Plan
from demo.served import HOST, Log

_BUREAUS = ("教育局", "公安局", "民政局", "财政局", "统计局", "水务局")


@dataclass(slots=True)
class Portal:
    """The portal of a province or prefecture."""

    adcode: str
    name: str
    below: list[tuple[str, str]]
    """Code and name of the units that it links to."""
    port: int = 0
    log: Log = field(default_factory=Log)

    @property
    def home(self) -> str:
        """URL of the home page."""
        return f"http://{HOST}:{self.port}/"


class Portals:
    """All portals of a plan; ``homes`` (code → URL of a county's home page) is filled when the sites listen."""

    def __init__(self, plan: Plan) -> None:
        by_prefecture: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for mine in plan.sites:
            d = mine.division
            by_prefecture.setdefault((f"{d.adcode[:4]}00", d.prefecture), []).append((d.adcode, d.name))
        self.prefectures = [Portal(code, name, below) for (code, name), below in by_prefecture.items()]
        self.province = Portal(PROVINCE_CODE, PROVINCE, [(p.adcode, p.name) for p in self.prefectures])
        self.all = [self.province, *self.prefectures]
        self.homes: dict[str, str] = {}

    def truth(self) -> list[dict[str, str]]:
        """Code, name and home page of every county that can be found."""
        return [{"adcode": code, "name": name, "home": self.homes[code]} for p in self.prefectures for code, name in p.below]

    def answer(self, portal: Portal, request: Request) -> Response:
        """Home page and robots.txt; nothing else."""
        if request.path == "/robots.txt":
            return Response("User-agent: *\nAllow: /\n", content_type="text/plain")
        return Response(self._home(portal)) if request.path in {"/", "/index.html"} else missing()

    def _home(self, portal: Portal) -> str:
        links = [(name, self._address(code)) for code, name in portal.below]
        heading = "各市人民政府网站" if portal is self.province else "县（市、区）政府网站"
        title = f"{portal.name}人民政府"
        departments = "".join(f'<li><a href="http://{i}.bureau.example/">{portal.name[-1]}{name}</a></li>' for i, name in enumerate(_BUREAUS))
        return (
            f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{title}</title>\n<meta name="SiteName" content="{title}">\n'
            f'<meta name="SiteIDCode" content="{portal.adcode}0001">\n</head><body>\n<h1>{title}</h1>\n<div class="news"><a href="/news/1.html">{portal.name}召开全会</a></div>\n'
            f'<div class="links"><h3>部门网站</h3><ul>{departments}</ul></div>\n'
            f'<div class="links"><h3>{heading}</h3>{self._block(links, select=portal.adcode.endswith("200"))}</div>\n'
            '<div class="links"><h3>友情链接</h3><a href="http://www.gov.example/">中国政府网</a> <a href="http://news.example/">新华网</a></div>\n'
            f"<div class='footer'>主办单位：{title} 网站标识码：{portal.adcode}0001 {PROVINCE_CHARACTER}ICP备10000000号 "
            f"{PROVINCE_CHARACTER}公网安备 {portal.adcode}02000001号</div></body></html>\n"
        )

    def _address(self, code: str) -> str:
        """Where a unit's portal listens."""
        return self.homes.get(code) or next(p.home for p in self.prefectures if p.adcode == code)

    @staticmethod
    def _block(links: list[tuple[str, str]], *, select: bool) -> str:
        """The block as anchors, or as the drop-down list of many portals."""
        if select:
            options = "".join(f'<option value="{url}">{name}</option>' for name, url in links)
            return f'<select onchange="window.open(this.value)"><option value="">--请选择--</option>{options}</select>'
        return "<ul>" + "".join(f'<li><a href="{url}" target="_blank">{name}</a></li>' for name, url in links) + "</ul>"
