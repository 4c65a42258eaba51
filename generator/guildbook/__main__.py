"""`python -m guildbook` is the command line."""

from guildbook.cli import main

if __name__ == "__main__":
    main()
