"""How rows are written. Every function takes a session of ``Archive.writing`` and leaves the commit to the caller."""

from db.writes.captures import add_capture, add_captures, capture_by_digest, reject
from db.writes.links import NewLink, PendingLink, SeenLink, note_links, pending_links, settle_link, try_link
from db.writes.runs import begin_run, finish_run
from db.writes.sites import (
    absent_pages,
    column_visited,
    due_columns,
    ensure_column,
    ensure_columns,
    ensure_site,
    note_absent,
    note_hosts,
    set_site_family,
    set_site_state,
)

__all__ = [
    "NewLink",
    "PendingLink",
    "SeenLink",
    "absent_pages",
    "add_capture",
    "add_captures",
    "begin_run",
    "capture_by_digest",
    "column_visited",
    "due_columns",
    "ensure_column",
    "ensure_columns",
    "ensure_site",
    "finish_run",
    "note_absent",
    "note_hosts",
    "note_links",
    "pending_links",
    "reject",
    "set_site_family",
    "set_site_state",
    "settle_link",
    "try_link",
]
