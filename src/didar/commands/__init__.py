"""The commands of `didar`, one module each; heavy libraries are imported inside the commands."""
