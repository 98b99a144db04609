"""The program without the rights of an administrator, whom permissions of files do not stop.

Called as the program is. On Linux every capability of root is given up first; whoever is not root
has none to give up.
"""

import ctypes
import os
import sys

VERSION_3 = 0x20080522
"""Of the header that capset(2) takes."""


def give_up_capabilities() -> None:
    """Let permissions hold for this process also where it runs as root."""
    if sys.platform == "linux" and os.geteuid() == 0:
        header, none = (ctypes.c_uint32 * 2)(VERSION_3, 0), (ctypes.c_uint32 * 6)()
        if ctypes.CDLL(None, use_errno=True).capset(header, none) != 0:
            raise OSError(ctypes.get_errno(), "capset")


if __name__ == "__main__":
    give_up_capabilities()
    from frontdesk.program import main

    sys.exit(main())
