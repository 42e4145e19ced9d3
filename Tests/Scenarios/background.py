# SPDX-License-Identifier: Apache-2.0
"""Leaves a command running in the background, with nothing open of whoever started it.

    python3 background.py NAME COMMAND…       NAME.out, NAME.err, NAME.pid
"""

import os
import sys

name, *command = sys.argv[1:]
child = os.fork()
if child:
    with open(name + ".pid", "w") as file:
        print(child, file=file)
    os._exit(0)
os.setsid()
os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
for stream, ending in ((1, ".out"), (2, ".err")):
    os.dup2(os.open(name + ending, os.O_WRONLY | os.O_CREAT, 0o644), stream)
# Whoever started this waits for all that it left open.
os.closerange(3, 1024)
os.execvp(command[0], command)
