"""`python -m didar`: the command, for where the script is not on the path."""

from didar.cli import main

if __name__ == "__main__":
    main()
