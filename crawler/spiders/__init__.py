"""The spiders: county (sites), files (documents and WARCs on disk), portals (discovers the sites themselves), replay (reads the archive again)."""
