"""Raw reports to readings: bytes to text with a way back, text to passages, and what to beware of."""

from sayso.stages.clean.cleaning import clean

__all__ = ["clean"]
