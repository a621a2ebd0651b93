# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A web server that does wrong what servers, networks and people can do wrong: /FAULT/FILE serves FILE of a folder with that fault.

fault_server.py FOLDER [PORT]   prints its port and serves on 127.0.0.1 until it is killed; each request is a line on standard output:
GET PATH STATUS FIRST-BYTE
"""
import hashlib
import os
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PACE = float(os.environ.get("FAULT_PACE", "0"))  # seconds per 64 KiB, so that there is a middle in which to be stopped
count_lock = threading.Lock()
counts = {}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def note(self, status, first=0):
        print("GET", self.path, status, first, flush=True)

    def say(self, status, headers=(), body=b""):
        self.note(status)
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        try:
            self.answer()
        except (BrokenPipeError, ConnectionResetError):
            pass
        finally:
            self.close_connection = True

    def answer(self):
        path = self.path
        if path.startswith("http://"):  # we are a proxy
            path = "/" + path.split("/", 3)[3]
            self.proxied = True
        _, fault, name = (path.split("?")[0] + "//").split("/")[:3]
        fault, _, argument = fault.partition("=")
        with count_lock:
            counts[self.path] = counts.get(self.path, 0) + 1
            nth = counts[self.path]
        if fault == "500" or (fault == "500first" and nth <= int(argument or 1)):
            return self.say(500, body=b"no")
        if fault == "404":
            return self.say(404)
        if fault == "loop":
            return self.say(302, [("Location", self.path)])
        if fault == "redirect":
            n = int(argument)
            return self.say(302, [("Location", "/redirect=%d/%s" % (n - 1, name) if n > 1 else "/plain/" + name)])
        if fault == "elsewhere":
            return self.say(302, [("Location", "file:///etc/passwd")])
        if fault == "416":
            return self.say(416)
        if fault == "hang":
            self.note(0)
            time.sleep(60)
            return
        try:
            with open(os.path.join(folder, os.path.basename(name)), "rb") as f:
                data = f.read()
        except OSError:
            return self.say(404)
        self.serve(fault, argument, nth, data)

    def serve(self, fault, argument, nth, data):
        if fault == "altered" or (fault == "alteredfirst" and nth == 1):
            at = len(data) * 2 // 3
            data = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        if fault == "changing":  # another file each time it is asked for
            data = bytes([nth]) * 7 + data
        etag = '"%s"' % hashlib.sha1(data).hexdigest()
        if self.headers.get("If-None-Match") == etag:
            self.note(304)
            self.send_response(304)
            self.send_header("ETag", etag)
            self.end_headers()
            return
        first, status = 0, 200
        wanted = self.headers.get("Range", "")
        fresh = self.headers.get("If-Range") in (None, etag)
        if wanted.startswith("bytes=") and fresh and fault not in ("norange", "chunked"):
            first, status = int(wanted[6:].split("-")[0]), 206
            if first >= len(data):
                return self.say(416, [("Content-Range", "bytes */%d" % len(data))])
            if fault == "416later":
                return self.say(416)
        self.note(status, first)
        self.send_response(status)
        if fault != "nameless":
            self.send_header("ETag", etag)
        body = data[first:]
        if status == 206:
            shown = first + 11 if fault == "wrongrange" else first
            self.send_header("Content-Range", "bytes %d-%d/%d" % (shown, len(data) - 1, len(data)))
        if fault == "short":  # a whole answer, it says, and is half
            body = body[: len(body) // 2]
        if fault == "chunked":
            self.send_header("Transfer-Encoding", "chunked")
        else:
            self.send_header("Content-Length", str(len(body)))
        if fault == "gzipped":  # a server that takes the ending for a way of transfer
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        stop = len(body)
        if fault == "cut" or (fault == "cutfirst" and nth == 1):
            stop = min(stop, int(argument))
        self.send(body[:stop], fault, first > 0)

    def send(self, body, fault, resumed):
        for at in range(0, len(body), 65536):
            piece = body[at : at + 65536]
            if fault == "slow" and (at > 0 or resumed):  # slow loris: alive, and never done
                for byte in piece:
                    self.wfile.write(bytes([byte]))
                    self.wfile.flush()
                    time.sleep(0.2)
            elif fault == "chunked":
                self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            else:
                self.wfile.write(piece)
            if PACE:
                time.sleep(PACE)
        if fault == "chunked":
            self.wfile.write(b"0\r\n\r\n")
        self.wfile.flush()


class Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True


if __name__ == "__main__":
    folder = sys.argv[1]
    server = Server(("127.0.0.1", int(sys.argv[2]) if len(sys.argv) > 2 else 0), Handler)
    print(server.server_address[1], flush=True)
    server.serve_forever()
