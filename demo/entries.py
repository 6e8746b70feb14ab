"""Says which sites a running demo web has, in the form of the registry of sites (TOML), for ``sites=demo``."""

from json import dumps

from demo.server import DemoWeb, ServedSite


def entries(web: DemoWeb, *, columns: bool = True) -> str:
    """All sites as TOML tables. Without ``columns`` a crawl must find them from the home pages alone."""
    return "\n".join(_entry(served, columns) for served in web.sites)


def portal_entries(web: DemoWeb) -> str:
    """The portals above the counties in the same form; empty where the plan has none."""
    found = web.portals.all if web.portals else []
    return "\n".join(f"[{p.adcode}]\nname = {dumps(p.name, ensure_ascii=False)}\nhome = {dumps(p.home)}\n" for p in found)


def _entry(served: ServedSite, columns: bool) -> str:
    """One site. JSON strings are TOML strings."""
    lines = [f"[{served.adcode}]", f"name = {dumps(served.name, ensure_ascii=False)}", f"home = {dumps(served.home)}"]
    if columns:
        rows = ", ".join(f"{{ name = {dumps(name, ensure_ascii=False)}, url = {dumps(url)} }}" for name, url in served.columns)
        lines.append(f"columns = [{rows}]")
    return "\n".join(lines) + "\n"
