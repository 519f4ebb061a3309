"""Figures: every count that a report states, with measure, bounds, group, stance, part and whole."""

from sayso.stages.extract.figures.plan import FigurePlan, plan_figures
from sayso.stages.extract.figures.read import explain_figures, read_figures
from sayso.stages.extract.figures.rejected import Rejected
from sayso.stages.extract.found import FoundFigure

__all__ = ["FigurePlan", "FoundFigure", "Rejected", "explain_figures", "plan_figures", "read_figures"]
