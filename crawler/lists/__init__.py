"""Reads list pages (栏目): their rows and dates, their links and shapes of addresses, their pagers, and when a walk through them ends."""
