"""The chain: one page from its bytes to a report with its facts. Pure: no network, no database, no clock."""

from pipelines import facts, fingerprint
from pipelines.dedupe.signature import signature
from pipelines.extract.memory import ContainerMemory
from pipelines.page import Page
from pipelines.parts import read_whole
from pipelines.refined import Refined


def refine(page: Page, memory: ContainerMemory | None = None) -> Refined:
    """Read a page, find its facts, and fingerprint its text. Raises PageRejected where it is not a readable report.

    ``memory``: the containers learned from the pages before, which make reading faster, not different.
    """
    reading = read_whole(page, memory)
    return Refined(
        page=page,
        reading=reading,
        facts=facts.find_all(reading, page.hints, page.url),
        body_digest=fingerprint.body_digest(reading.body_hans),
        sketch=signature(reading.body_hans),
    )
