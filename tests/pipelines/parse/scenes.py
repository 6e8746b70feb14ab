"""Scenes for the tests of metadata: lines above, the body, lines below."""

from pipelines.extract.flow import Line
from pipelines.page import Hints
from pipelines.parse.scene import Scene

BODY = ["3月5日上午，县长林向东主持召开县政府常务会议，研究部署全县春耕生产工作。", "会议还研究了其他事项，并提出明确要求。"]


def scene(before=(), after=(), body=BODY, hints=None, **more) -> Scene:
    def lines(texts):
        return [Line(text, "p", None, is_row="\t" in text) for text in texts]

    return Scene(url=more.pop("url", "http://a.gov.cn/1.html"), hints=hints or Hints(), body=list(body), before=lines(before), after=lines(after), **more)
