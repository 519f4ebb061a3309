"""sayso: on whose say-so? Reads many reports of one event and shows who stands behind every claim."""
