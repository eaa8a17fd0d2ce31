"""A model of two dimensions for OpenVINO, made without torch: the mean of its tokens' vectors."""

from pathlib import Path

import numpy as np

from index.encoding.runtime import openvino

WORDS = 30522
"""As many as the default model's tokenizer knows."""


def write(target: Path, seed: int = 0) -> None:
    """Write the model to an .xml file, and its weights beside it."""
    package = openvino()
    op = package.opset15
    ids, mask = (op.parameter([-1, -1], np.int64, name=name) for name in ("input_ids", "attention_mask"))
    table = op.constant(np.random.default_rng(seed).normal(size=(WORDS, 2)).astype(np.float32))
    tokens = op.gather(table, ids, op.constant(0))
    weights = op.unsqueeze(op.convert(mask, "f32"), op.constant(2))
    axis = op.constant(1)
    mean = op.divide(op.reduce_sum(op.multiply(tokens, weights), axis), op.reduce_sum(weights, axis))
    model = package.Model([mean, tokens], [ids, mask])
    for port, name in zip(model.inputs, ("input_ids", "attention_mask"), strict=True):
        port.set_names({name})
    package.save_model(model, str(target), compress_to_fp16=False)
