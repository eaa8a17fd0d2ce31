"""OpenVINO: imported without its usage statistics, and a model compiled by it for the processor at hand."""

import sys
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.store import Vectors

Inputs = Mapping[str, NDArray[np.int64]]
"""A batch by the names of the model's inputs: `input_ids`, `attention_mask` and the like, (texts, tokens) each."""

_REPORTING = ("openvino_telemetry", "openvino.tools.ovc")
"""Imported by `import openvino`, they send Google Analytics an event and write an id to ~/intel, with nobody asked."""


def openvino() -> Any:
    """The package `openvino`, which must be imported in no other way: without the parts that report its use.

    Raises:
        ImportError: It is not installed, or not for this system.
    """
    for name in _REPORTING:
        # A name that stands for None cannot be imported; openvino gives way where it can't import these two.
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]
    import openvino as package

    return package


class Runtime:
    """An exported model (model.xml, model.bin), compiled for this processor; threads may share it.

    Args:
        model: the .xml file.
        compiled: folder where OpenVINO keeps what it compiled, so that the next process loads it ready; none is kept
            where it can't be written to.
        precision: bf16 or f32; by default what this processor is quickest with.

    Raises:
        ImportError: There is no OpenVINO here.
        RuntimeError: OpenVINO cannot read or compile the model.
    """

    def __init__(self, model: Path, compiled: Path | None = None, *, precision: str | None = None) -> None:
        self._openvino = openvino()
        core = self._openvino.Core()
        # Asked of OpenVINO, which knows what its kernels use; bf16 without such instructions would be slower than f32.
        quickest = "bf16" if "BF16" in core.get_property("CPU", "OPTIMIZATION_CAPABILITIES") else "f32"
        self.precision = precision or quickest
        options = {"INFERENCE_PRECISION_HINT": self.precision, "PERFORMANCE_HINT": "THROUGHPUT"}
        self._model = _compiled(core, model, options, compiled)
        # Twice as many as are computed at a time: while what was computed is taken, the processor has the next ones.
        self._at_once: int = 2 * self._model.get_property("OPTIMAL_NUMBER_OF_INFER_REQUESTS")
        self.inputs = [port.any_name for port in self._model.inputs]
        self.dimensions = int(self._model.output(0).partial_shape[1].get_length())

    def run(self, count: int, batches: Iterable[tuple[list[int], Inputs]]) -> Vectors:
        """What the model gives for `count` texts, float32.

        Args:
            count: how many texts there are in all batches.
            batches: the places of a batch's texts in the result, and the batch.
        """
        made = np.empty((count, self.dimensions), np.float32)
        for places, request in self._done(batches):
            made[places] = request.get_output_tensor(0).data
        return made

    def run_tokens(
        self, batches: Iterable[tuple[list[int], Inputs]]
    ) -> Iterator[tuple[list[int], Vectors, NDArray[np.float32]]]:
        """The places of each batch's texts, their vectors, and those of their tokens, (texts, tokens, dimensions).

        Each must be used before the next is asked for: the memory is the model's.
        """
        for places, request in self._done(batches):
            yield places, request.get_output_tensor(0).data, request.get_output_tensor(1).data

    def _done(self, batches: Iterable[tuple[list[int], Inputs]]) -> Iterator[tuple[list[int], Any]]:
        """Places and requests of the batches that were computed, several at a time."""
        idle: list[Any] = []
        busy: deque[tuple[Any, list[int]]] = deque()

        def finished() -> Iterator[tuple[list[int], Any]]:
            request, places = busy.popleft()
            request.wait()
            yield places, request
            idle.append(request)

        # Not OpenVINO's AsyncInferQueue: its threads call back into Python, and one that does so while Python ends
        # kills the process ("terminate called without an active exception", after every second question).
        for places, inputs in batches:
            if len(busy) == self._at_once:
                yield from finished()
            request = idle.pop() if idle else self._model.create_infer_request()
            request.start_async(inputs)
            busy.append((request, places))
        while busy:
            yield from finished()


def _compiled(core: Any, model: Path, options: Mapping[str, str], folder: Path | None) -> Any:
    if folder is not None:
        # By size: the weights stay in model.bin, of which as much is read as is used, and are not kept twice.
        kept = {**options, "CACHE_DIR": str(folder), "CACHE_MODE": "OPTIMIZE_SIZE"}
        try:
            return core.compile_model(str(model), "CPU", kept)
        except RuntimeError:
            return _compiled(core, model, options, None)  # a folder that can't be made; or the model is at fault, again
    return core.compile_model(str(model), "CPU", options)
