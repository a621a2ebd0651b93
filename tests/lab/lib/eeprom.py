#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""eeprom.py FOLDER: firmware of a Pi 4 and a Pi 5 in the makers' layout and form, and without their code: none of it is ours to hand on."""
import os
import struct
import sys


def image(size, configuration):
    def section(magic, content):
        nonlocal at
        whole[at : at + 8 + len(content)] = struct.pack(">II", magic, len(content)) + content
        at = at + 8 + len(content) + 7 & ~7

    whole, at = bytearray(b"\xff" * size), 0
    section(0x55AAF00F, os.urandom(70_000))
    section(0x55AAF11F, b"bootconf.txt".ljust(16, b"\0") + configuration)
    return whole


for family, size, configuration in ("2711", 512, b"[all]\nBOOT_UART=0\n"), ("2712", 2048, b"[all]\nBOOT_ORDER=0xf461\n"):
    folder = os.path.join(sys.argv[1], "bootloader-" + family, "default")
    os.makedirs(folder)
    for name, content in ("pieeprom-2026-01-09.bin", image(size * 1024, configuration)), ("recovery.bin", os.urandom(100_000)):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)
