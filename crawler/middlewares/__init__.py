"""What every request and response passes: politeness before it leaves, the archive as it arrives."""
