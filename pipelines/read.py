"""Reads one page: from its saved bytes to clean text and metadata, each field with the evidence for it."""

from dataclasses import dataclass, field, replace

from pipelines.decode import Decoded, decode
from pipelines.errors import EmptyDocument, NoBody, PageRejected
from pipelines.extract import article, drawn, fates, plain, resources
from pipelines.extract.choice import Asked, cjk
from pipelines.extract.delimiters import delimited_title
from pipelines.extract.flow import Flow
from pipelines.extract.furniture import is_sentence
from pipelines.extract.memory import ContainerMemory
from pipelines.extract.tree import Element, parse
from pipelines.normalise.mirror import Mirror, mirror_of
from pipelines.normalise.script import script_of, to_hans
from pipelines.normalise.text import squash, tidy
from pipelines.page import Page
from pipelines.parse import bylines, metas, place, published, source, title
from pipelines.parse.scene import Scene
from pipelines.reading import Evidence, Kind, Reading, Resource


@dataclass(slots=True)
class _Found:
    """What either way of reading, page or plain text, hands on."""

    scene: Scene
    rule: str
    flags: set[str] = field(default_factory=set)
    attachments: tuple[Resource, ...] = ()
    images: tuple[Resource, ...] = ()
    next_parts: tuple[str, ...] = ()


def read(page: Page, memory: ContainerMemory | None = None) -> Reading:
    """Read a page. ``memory`` holds the containers learned from the site's other pages, and learns this one's.

    Raises the PageRejected that says why it cannot be read: EmptyDocument, BinaryDocument, Undecodable, NotAnArticle (a soft 404, a list, a challenge)
    or NoBody.
    """
    decoded = decode(page.payload, page.content_type, page.hints.encoding)
    found = _from_plain_text(page, decoded) if page.is_plain_text and not plain.is_page(decoded.text) else _from_html(page, decoded, memory)
    mirror = mirror_of([*found.scene.body, *(line.text for line in found.scene.before)])
    raw = "\n".join(found.scene.body) if mirror else None
    if mirror:
        _repair(found.scene, mirror)
        found.flags.add("mangled_script")
    return _compose(found, decoded, raw, mirror)


def _from_plain_text(page: Page, decoded: Decoded) -> _Found:
    lines = plain.lines_of(decoded.text)
    if not lines:
        raise EmptyDocument("the document holds no text")
    layout = plain.lay_out(lines)
    if not layout.body:
        raise NoBody(f"no line of the document is a report's: {lines[0][:60]}")
    scene = Scene(url=page.url, hints=page.hints, body=layout.body, before=layout.before, after=layout.after, source_text=decoded.text, not_after=_day(page))
    return _Found(scene, "lines of a plain text", layout.flags)


def _from_html(page: Page, decoded: Decoded, memory: ContainerMemory | None) -> _Found:
    root = parse(decoded.text)
    if root is None:
        raise NoBody("the page holds no element")
    tags = metas.read(root)
    base = _base(root, page.url)
    page_title = tidy("".join(next((element.itertext() for element in root.iter("title")), ()))[:1000])
    headline = metas.value(tags, "articletitle") or page_title
    asked = Asked(text=decoded.text, root=root, title=headline, url=page.url, selector=page.hints.body_selector, memory=memory)
    found = _article(asked)
    scene = Scene(
        url=page.url,
        hints=page.hints,
        body=[found.body.lines[number].text for number in found.kept],
        before=found.before,
        after=found.after,
        metas=tags,
        page_title=page_title,
        delimited_title=delimited_title(decoded.text),
        source_text=decoded.text,
        not_after=_day(page),
    )
    return _Found(
        scene,
        found.rule,
        found.flags,
        resources.attachments([*found.body.links, *found.links_below], base),
        resources.images(found.body.images, base),
        resources.next_parts(decoded.text, [*found.body.links, *found.links_below], page.url),
    )


def _article(asked: Asked) -> article.Article:
    """The article that the page shows, else the one that a script of it draws; trafilatura takes such a script's text for one paragraph."""
    refusal: PageRejected | None = None
    shown: article.Article | None = None
    try:
        shown = fates.believed(article.find(asked), asked)
    except PageRejected as refused:
        refusal = refused
    if shown is None or shown.rule == "trafilatura":
        shown = _drawn(asked, shown) or shown
    if shown is None:
        raise refusal or NoBody("nothing on the page is an article")
    return shown


