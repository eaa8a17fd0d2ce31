"""A sentence-transformers model -> one file that runs without torch.

Only models of the plain pattern are exported, a transformer whose token vectors are averaged and normalised: that is
what the tests hold against sentence-transformers itself.
"""

import logging
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from index.encoding.runtime import openvino
from index.store import Vectors

_EXAMPLES = ("The mission deployed to Gao.", "Peacekeepers protect civilians under S/RES/2100 (2013), paragraph 16.")
"""Two of different length: the graph is traced with padding in it."""
_INPUTS = ("input_ids", "attention_mask", "token_type_ids")


class Unfit(Exception):
    """This model can't be run without sentence-transformers; the message says why."""


def reference(folder: Path, device: str | None = None) -> Any:
    """The model in this folder as sentence-transformers loads it (seconds); what every faster way is held against."""
    from sentence_transformers import SentenceTransformer
    from transformers.utils.logging import disable_progress_bar, set_verbosity_error

    disable_progress_bar()  # type: ignore[no-untyped-call]  # it would draw over our own, and into pipes
    set_verbosity_error()  # type: ignore[no-untyped-call]
    logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
    return SentenceTransformer(str(folder), device=device, local_files_only=True)


def export(folder: Path, target: Path, texts: Sequence[str]) -> Vectors:
    """Write the model of a folder to `target` (an .xml file; the weights go beside it, as .bin).

    Args:
        folder: of a sentence-transformers model.
        target: the file to write.
        texts: what to encode for comparison.

    Returns:
        What sentence-transformers makes of the texts.

    Raises:
        ImportError: There is no OpenVINO here.
        RuntimeError: OpenVINO cannot write the file.
        Unfit: The model is not of the plain pattern, or does something that OpenVINO can't.
    """
    package = openvino()
    model = reference(folder, "cpu").eval()
    _require_plain(model)
    try:
        traced = _traced(model)
    except Exception as error:  # tracing runs the model's own code, which may fail in any way
        raise Unfit(f"it can't be traced ({type(error).__name__})") from error
    package.save_model(traced, str(target), compress_to_fp16=False)
    made: Vectors = model.encode(
        list(texts), normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True
    ).astype("float32")
    return made


def _require_plain(model: Any) -> None:
    parts = [type(part).__name__ for part in model]
    if parts != ["Transformer", "Pooling", "Normalize"]:
        raise Unfit(f"it is made of {', '.join(parts)}")
    if model[1].pooling_mode != "mean":
        raise Unfit(f"it pools by {model[1].pooling_mode}")
    if model.prompts.get(model.default_prompt_name):
        raise Unfit("it puts a prompt before each text")


def _traced(model: Any) -> Any:
    """The model's modules, one after the other, as an OpenVINO model.

    Through OpenVINO's reader of torch graphs, not `openvino.convert_model`, which reports its use (see
    `index.encoding.runtime`), nor `torch.onnx.export`, which wants the package onnx for nothing else.
    """
    import torch
    from openvino.frontend import FrontEndManager
    from openvino.frontend.pytorch.ts_decoder import TorchScriptPythonDecoder

    class Sentence(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.parts = torch.nn.ModuleList(model)

        def forward(self, *values: Any) -> Any:
            features = dict(zip(names, values, strict=True))
            for part in self.parts:
                features = part(features)
            return features["sentence_embedding"], features["token_embeddings"]

    features = model.preprocess(list(_EXAMPLES))
    names = [name for name in _INPUTS if name in features]
    with torch.inference_mode(), warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # what tracing fixes is the same for all texts; `index.encoding.exports` proves it
        graph = TorchScriptPythonDecoder(Sentence().eval(), example_input=tuple(features[name] for name in names))
    reader = FrontEndManager().load_by_framework("pytorch")
    traced = reader.convert(reader.load(graph))
    for port, name in zip(traced.inputs, names, strict=True):
        port.set_names({name})
    return traced
