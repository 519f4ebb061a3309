"""Cautions: what a reader should beware of in a report."""

from sayso.stages.clean.warn.warning import warnings_of

__all__ = ["warnings_of"]
