"""What all tests share."""

from __future__ import annotations

import gc
import os

from hypothesis import settings

# The same examples in each run; HYPOTHESIS_PROFILE=explore looks for new ones.
settings.register_profile("same", derandomize=True)
settings.register_profile("explore", derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

# What the tests keep, std's catalogs above all, is much and stays: looking it over for garbage takes a part of the time.
gc.set_threshold(100_000, 50, 100)
