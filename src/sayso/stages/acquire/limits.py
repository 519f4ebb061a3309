"""How much one input may weigh before we refuse it."""

__all__ = ["CONTAINER_BYTES", "REPORT_BYTES"]

# A page of news is seldom over 5 MiB with all its scripts; a book is 1 MiB. What is larger is no report, and parsing
# it as a page would cost some forty times its size in memory.
REPORT_BYTES = 32 * 1024 * 1024

# A JSON list must stand in memory at once, a JSON Lines file need not (only its lines are bound by REPORT_BYTES).
CONTAINER_BYTES = 256 * 1024 * 1024
