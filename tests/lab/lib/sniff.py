#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""sniff.py INTERFACE FIRSTS: prints what `tcpdump -i INTERFACE -l -n -xx 'udp and (port 67 or port 69)'` prints, and notes in the file FIRSTS when
each address was first heard. Stands in for tcpdump where that is not installed."""
import socket, struct, sys, time

out = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
out.bind((sys.argv[1], 0))
firsts = {}
while True:
    frame = out.recv(2048)
    if len(frame) < 42 or frame[12:14] != b"\x08\x00" or frame[23] != 17:
        continue
    at = 14 + (frame[14] & 15) * 4
    ports = struct.unpack(">HH", frame[at:at + 4])
    if 67 not in ports and 69 not in ports:
        continue
    mac = frame[6:12].hex(":")
    if mac not in firsts:
        firsts[mac] = time.time()
        with open(sys.argv[2], "a") as notes:
            print(mac, firsts[mac], file=notes)
    text = ["12:00:00.000000 IP a.%d > b.%d: UDP" % ports]
    for i in range(0, len(frame), 16):
        row = frame[i:i + 16]
        text.append("\t0x%04x:  %s" % (i, " ".join(row[j:j + 2].hex() for j in range(0, len(row), 2))))
    print("\n".join(text), flush=True)
