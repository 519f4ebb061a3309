"""Nouns: frozen records that pass between the stages. They import nothing of ours but the errors."""
