"""What was changed in copying: figures, roles, names, dates, negations and quotations."""

from sayso.stages.link.lineage.distortion.find import distortions

__all__ = ["distortions"]
