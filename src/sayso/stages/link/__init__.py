"""Links between reports: who took what from whom, and who stands behind each claim."""
