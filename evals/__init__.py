"""Quality over the annotated sets: adapters, one table, floors that only rise."""
