"""Verbs, one folder a stage, in the order of the data: acquire, clean, cluster, extract, link, reconcile, render."""
