"""Work spread over forked processes, which share what their parent has read."""

from __future__ import annotations

import os
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")
R = TypeVar("R")


def in_parallel(work: Callable[[T], R], items: Sequence[T], processes: int) -> Iterator[R]:
    """The results of a function for each item, as they come. Each process takes the next item that is left."""
    context = get_context("fork")
    taken: Any = context.Value("i", 0)
    back = context.SimpleQueue()

    parent = os.getpid()

    def run() -> None:
        while os.getppid() == parent:  # nobody waits for the results of a run that was ended
            with taken.get_lock():
                number = taken.value
                taken.value += 1
            if number >= len(items):
                return
            back.put(work(items[number]))

    running = [context.Process(target=run, daemon=True) for _ in range(min(processes, len(items)))]
    for each in running:
        each.start()
    for _ in items:
        yield back.get()
    for each in running:
        each.join()
