"""A bound on how long one seed may take, so that no file can hold up a build."""

from __future__ import annotations

import ctypes
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from generator.errors import BrokenSeed
from generator.lines import printable


class _OutOfTime(BaseException):
    """Raised in the middle of whatever runs too long; no `except Exception` of a library swallows it."""


@contextmanager
def within(seconds: float, name: str) -> Iterator[None]:
    """Ends what runs longer. Raises BrokenSeed (timeout).

    In the main thread of a POSIX system a signal does it, which also ends a regular expression; elsewhere another
    thread does, as soon as the interpreter takes its next step.
    """
    try:
        with _alarm(seconds) if _has_signals() else _watchdog(seconds):
            yield
    except _OutOfTime:
        raise BrokenSeed(
            "timeout",
            f"{printable(name)}: reading took more than {seconds:g} seconds. Shorten the file, or raise "
            "reading_seconds in brief.toml.",
            name,
        ) from None


def _has_signals() -> bool:
    """True if this is the thread that gets the alarm of a POSIX system."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    def ring(_number: int, _frame: FrameType | None) -> None:
        raise _OutOfTime

    waiting, _ = signal.getitimer(signal.ITIMER_REAL)
    if 0 < waiting <= seconds:  # whoever set that alarm ends us first
        yield
        return
    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        left, _ = signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if waiting:
            signal.setitimer(signal.ITIMER_REAL, waiting - (seconds - left))


@contextmanager
def _watchdog(seconds: float) -> Iterator[None]:
    lock = threading.Lock()
    done = False
    thread = ctypes.c_ulong(threading.get_ident())

    def ring() -> None:
        with lock:
            if not done:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(_OutOfTime))

    timer = threading.Timer(seconds, ring)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with lock:
            done = True
        timer.cancel()
