"""Who took what from whom: copies, excerpts, rewrites, shared sources; what was changed on the way."""

from sayso.stages.link.lineage.trace import trace

__all__ = ["trace"]
