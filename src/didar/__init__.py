"""Didar reads Persian news and keeps the record of who met whom and who said what to whom."""
