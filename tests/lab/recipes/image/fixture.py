# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reader of ext4 must not get wrong: links, holes, owners, modes, times, names, device nodes, attributes, ACLs.

fixture.py STAGING EPOCH SCRATCH: as a tree of its own, for an image whose root is made by other means; prints the debugfs
script, whose paths are below /opt/fixture."""
import random
import stat
import sys

from ext4_tree import Tree, acl, capability

NAMES = ["ümläut-nfc", "u\u0308ml-nfd", "日本語", "emoji-🥧", " lead", "trail ", "back\\slash", "star*", "a:b", "con", "aux.txt",
         "-dash", ".hidden", "Makefile", "makefile", "n" * 255, "dot.", "%41", "tab\tx"]


def links(tree, at):
    tree.file(at("links/a"), "linked\n")
    for folder in ("links/one", "links/two"):
        tree.directory(at(folder))
    tree.hard_link(at("links/one/b"), at("links/a"))
    tree.hard_link(at("links/two/c"), at("links/a"))
    tree.symlink(at("links/sym"), "../target")
    tree.hard_link(at("links/one/sym2"), at("links/sym"))
    # 59 bytes are the most a symbolic link holds in its inode
    for name, target in (("sym59", "s" * 59), ("sym60", "s" * 60), ("sym4000", "t/" * 2000), ("absolute", "/abs/olute"), ("dangling", "nowhere")):
        tree.symlink(at(name), target)
    tree.symlink(at("sym-owned"), "links/a", uid=1000, gid=1000)


def modes(tree, at):
    for mode in (0o4755, 0o2755, 0o0000, 0o0444, 0o7777):
        tree.file(at(f"mode-{mode:04o}"), mode=mode)
    tree.directory(at("sticky"), 0o1777)
    tree.directory(at("setgid"), 0o2775, gid=50)
    tree.file(at("uid65534"), uid=65534, gid=65534)
    tree.file(at("uid100000"), "x", uid=100000, gid=100001)
    tree.file(at("uid-big"), "x", uid=4294967294, gid=3000000000)
    for name, nanoseconds in (("nanoseconds", 1700000000123456789), ("1960", -315619200 * 10**9), ("1970", 0),
                              ("2040", 2208988800 * 10**9 + 5), ("2200", 7258118400 * 10**9)):
        tree.file(at("time-" + name), mtime=nanoseconds)


def contents(tree, at):
    noise = random.Random(7)
    for size in (0, 1, 4095, 4096, 4097):
        tree.file(at(f"size-{size}"), b"a" * size)
    tree.sparse(at("sparse-3g"), 3 << 30, [(0, b"start"), (1500000000, b"middle"), ((3 << 30) - 3, b"end")])
    tree.sparse(at("all-hole"), 1 << 20)
    tree.sparse(at("tail-hole"), 100001, [(0, b"head")])
    # an extent every other block: more than an inode holds, so a tree of them
    tree.sparse(at("fragments"), 4 << 20, [(i * 8192, noise.randbytes(4096)) for i in range(512)])
    tree.sparse(at("unwritten"), 256 << 10, [(0, b"hello")])
    tree.preallocate(at("unwritten"), 1, 63)  # allocated, never written: reads as zeros
    tree.file(at("beyond-end"), "short")
    tree.preallocate(at("beyond-end"), 1, 15)  # blocks behind the end of the file
    for number in range(3000):  # a folder with a hashed tree
        tree.file(at(f"many/{number:05d}-{'x' * (number % 40)}"), str(number) if number % 3 == 0 else "")


def names(tree, at):
    for name in NAMES:
        tree.file(at("names/" + name), name)
    path = at("deep")
    while len(path) < 600:
        path += "/" + "d" * 60
    tree.file(path + "/leaf", "deep leaf")


def nodes(tree, at):
    tree.node(at("null"), stat.S_IFCHR, 0o666, 1, 3)
    tree.node(at("block"), stat.S_IFBLK, 0o660, 8, 1, gid=6)
    tree.node(at("big"), stat.S_IFCHR, 0o600, 511, 1048575)
    tree.node(at("fifo"), stat.S_IFIFO, 0o644)
    tree.node(at("socket"), stat.S_IFSOCK, 0o755)


def attributes(tree, at):
    tree.file(at("ping"), b"\x7fELF" + bytes(4092), mode=0o755)
    tree.attribute(at("ping"), "security.capability", capability(1 << 13))
    tree.file(at("attributes"), "x")
    for name, value in (("user.comment", b"hello"), ("user.bin", bytes(range(256))), ("user.k=eq%", b"= and \n"), ("trusted.overlay.opaque", b"y")):
        tree.attribute(at("attributes"), name, value)
    tree.attribute(at("size-4096"), "user.big", b"B" * 3000)  # a block of its own
    tree.attribute(at("names"), "user.folder", b"1")
    tree.file(at("acl"), "acl", mode=0o664)
    tree.attribute(at("acl"), "system.posix_acl_access", acl((1, 6), (2, 6, 33), (4, 4), (8, 4, 100), (16, 6), (32, 4)))
    tree.directory(at("acl-folder"), 0o775)
    inherited = acl((1, 7), (2, 7, 33), (4, 5), (16, 7), (32, 5))
    tree.attribute(at("acl-folder"), "system.posix_acl_access", inherited)
    tree.attribute(at("acl-folder"), "system.posix_acl_default", inherited)


def add(tree, below):
    def at(path):
        return f"{below}/{path}"

    tree.directory(below)
    for part in (links, modes, contents, names, nodes, attributes):
        part(tree, at)


if __name__ == "__main__":
    tree = Tree(sys.argv[1], int(sys.argv[2]))
    add(tree, "opt/fixture")
    print("\n".join(tree.commands(sys.argv[3])))
