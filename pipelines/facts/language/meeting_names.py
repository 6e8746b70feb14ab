"""When two names of meetings mean one meeting."""

import re
from functools import lru_cache


@lru_cache(maxsize=1024)
def core(name: str) -> str:
    """The name without marks and without what may be left out of it."""
    return re.sub(r"[“”\"（）()《》\s]|^(?:中国共产党|中共)|的", "", name)


def same(a: str, b: str) -> bool:
    """Whether two names differ only in what may be left out."""
    return core(a) == core(b)


def within(short: str, long: str) -> bool:
    """Whether the first, of two cores, is the second in fewer words."""
    return len(short) < len(long) and (long.endswith(short) or short in long or _subsequence(short, long))


def _subsequence(short: str, long: str) -> bool:
    """芙蓉区第五届人大四次会议 within 芙蓉区第五届人民代表大会第四次会议."""
    rest = iter(long)
    return len(short) >= 6 and all(c in rest for c in short)
