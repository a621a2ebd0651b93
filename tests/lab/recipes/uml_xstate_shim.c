// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// LD_PRELOAD for user-mode Linux before 6.13. Its buffer for a process's extended state is 2696 bytes; a processor with AMX
// has some 11 kB of it, and the host refuses a PTRACE_SETREGSET that is not full size (EFAULT: "ptrace set fp regs failed").
// Here such a call is made full size: UML's bytes, with every component beyond its buffer marked as in its initial state.
// Everything else, and every processor with a small state, passes through unchanged.
//
// And: UML restarts by executing itself anew, with its network card's tap still open, which the new one then finds taken (EBUSY).
// The processes it traces were cloned from it and have the tap too; it ends most of them, and none whose memory is still lent out.
// Here it lets go of everything but the console, and of all its children, first.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

enum { regsetXstate = 0x202, headerOffset = 512, componentsInside = 0x3ff }; // x87 .. PKRU fit into UML's buffer

static unsigned char full[65536] __attribute__((aligned(64)));
static size_t fullSize; // what this host wants; 0 until asked

static long setXstate(pid_t pid, void *kind, struct iovec *given)
{
    if (fullSize == 0) {
        struct iovec probe = {full, sizeof full};
        if (syscall(SYS_ptrace, PTRACE_GETREGSET, pid, kind, &probe) == 0)
            fullSize = probe.iov_len;
    }
    if (fullSize <= given->iov_len || given->iov_len < headerOffset + sizeof(uint64_t))
        return syscall(SYS_ptrace, PTRACE_SETREGSET, pid, kind, given);
    memset(full, 0, fullSize);
    memcpy(full, given->iov_base, given->iov_len);
    uint64_t components;
    memcpy(&components, full + headerOffset, sizeof components);
    components &= componentsInside;
    memcpy(full + headerOffset, &components, sizeof components);
    struct iovec whole = {full, fullSize};
    return syscall(SYS_ptrace, PTRACE_SETREGSET, pid, kind, &whole);
}

long ptrace(enum __ptrace_request request, ...)
{
    va_list list;
    va_start(list, request);
    const pid_t pid = va_arg(list, pid_t);
    void *address = va_arg(list, void *);
    void *data = va_arg(list, void *);
    va_end(list);
    if (request == PTRACE_SETREGSET && (uintptr_t)address == regsetXstate)
        return setXstate(pid, address, data);
    if (request == PTRACE_PEEKTEXT || request == PTRACE_PEEKDATA || request == PTRACE_PEEKUSER) {
        long word = 0; // the C library's form of these three returns the word
        if (syscall(SYS_ptrace, request, pid, address, &word) < 0)
            return -1;
        errno = 0;
        return word;
    }
    return syscall(SYS_ptrace, request, pid, address, data);
}

static void endChildren(void)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)getpid());
    FILE *list = fopen(path, "re");
    int child;
    while (list && fscanf(list, "%d", &child) == 1)
        kill(child, SIGKILL);
    while (waitpid(-1, NULL, __WALL) > 0 || errno == EINTR)
        ;
}

// Its helpers (port-helper, xterm) are executed by other means, and have another name.
int execvp(const char *file, char *const arguments[])
{
    int (*const next)(const char *, char *const[]) = (int (*)(const char *, char *const[]))dlsym(RTLD_NEXT, "execvp");
    if (strcmp(file, program_invocation_name) == 0) {
        endChildren();
        close_range(STDERR_FILENO + 1, ~0U, 0);
    }
    return next(file, arguments);
}
