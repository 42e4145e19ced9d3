#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write the golden logs and golden.json, what a reader brings besides them and brought.json.

    python3 Tests/Golden/make.py            write the folder anew
    python3 Tests/Golden/make.py --check    say what differs, and write nothing

Seeds, times and ids are fixed: the same bytes come out each time. No verifier is asked.

Exit codes: 0 written, or nothing differs; 1 something differs.
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from writer import admission, bodies, decisions, forks, founding, kept, layout, models, policies, policyforms, tiles, trees  # noqa: E402
from writer.brought import Brought  # noqa: E402
from writer.cases import Cases  # noqa: E402

FOLDERS, LISTS = ("good", "bad", "tiles", "brought"), ("golden.json", "brought.json")


def made():
    """{path below this folder: bytes} of all cases and their lists."""
    cases = Cases()
    for part in (layout, trees, founding, admission, decisions, bodies, models, tiles):
        part.write(cases)
    brought = Brought()
    for part in (kept, policies, policyforms, forks):
        part.write(brought)
    return {**cases.files, "golden.json": cases.manifest(), **brought.files, "brought.json": brought.manifest()}


def standing():
    """The same of what stands in the folder."""
    files = {}
    for folder in FOLDERS:
        for root, _, names in os.walk(os.path.join(HERE, folder)):
            for name in names:
                path = os.path.join(root, name)
                with open(path, "rb") as file:
                    files[os.path.relpath(path, HERE)] = file.read()
    for name in filter(os.path.exists, (os.path.join(HERE, name) for name in LISTS)):
        with open(name, "rb") as file:
            files[os.path.basename(name)] = file.read()
    return files


def write(files):
    for folder in FOLDERS:
        for root, _, names in os.walk(os.path.join(HERE, folder)):
            for name in names:
                path = os.path.join(root, name)
                if os.path.relpath(path, HERE) not in files:
                    os.remove(path)
    for name, data in files.items():
        path = os.path.join(HERE, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)


def differing(files):
    """The names of what stands in the folder and was not made so, or is not there."""
    old = standing()
    return sorted(name for name in set(files) | set(old) if files.get(name) != old.get(name))


def main():
    files = made()
    if sys.argv[1:] == ["--check"]:
        names = differing(files)
        print("\n".join(names) or "nothing differs")
        return 1 if names else 0
    write(files)
    print("%d files, %d bytes" % (len(files), sum(map(len, files.values()))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
