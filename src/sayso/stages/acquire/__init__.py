"""Files, folders and standard input to raw reports: one `Raw` for each report, or for what could not be had."""

from sayso.stages.acquire.gather import acquire

__all__ = ["acquire"]
