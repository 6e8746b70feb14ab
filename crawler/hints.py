"""What the crawler knows of a page before it is read, as it travels in requests and stands in the archive."""

from collections.abc import Mapping

from pipelines.page import Hints


def about_of(hints: Hints) -> dict[str, str]:
    """What the archive keeps of the hints, so that a replay knows as much."""
    known = {
        "title": hints.title,
        "date": hints.publish_date,
        "basis": hints.publish_date_basis,
        "column": hints.column,
        "encoding": hints.encoding,
        "site_key": hints.site_key,
        "body_selector": hints.body_selector,
        "site_name": hints.site_name,
        "site_adcode": hints.site_adcode,
    }
    return {name: value for name, value in known.items() if value}


def hints_of(about: Mapping[str, str]) -> Hints:
    """The hints that a capture carries in the archive."""
    return Hints(
        title=about.get("title"),
        publish_date=about.get("date"),
        publish_date_basis=("given" if about.get("basis") == "given" else "list") if about.get("date") else None,
        column=about.get("column"),
        encoding=about.get("encoding"),
        site_key=about.get("site_key"),
        body_selector=about.get("body_selector"),
        site_name=about.get("site_name"),
        site_adcode=about.get("site_adcode"),
    )
