"""Measure records against articles that readers have annotated: gold and records in, figures and errors out."""
