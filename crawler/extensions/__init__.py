"""What watches a run: its budget and its progress."""
