# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A tree for an ext4 image: contents as plain files in a staging folder for `mke2fs -d`, everything else (owner, mode, times,
device nodes, extended attributes, unwritten extents) as debugfs commands. The bytes of the image then depend on the tree only,
not on when or where it is made."""
import os
import stat
import struct

EVERY_TIME = ("atime", "ctime", "crtime", "mtime")


def quoted(path):
    return '"' + path.replace('"', '""') + '"'


def ext4_time(nanoseconds):
    """Seconds as the 32 bits ext4 keeps, and its extra field: two bits of epoch below 30 bits of nanoseconds."""
    seconds, rest = divmod(nanoseconds, 10**9)
    low = seconds & 0xFFFFFFFF
    signed = low - (1 << 32) if low & 0x80000000 else low
    return low, ((seconds - signed) >> 32) & 3 | rest << 2


class Tree:
    def __init__(self, staging, epoch):
        self.root = staging
        self.epoch = epoch * 10**9
        self.meta = {}  # path -> (mode or None, uid, gid, mtime in ns)
        self.nodes = []  # (path, type, major, minor)
        self.attributes = []  # (path, name, value)
        self.unwritten = []  # (path, first block, last block)
        os.makedirs(staging, exist_ok=True)

    def at(self, path):
        return os.path.join(self.root, path)

    def note(self, path, mode, uid, gid, mtime):
        self.meta[path] = (mode, uid, gid, self.epoch if mtime is None else mtime)

    def directory(self, path, mode=0o755, uid=0, gid=0, mtime=None):
        os.makedirs(self.at(path), exist_ok=True)
        self.note(path, mode, uid, gid, mtime)

    def file(self, path, content=b"", mode=0o644, uid=0, gid=0, mtime=None):
        os.makedirs(os.path.dirname(self.at(path)), exist_ok=True)
        with open(self.at(path), "wb") as out:
            out.write(content if isinstance(content, bytes) else content.encode())
        self.note(path, mode, uid, gid, mtime)

    def sparse(self, path, size, pieces=()):
        self.file(path)
        with open(self.at(path), "r+b") as out:
            out.truncate(size)
            for offset, content in pieces:
                out.seek(offset)
                out.write(content)

    def symlink(self, path, target, uid=0, gid=0):
        os.makedirs(os.path.dirname(self.at(path)), exist_ok=True)
        os.symlink(target, self.at(path))
        self.note(path, None, uid, gid, None)

    def hard_link(self, path, existing):
        os.link(self.at(existing), self.at(path), follow_symlinks=False)
        self.meta[path] = self.meta[existing]

    def node(self, path, kind, mode, major=0, minor=0, uid=0, gid=0):
        """kind: stat.S_IFCHR, S_IFBLK, S_IFIFO or S_IFSOCK"""
        self.nodes.append((path, kind, major, minor))
        self.note(path, kind | mode, uid, gid, None)

    def attribute(self, path, name, value):
        self.attributes.append((path, name, value))

    def preallocate(self, path, first, last):
        self.unwritten.append((path, first, last))

    def commands(self, scratch):
        """The debugfs script; values of attributes go to files in the folder scratch."""
        script = []
        for path, kind, major, minor in self.nodes:
            script += self._node(path, kind, major, minor)
        os.makedirs(scratch, exist_ok=True)
        for number, (path, name, value) in enumerate(self.attributes):
            source = os.path.join(scratch, str(number))
            with open(source, "wb") as out:
                out.write(value)
            script.append(f"ea_set -f {source} {quoted('/' + path)} {name}")
        for path, first, last in self.unwritten:
            script.append(f"fallocate {quoted('/' + path)} {first} {last}")
        for path in self._paths():
            script += self._metadata(path)
        script += [f"sif {where} {field} @{self.epoch // 10**9}" for where in ("/", "/lost+found") for field in EVERY_TIME]
        return script + ["sif / uid 0", "sif / gid 0", "sif / mode 040755"]

    def _node(self, path, kind, major, minor):
        folder, name = os.path.split(path)
        lines = [f"cd {quoted('/' + folder)}"]
        if kind == stat.S_IFSOCK:  # debugfs makes none; but `ln` gives an entry the type its inode has by then
            return lines + [f"mknod .{name} p", f"sif .{name} mode 0{kind | 0o777:o}", f"ln .{name} {name}", f"unlink .{name}", "cd /"]
        if kind == stat.S_IFIFO:
            lines.append(f"mknod {name} p")
        else:
            lines.append(f"mknod {name} {'c' if kind == stat.S_IFCHR else 'b'} {major & 255} {minor & 255}")
        if major > 255 or minor > 255:  # the new form: block[0] empty, block[1] minor 7..0, major 11..0, minor 19..8
            lines += [f"sif {name} block[0] 0", f"sif {name} block[1] {minor & 255 | major << 8 | (minor & ~255) << 12}"]
        return lines + ["cd /"]

    def _paths(self):
        found = set(path for path, *_ in self.nodes)
        for folder, folders, files in os.walk(self.root):
            for name in folders + files:
                found.add(os.path.relpath(os.path.join(folder, name), self.root))
        return sorted(found)

    def _metadata(self, path):
        default = (0o755 if os.path.isdir(self.at(path)) else 0o644, 0, 0, self.epoch)
        mode, uid, gid, mtime = self.meta.get(path, default)
        where = quoted("/" + path)
        lines = []
        if mode is not None:
            kind = stat.S_IFMT(mode) or stat.S_IFMT(os.lstat(self.at(path)).st_mode)
            lines.append(f"sif {where} mode 0{kind | stat.S_IMODE(mode):o}")
        lines += [f"sif {where} uid {uid}", f"sif {where} gid {gid}"]
        for field in EVERY_TIME:
            low, extra = ext4_time(mtime if field == "mtime" else self.epoch)
            lines += [f"sif {where} {field} @{low}", f"sif {where} {field}_extra {extra}"]
        return lines


def capability(bits):
    """security.capability, revision 2, effective: the bits are permitted."""
    return struct.pack("<IIIII", 0x02000001, bits, 0, 0, 0)


def acl(*entries):
    """A POSIX ACL as setxattr takes it: (tag, permissions[, id]). Tags: 1 owner, 2 user, 4 group owner, 8 group, 16 mask, 32 other."""
    return struct.pack("<I", 2) + b"".join(
        struct.pack("<HHI", tag, permissions, which[0] if which else 0xFFFFFFFF) for tag, permissions, *which in entries)
