"""What a wheel carries beside the package. An editable install finds the same folders in the checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CARRIED = {"data": "timeline/_data", "assets": "timeline/_assets"}


class CarryHook(BuildHookInterface[Any]):
    """Put the folders into the wheel under the names that `timeline._files` looks for."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before a wheel is built; *version* is "editable" for a path to the checkout."""
        if version != "editable":
            for folder, place in CARRIED.items():
                build_data["force_include"][str(Path(self.root, folder))] = place
