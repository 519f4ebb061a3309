"""The pinned pipeline's own weights, run without the framework that made them.

spaCy takes over a second to import before it has seen a word, and half of what it then does is for components that
we do not use. This package reads the very same files (tokenizer rules, weights, transition table) and gives the same
tags and heads with numpy alone: a test compares the two, sentence by sentence.
"""
