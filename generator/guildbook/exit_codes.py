"""What the command line tells the shell."""

WELL = 0
PROBLEMS = 1
"""Something in the playbook must be mended."""
WRONG_WORD = 2
"""Something was asked for that does not exist; also click's own code for arguments that it does not know."""
NOT_BUILT = 3
"""A reason outside the playbook: a full disk, another build, a port that is taken."""
OUR_MISTAKE = 70
"""EX_SOFTWARE of BSD's sysexits.h: Guildbook itself is wrong."""
INTERRUPTED = 130
TERMINATED = 143
"""128 and the number of the signal, as shells have it."""
