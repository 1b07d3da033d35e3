"""Geometry to Plotly figure, SVG, PNG and PDF."""
