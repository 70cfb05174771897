"""Tools that measure Didar: scores, errors, speed, the corpus, floors, calibration, the README's figures."""
