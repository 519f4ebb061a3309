"""Sentences in, parses out: cut, encode, tag and attach, in batches of like length."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from threadpoolctl import ThreadpoolController

from sayso.language.parse import Parse
from sayso.language.pinned.encoder import Encoder
from sayso.language.pinned.heads import settled
from sayso.language.pinned.tokens import Lexicon, Token, Tokenizer
from sayso.language.pinned.transitions import Transitions
from sayso.language.pinned.weights import layers, tag_names

__all__ = ["PinnedPipeline"]

# Enough for the steps to be shared by many sentences, few enough for a batch to need some 100 MB.
_BATCH_TOKENS = 12_000
_BATCH_SPREAD = 2.0

_Cut = tuple[list[Token], list[int], list[bool]]


@cache
def _blas() -> ThreadpoolController:
    return ThreadpoolController()


class PinnedPipeline:
    """Tokenizer, encoder, tagger and parser of one spaCy pipeline of the pinned shape."""

    def __init__(self, folder: Path, spacy: Path) -> None:
        """Read the pipeline in `folder`; `spacy` is the folder of the installed framework."""
        self._tokenizer = Tokenizer(folder)
        self._encoder = Encoder(folder, Lexicon(folder, spacy))
        self._transitions = Transitions(folder)
        ((_, tagger, _),) = layers(folder, "tagger")
        self._tagger, self._tagger_bias = tagger["W"].T.copy(), tagger["b"]
        self._tags = tag_names(folder)

    def parse(self, texts: Sequence[str]) -> dict[str, Parse]:
        """Return a parse for each text."""
        # The products are small: shared out among threads they wait for each other, and all the more so on a machine
        # with other work to do.
        with _blas().limit(limits=1):
            return dict(self._parse_all(texts))

    def _parse_all(self, texts: Sequence[str]) -> Iterator[tuple[str, Parse]]:
        batch: list[tuple[str, _Cut]] = []
        size = 0
        cuts = sorted(((text, self._tokenizer.cut(text)) for text in texts), key=lambda pair: len(pair[1][0]))
        for text, cut in cuts:
            # Sentences much longer than the first of the batch would leave it waiting for them.
            longer = batch and len(cut[0]) > _BATCH_SPREAD * max(len(batch[0][1][0]), _BATCH_SPREAD)
            if batch and (size + len(cut[0]) > _BATCH_TOKENS or (longer and size > _BATCH_TOKENS // 2)):
                yield from self._parse_batch(batch)
                batch, size = [], 0
            batch.append((text, cut))
            size += len(cut[0])
        if batch:
            yield from self._parse_batch(batch)

    def _parse_batch(self, batch: list[tuple[str, _Cut]]) -> Iterator[tuple[str, Parse]]:
        lengths = [len(cut[0]) for _, cut in batch]
        vectors = self._encoder.encode([(cut[0], cut[2]) for _, cut in batch])
        tags = (vectors @ self._tagger + self._tagger_bias).argmax(axis=1).tolist()
        heads, labels = (found.tolist() for found in self._transitions.parse(vectors, lengths))
        names = self._transitions.labels
        first = 0
        for row, (text, (tokens, starts, _)) in enumerate(batch):
            end = len(tokens)
            words = [token.text for token in tokens]
            blank = [word.isspace() for word in words]
            tree = settled(heads[row][:end], [names[label] for label in labels[row][:end]], blank)
            found = [self._tags[tag] for tag in tags[first : first + end]]
            yield text, Parse(text, words, starts, found, tree[1], tree[0])
            first += end
