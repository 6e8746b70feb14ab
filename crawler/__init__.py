"""Gets pages: settings, the registry of sites, CMS families, spiders, middlewares, extensions, and the WARC archive they write."""
