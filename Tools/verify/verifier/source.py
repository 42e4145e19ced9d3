# SPDX-License-Identifier: Apache-2.0
"""Where a log is read: a file, a folder of tiles, or tiles below a URL. What arrives is not believed."""

import os
import stat

from .errors import Broken, Unreadable
from .web import WebSource, is_url

FILE_MAX = 1 << 30


def read_file(path, most=FILE_MAX):
    """The bytes of a file, or None where there are more than `most`."""
    with open(path, "rb") as file:
        if os.fstat(file.fileno()).st_size > most:
            return None
        data = file.read(most + 1)  # a pipe has no size
    return data if len(data) <= most else None


class FolderSource:
    """Resources below a folder."""

    def __init__(self, folder):
        self.folder = folder

    def get(self, resource, most):
        """Its bytes, or None where it is not there."""
        path = os.path.join(self.folder, *resource.split("/"))
        try:
            if not stat.S_ISREG(os.stat(path).st_mode):  # a pipe would keep us waiting
                raise Unreadable("%s is not a file" % resource)
            data = read_file(path, most)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise Unreadable("%s: %s" % (resource, error.strerror))
        if data is None:
            raise Broken("foreign", "tile", "%s is longer than %d bytes" % (resource, most), resource=resource)
        return data


def tile_source(place, seconds, allow_http):
    """Where the tiles are that a place names; None where it names a file."""
    if is_url(place):
        return WebSource(place, seconds, allow_http)
    return FolderSource(place) if os.path.isdir(place) else None
