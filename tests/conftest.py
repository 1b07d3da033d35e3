"""How laws are tried: alike everywhere and on no clock; `--hypothesis-profile=soak` looks further."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

_QUIET = [HealthCheck.too_slow]  # a busy machine is no fault of a test

settings.register_profile("timeline", deadline=None, max_examples=40, derandomize=True, suppress_health_check=_QUIET)
settings.register_profile("soak", deadline=None, max_examples=4000, suppress_health_check=_QUIET)
settings.load_profile("timeline")
