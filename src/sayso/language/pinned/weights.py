"""The files of a spaCy pipeline as arrays: weights by kind of layer, in the order of the network."""

from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

__all__ = ["Layers", "Weights", "layers", "moves", "tag_names"]

Weights = dict[str, NDArray[np.float32]]
Layers = list[tuple[str, Weights, dict[str, Any]]]


def layers(folder: Path, component: str) -> Layers:
    """Return (kind, arrays, settings) of each layer of `component` that has weights, in order.

    The file is thinc's: MessagePack with one entry a node, its arrays in the manner of msgpack-numpy.
    """
    model = msgspec.msgpack.decode((folder / component / "model").read_bytes())
    nodes = zip(model["nodes"], model["params"], model["attrs"], strict=True)
    return [
        (
            node["name"],
            {name: _array(value) for name, value in params.items()},
            {name: msgspec.msgpack.decode(value) for name, value in settings.items()},
        )
        for node, params, settings in nodes
        if params
    ]


def moves(folder: Path) -> dict[int, list[str]]:
    """Return transition → labels of the parser, each list in the order of the output layer.

    The order is by falling frequency in training, then by falling name, as the pipeline's own reader has it.
    """
    table = msgspec.msgpack.decode((folder / "parser" / "moves").read_bytes())["moves"]
    return {
        int(action): [label for _, label in sorted(((freq, label) for label, freq in found.items()), reverse=True)]
        for action, found in sorted(msgspec.json.decode(table).items())
    }


def tag_names(folder: Path) -> list[str]:
    """Return the part-of-speech tags in the order of the tagger's output."""
    names: list[str] = msgspec.json.decode((folder / "tagger" / "cfg").read_bytes())["labels"]
    return names


def _array(packed: dict[bytes, Any]) -> NDArray[np.float32]:
    kind = np.dtype(packed[b"type"])
    return np.frombuffer(packed[b"data"], dtype=kind).reshape(packed[b"shape"]).astype(np.float32, copy=False)
