"""The parts of the page: pure functions from what is shown to components."""
