"""Claims: what is said in the reports, by whom, about which event."""

from sayso.stages.extract.compose import extract
from sayso.stages.extract.explain import explain

__all__ = ["explain", "extract"]
