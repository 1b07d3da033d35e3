"""How the documentation is built: `make docs`. Nothing in it is fetched from another host."""

from __future__ import annotations

from importlib import metadata

project = "timeline"
author = "the timeline authors"
copyright = author  # noqa: A001 - the name that Sphinx reads
release = metadata.version("article-timeline")
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "timeline"
html_static_path = ["_static"]
html_css_files = ["site.css"]
smartquotes = False  # "--help" is two strokes
html_show_sphinx = False
html_copy_source = False
myst_heading_anchors = 3
suppress_warnings = ["myst.header"]  # the command reference begins each command on the same level
autodoc_typehints = "description"
autodoc_member_order = "groupwise"
autodoc_preserve_defaults = True
napoleon_google_docstring = True
default_role = "code"
