"""Python imports this at its start where its folder is on PYTHONPATH: no engine and no browser may be started from then on.

For the programs that tests without the markers `engine` and `browser` start (tests/support/no_engines.py).
"""

import os
import sys

from watched_programs import EXIT_CODE, SAYS, STARTS_ONE


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook: end this program when it starts what it may not start."""
    if event == "subprocess.Popen" and STARTS_ONE.search(str(arguments[1])):
        sys.stderr.write(f"{SAYS}\n{arguments[1]}\n")
        sys.stderr.flush()
        os._exit(EXIT_CODE)


sys.addaudithook(refuse)
