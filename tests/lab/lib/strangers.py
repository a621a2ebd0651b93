#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""strangers.py INTERFACE: twenty hosts that are no Pis ask DHCP: PCs with PXE and UEFI, phones, printers, one with a prefix of Raspberry Pi's."""
import socket, struct, sys

pxe = b"PXEClient:Arch:00000:UNDI:002001"
pc = bytes.fromhex("0102030405060b0c0d0f1011122b363c438081828384858687")
uuids = ["4c4c4544004b3510805ab4c04f363232", "ff" * 16, "00" * 16, "44" * 16, "12345678" * 4, "03000200040005000006000700080009", "346950521431c00099999999c028c138",
         "a0b1c2d3e4f5061728394a5b6c7d8e9f", "20202020" * 4, "52506934" * 4]
asks = [(pxe, pc, u) for u in uuids] + [(b"PXEClient:Arch:00007:UNDI:003016", pc, u) for u in uuids[:3]]
asks += [(b"PXEClient:Arch:00011:UNDI:003000", pc, uuids[0]), (b"android-dhcp-14", bytes.fromhex("0103060f1a1c333a3b2b"), ""), (b"iPhone", bytes.fromhex("017903060f6c7277"), ""),
         (b"Hewlett-Packard JetDirect", bytes.fromhex("0603010f42"), ""), (b"MSFT 5.0", bytes.fromhex("0103060f1f21"), ""), (b"udhcp 1.36.1", bytes.fromhex("0103060c0f"), "")]
asks.append((b"MSFT 5.0", bytes.fromhex("0103060f"), ""))
line = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
line.bind((sys.argv[1], 0))
for number, (vendor, wants, uuid) in enumerate(asks):
    mac = bytes.fromhex("dca632990001") if number == len(asks) - 1 else bytes.fromhex("3ca62f0000%02x" % (number + 1))
    options = [(53, b"\1"), (55, wants), (60, vendor)] + ([(97, b"\0" + bytes.fromhex(uuid))] if uuid else [])
    dhcp = struct.pack(">BBBBIHH", 1, 1, 6, 0, number + 1, 0, 0x8000) + bytes(16) + mac + bytes(202) + bytes.fromhex("63825363")
    dhcp += b"".join(bytes([code, len(value)]) + value for code, value in options) + b"\xff"
    udp = struct.pack(">HHHH", 68, 67, 8 + len(dhcp), 0) + dhcp
    ip = struct.pack(">BBHHHBBH4s4s", 0x45, 0, 20 + len(udp), number, 0, 64, 17, 0, bytes(4), b"\xff" * 4)
    total = sum(struct.unpack(">10H", ip))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    ip = ip[:10] + struct.pack(">H", ~total & 0xFFFF) + ip[12:]
    line.send(b"\xff" * 6 + mac + b"\x08\x00" + ip + udp)
print(len(asks))
