"""Settings for all tests."""

from hypothesis import settings

# A slow or busy machine is no defect of the code: no time limit for one example.
settings.register_profile("house", deadline=None)
settings.load_profile("house")
