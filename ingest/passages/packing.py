"""Sentences packed into passages of even length, as Knuth and Plass break a paragraph into lines.

Knows numbers and text only: what a sentence belongs to is `ingest.passages.cutting`' concern.
"""

from collections.abc import Callable, Iterator, Sequence

Count = Callable[[str], int]
"""Word pieces of a text, as the model's tokenizer counts them."""


def pack(sizes: Sequence[int], seams: Sequence[float], room: int) -> list[range]:
    """Group units so that no group is over `room` and all are as full as can be, evenly.

    A group that leaves a share s of the room empty costs s squared, so one leftover of twenty pieces costs more than
    two groups a little short.

    Args:
        sizes: Word pieces of each unit, none over `room`.
        seams: What it costs to break after each unit, on the scale of the squared empty share.
        room: Word pieces.
    """
    best = [0.0]
    came_from = [0]
    for end in range(1, len(sizes) + 1):
        size = 0
        choices = []
        for start in range(end - 1, -1, -1):
            size += sizes[start]
            if size > room and start < end - 1:
                break
            seam = seams[end - 1] if end < len(sizes) else 0.0
            choices.append((best[start] + (1 - min(size, room) / room) ** 2 + seam, -start))
        cost, start = min(choices)
        best.append(cost)
        came_from.append(-start)
    groups = []
    end = len(sizes)
    while end:
        groups.append(range(came_from[end], end))
        end = came_from[end]
    return groups[::-1]


def pieces(text: str, room: int, count: Count) -> Iterator[tuple[int, int]]:
    """Cut an overlong sentence at semicolons, else commas, else words: bounds of parts of at most `room` pieces."""
    # Loading it costs a third of a second, and most documents hold no sentence this long.
    from langchain_text_splitters.character import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(
        separators=["; ", ", ", " ", ""],
        keep_separator="end",
        chunk_size=room,
        chunk_overlap=0,
        length_function=count,
        add_start_index=True,
    )
    for part in splitter.create_documents([text]):
        start = part.metadata["start_index"]
        yield start, start + len(part.page_content)
