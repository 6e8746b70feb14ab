"""Facts with evidence: one module a kind; drop a module with ``KIND`` and ``find`` in, and its facts are found and stored."""
