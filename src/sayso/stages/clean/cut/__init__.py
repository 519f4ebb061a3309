"""A report's text cut into passages by the role that each has on the page."""

from sayso.stages.clean.cut.cutting import cut

__all__ = ["cut"]
