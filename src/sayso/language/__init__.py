"""The only place that knows the parser and a language's words: sentences, parses, numbers, dates, vocabulary."""
