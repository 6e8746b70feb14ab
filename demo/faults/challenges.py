"""Anti-bot answers as they are seen in the field (domain notes 4.9); a crawl records them and does not get round them."""

# ruff: noqa: ARG001 - a fault has the signature of faults

from functools import partial

from demo.exchange import Request, Response
from demo.served import ServedSite

_RIVER = (
    '<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"/><meta content="Kx1qZ" r="m"/>'
    "<script r='m'>$_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.nsd=71234;$_ts.cd=\"qhcrrqqArGEqDaqD\";if($_ts.lcd)$_ts.lcd();</script>"
    '<script type="text/javascript" src="/4QbVtADbnLVIc/c.FxJzG50F.js" r="m"></script></head><body></body></html>'
)
_JSL = "<script>document.cookie=('_')+('_')+('jsl_clearance_s')+'='+('1762')+(3+'')+'.411|-1|'+'demo';location.href=location.pathname+location.search</script>"
_ACW = (
    "<html><script>var arg1='3D1A0F0B5E2C4D6A';var _0x4818=['\\x63\\x6f\\x6f\\x6b\\x69\\x65'];function setCookie(n,v){document.cookie=n+'='+v;}"
    "setCookie('acw_sc__v2',arg1);document.location.reload();</script></html>"
)
_SLIDER = (
    "<html><head><title>安全验证</title></head><body><div id='captcha'>请拖动滑块完成验证，以确认您不是机器人</div>"
    "<script src='/captcha/slider.js'></script></body></html>"
)
_REFUSED = "<html><head><title>403 Forbidden</title></head><body><h1>您的访问被拒绝</h1></body></html>"
_KINDS: dict[str, tuple[int, str, dict[str, str]]] = {
    "challenge_412": (412, _RIVER, {"Set-Cookie": "S6J51OuUdLieO=demo; path=/; HttpOnly"}),
    "challenge_202": (202, _RIVER, {}),
    "challenge_200": (200, _RIVER, {}),
    "challenge_468": (468, "<html><body>request blocked</body></html>", {}),
    "challenge_521": (521, _JSL, {"Set-Cookie": "__jsluid_h=demo; path=/; HttpOnly"}),
    "challenge_512": (512, _JSL, {"Set-Cookie": "__jsluid_h=demo; path=/; HttpOnly"}),
    "challenge_acw": (200, _ACW, {"Set-Cookie": "acw_tc=demo; path=/"}),
    "captcha": (200, _SLIDER, {}),
}
_BOTS = ("bot", "crawl", "spider", "scrapy", "python", "xianzhi", "+http", "curl")
_PATIENCE = 20


def _challenge(kind: str, served: ServedSite, request: Request) -> Response | None:
    status, body, headers = _KINDS[kind]
    return None if request.path == "/robots.txt" else Response(body, status, headers=dict(headers))


def _later(served: ServedSite, request: Request) -> Response | None:
    """A wall that rises after some pages, as city-wide firewalls do."""
    return None if served.first("challenge_later", _PATIENCE) else _challenge("challenge_412", served, request)


def _ua_refused(served: ServedSite, request: Request) -> Response | None:
    """403 to anything that does not call itself a browser."""
    agent = request.headers.get("user-agent", "").lower()
    return Response(_REFUSED, 403) if not agent or any(word in agent for word in _BOTS) else None


def _attachment_captcha(served: ServedSite, request: Request) -> Response | None:
    """A captcha page with status 200 where a file was asked for."""
    asks_file = request.path == "/system/_content/download.jsp" or request.path.endswith((".pdf", ".doc", ".xls"))
    return Response(_SLIDER) if asks_file else None


BEFORE = {kind: partial(_challenge, kind) for kind in _KINDS} | {
    "challenge_later": _later,
    "ua_refused": _ua_refused,
    "attachment_captcha": _attachment_captcha,
}
