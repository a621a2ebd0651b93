#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# wire.py INTERFACE...: makes a virtual interface send what a wire would carry. The kernel leaves checksums undone and
# segments unsplit between virtual interfaces; whoever reads raw frames, as a boot ROM does, would see wrong checksums.
import ctypes
import fcntl
import socket
import struct
import sys

SIOCETHTOOL = 0x8946
SET_TX_CHECKSUM, SET_SCATTER_GATHER, SET_TSO, SET_GSO = 0x17, 0x19, 0x1F, 0x24


def switch_off(sock, interface, feature):
    value = ctypes.create_string_buffer(struct.pack("II", feature, 0), 8)
    try:
        fcntl.ioctl(sock, SIOCETHTOOL, struct.pack("16sP16x", interface.encode(), ctypes.addressof(value)))
    except OSError:
        pass  # what an interface does not have is off


with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
    for name in sys.argv[1:]:
        for feature in (SET_TSO, SET_GSO, SET_TX_CHECKSUM, SET_SCATTER_GATHER):
            switch_off(sock, name, feature)
