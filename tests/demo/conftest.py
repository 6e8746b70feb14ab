"""Asking a demo web over a real socket."""

import http.client
from urllib.parse import urlsplit

import pytest


def _ask(url, **headers):
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=10)
    try:
        connection.request("GET", parts.path + (f"?{parts.query}" if parts.query else ""), headers=headers)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


@pytest.fixture(scope="session")
def ask():
    """Status, headers and body of a GET."""
    return _ask
