"""Which of a run's reports tell one story, and which stand outside it."""

from sayso.stages.cluster.clustering import cluster

__all__ = ["cluster"]
