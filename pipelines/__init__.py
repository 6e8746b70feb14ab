"""Makes sense of a page: pure functions from its saved bytes to a clean report with its facts; nothing here touches the network."""
