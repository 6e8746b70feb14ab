"""The archive: WARC/1.1 files (ISO 28500:2017), written before anyone reads a page, and read back at a capture's offset."""
