#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# capture.py INTERFACE FILE: what goes over an interface, as tcpdump -s 700 -w FILE writes it. Prints "ready", and runs until it is ended.
import socket
import struct
import sys
import time

ETH_P_ALL = 3
SNAPSHOT = 700  # bytes; a DHCP packet whole, of files the head

interface, path = sys.argv[1:]
with socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ETH_P_ALL)) as wire, open(path, "wb", buffering=0) as out:
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8 << 20)
    wire.bind((interface, ETH_P_ALL))
    out.write(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, SNAPSHOT, 1))
    print("ready", flush=True)
    while True:
        frame = wire.recv(65536)
        now = time.time_ns() // 1000
        out.write(struct.pack("<IIII", now // 1_000_000, now % 1_000_000, min(len(frame), SNAPSHOT), len(frame)) + frame[:SNAPSHOT])