def _drawn(asked: Asked, shown: article.Article | None) -> article.Article | None:
    """The article that a script draws, where it says no less than what is shown."""
    root = drawn.draw(asked.text, asked.title)
    if root is None:
        return None
    again = replace(asked, root=root, named=[], page=Flow())
    try:
        found = fates.believed(article.find(again), again)
    except PageRejected:
        return None
    if fates.is_refusal(found.body.text):
        return None
    return found if shown is None or 2 * cjk(found.body.text) >= cjk(shown.body.text) else None


def _base(root: Element, url: str) -> str:
    """What the page's links are relative to; to be asked before the tree is simplified."""
    href = next((element.get("href") for element in root.iter("base") if element.get("href")), None)
    return (resources.absolute(href, url) if href else None) or url


def _day(page: Page) -> str | None:
    return page.capture.fetched_at.date().isoformat() if page.capture else None


def _repair(scene: Scene, mirror: Mirror) -> None:
    scene.body = [mirror.repair(line) for line in scene.body]
    for line in [*scene.before, *scene.after]:
        line.text = mirror.repair(line.text)
    scene.metas = {name: mirror.repair(text) for name, text in scene.metas.items()}
    scene.page_title = mirror.repair(scene.page_title)


def _compose(found: _Found, decoded: Decoded, raw: str | None, mirror: Mirror | None) -> Reading:
    scene = found.scene
    headline = title.title(scene)
    scene.title_at = headline.at
    if len(scene.body) > 1 and squash(scene.body[0]) == squash(headline.text or "") and (not headline.derived or is_sentence(scene.body[1])):
        scene.body, headline.derived = scene.body[1:], False  # a whole line above a sentence was the headline, not the text's first clause
    when = published.published(scene)
    came_from = source.source(scene)
    body = "\n".join(scene.body)
    script = script_of(f"{headline.text or ''}\n{body}")
    reading = Reading(
        body=body,
        body_hans=to_hans(body) if script == "hant" else body,
        script=script,
        kind=_kind(body, found),
        title=headline.text,
        title_derived=headline.derived,
        kicker=headline.kicker,
        subtitle=headline.subtitle,
        publish_date=when.iso,
        publish_date_basis=when.basis,
        source=came_from[0] if came_from else None,
        attachments=found.attachments,
        images=found.images,
        next_parts=found.next_parts,
        flags=frozenset(found.flags | when.flags | _doubts(scene)),
        repairs=mirror.repairs if mirror else 0,
        encoding=decoded.encoding,
        encoding_reason=decoded.reason,
        text_raw=raw,
    )
    reading.credits = bylines.credits_of(scene, reading.source, hant=script == "hant")
    _state(reading, "title", headline.evidence)
    _state(reading, "publish_date", when.evidence)
    _state(reading, "source", came_from and came_from[1])
    _state(reading, "body", Evidence(found.rule, f"{len(scene.body)} lines"))
    _place(reading, scene)
    return reading


def _place(reading: Reading, scene: Scene) -> None:
    """Fill in where the report stands."""
    for name, value in (
        ("page_generated_at", published.generated(scene)),
        ("site_id_code", place.site_id_code(scene)),
        ("site_name", place.site_name(scene)),
        ("column", place.column(scene, reading.title)),
    ):
        if value:
            setattr(reading, name, value[0])
            _state(reading, name, value[1])


_BEGINNING = 200
"""Characters of a body that nearly always tell at once that it is one."""


def _kind(body: str, found: _Found) -> Kind:
    if (body and not found.attachments and not found.images) or cjk(body[:_BEGINNING]) >= 20 or cjk(body) >= 20:
        return "article"
    return "attachment_only" if found.attachments else "image_only" if found.images else "article"


def _doubts(scene: Scene) -> set[str]:
    return {"placeholder_meta"} if metas.placeholders(scene.metas) else set()


def _state(reading: Reading, name: str, evidence: Evidence | None) -> None:
    if evidence:
        reading.provenance[name] = evidence
