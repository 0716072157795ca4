/*
 * Stands between a program and the disk (LD_PRELOAD). Below QUIETROOM_SHIM_FOLDER it writes down every change in the
 * order in which it was made to QUIETROOM_SHIM_LOG, with the bytes where QUIETROOM_SHIM_BYTES is set, and makes one
 * fail when told to.
 *
 * The program speaks to it by lines written to file descriptor 1, which go no further:
 *   ACK <text>                     a mark in the log: what comes before it was promised to the user
 *   FAIL <k> <errno> <times>       the k-th change from now fails with errno; times 0: and all after it
 *   SHORT <k> <times>              the k-th write from now writes half; times 0: everything after it fails, disk full
 *   KILL <k>                       SIGKILL in place of the k-th change from now
 *   FAKE <bytes>                   a medium that holds so many bytes from now on and takes more: zeros arrive in their place
 *   FORK                           goes on in a copy of the process, QUIETROOM_SHIM_COPY set, that says "PID n"; the process
 *                                  itself waits for its end and says "GONE" then. Only for a process of a single thread
 *   HEAL                           nothing fails any more; the log is told how many changes there were since the order
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#define FILES 4096
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
enum { NOTHING, FAIL, SHORT, KILL, FAKE };

static const char *folder;
static size_t folder_length;
static int log_fd = -1, keeps_bytes;
static char *path_of[FILES];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int order = NOTHING, order_errno, order_times;
static long order_at, changes, taken;

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);

__attribute__((constructor)) static void start(void) {
  real_write = REAL(write);
  real_pwrite = REAL(pwrite);
  folder = getenv("QUIETROOM_SHIM_FOLDER");
  const char *log = getenv("QUIETROOM_SHIM_LOG");
  keeps_bytes = getenv("QUIETROOM_SHIM_BYTES") != NULL;
  if (folder) folder_length = strlen(folder);
  if (folder && log) log_fd = REAL(open)(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_ours(const char *path) { return folder && path && strncmp(path, folder, folder_length) == 0; }
static const char *ours(int fd) { return fd >= 0 && fd < FILES ? path_of[fd] : NULL; }

/* op, path, second path, offset, bytes: 24 bytes of head, little endian. */
static void note(char op, const char *path, const char *other, uint64_t offset, const void *bytes, size_t length) {
  if (log_fd < 0) return;
  if (bytes && !keeps_bytes) bytes = NULL, length = 0;
  struct { char op, pad; uint16_t path, other, pad2; uint64_t offset, length; } __attribute__((packed)) head = {
      op, 0, strlen(path), other ? strlen(other) : 0, 0, offset, length};
  struct iovec parts[] = {{&head, sizeof head}, {(void *)path, head.path}, {(void *)other, head.other}, {(void *)bytes, bytes ? length : 0}};
  static ssize_t (*real)(int, const struct iovec *, int);
  if (!real) real = REAL(writev);
  if (real(log_fd, parts, 4) < 0) abort();
}

/* What is to happen to the change at hand. */
static int strike(int is_write) {
  changes++;
  if (order == NOTHING || order == FAKE || changes < order_at) return NOTHING;
  if (order == KILL) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
  }
  if (order == SHORT && changes == order_at) return is_write ? SHORT : NOTHING;
  if (order_times != 0 && changes >= order_at + order_times) return NOTHING;
  errno = order_errno;
  return FAIL;
}

static int obey(const char *line) {
  long k = 0;
  int number = 0, times = 0;
  if (strncmp(line, "ACK ", 4) == 0) return note('A', line + 4, NULL, 0, NULL, 0), 1;
  if (strncmp(line, "HEAL", 4) == 0) return order = NOTHING, note('H', "", NULL, changes, NULL, 0), 1;
  if (sscanf(line, "FAIL %ld %d %d", &k, &number, &times) == 3) order = FAIL;
  else if (sscanf(line, "SHORT %ld %d", &k, &times) == 2) order = SHORT, number = ENOSPC;
  else if (sscanf(line, "KILL %ld", &k) == 1) order = KILL;
  else if (sscanf(line, "FAKE %ld", &k) == 1) order = FAKE, taken = 0;
  else return 0;
  order_at = k, order_errno = number, order_times = times, changes = 0;
  return 1;
}

static ssize_t change(int fd, const void *bytes, size_t length, off_t offset, int is_placed) {
  pthread_mutex_lock(&lock);
  int what = strike(1);
  if (what == SHORT && (length /= 2) == 0) errno = ENOSPC, what = FAIL;
  ssize_t done = -1;
  if (what != FAIL) {
    void *zeros = order == FAKE && (taken += length) > order_at ? calloc(1, length) : NULL;
    if (zeros) bytes = zeros;
    if (!is_placed) offset = lseek(fd, 0, fcntl(fd, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR);
    done = is_placed ? real_pwrite(fd, bytes, length, offset) : real_write(fd, bytes, length);
    if (done > 0) note('W', ours(fd), NULL, offset, bytes, done);
    free(zeros);
  }
  pthread_mutex_unlock(&lock);
  return done;
}

/* V8 keeps its heap out of copies; here they need it. */
int madvise(void *at, size_t length, int advice) {
  return advice == MADV_DONTFORK ? 0 : REAL(madvise)(at, length, advice);
}

static void go_on_in_a_copy(void) {
  char said[32] = "GONE\n";
  pid_t copy = fork();
  if (copy == 0) {
    setenv("QUIETROOM_SHIM_COPY", "yes", 1);
    snprintf(said, sizeof said, "PID %d\n", getpid());
  } else waitpid(copy, NULL, 0);
  if (real_write(1, said, strlen(said)) < 0) abort();
}

ssize_t write(int fd, const void *bytes, size_t length) {
  if (fd == 1 && folder && length > 3 && length < 250) {
    char line[256] = {0};
    memcpy(line, bytes, length);
    line[strcspn(line, "\n")] = 0;
    if (strcmp(line, "FORK") == 0) return go_on_in_a_copy(), (ssize_t)length;
    pthread_mutex_lock(&lock);
    int obeyed = obey(line);
    pthread_mutex_unlock(&lock);
    if (obeyed) return length;
  }
  return ours(fd) ? change(fd, bytes, length, 0, 0) : real_write(fd, bytes, length);
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
  return ours(fd) ? change(fd, bytes, length, offset, 1) : real_pwrite(fd, bytes, length, offset);
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) { return pwrite(fd, bytes, length, offset); }
ssize_t writev(int fd, const struct iovec *parts, int count) {
  if (!ours(fd)) return REAL(writev)(fd, parts, count);
  return count == 0 ? 0 : write(fd, parts[0].iov_base, parts[0].iov_len);
}

/* A change without bytes: done and noted unless it is to fail. */
#define CHANGE(is_one, op, path, other, offset, call) \
  if (!(is_one)) return call; \
  pthread_mutex_lock(&lock); \
  int result = strike(0) == FAIL ? -1 : call; \
  if (result == 0) note(op, path, other, offset, NULL, 0); \
  pthread_mutex_unlock(&lock); \
  return result;

static int is_folder(int fd) {
  struct stat found;
  return fstat(fd, &found) == 0 && S_ISDIR(found.st_mode);
}
int fsync(int fd) { CHANGE(ours(fd), is_folder(fd) ? 'D' : 'S', ours(fd), NULL, 0, REAL(fsync)(fd)) }
int fdatasync(int fd) { CHANGE(ours(fd), 'S', ours(fd), NULL, 0, REAL(fdatasync)(fd)) }
int ftruncate(int fd, off_t length) { CHANGE(ours(fd), 'T', ours(fd), NULL, length, REAL(ftruncate)(fd, length)) }
int ftruncate64(int fd, off64_t length) { return ftruncate(fd, length); }
int rename(const char *from, const char *to) { CHANGE(is_ours(to), 'R', from, to, 0, REAL(rename)(from, to)) }
int unlink(const char *path) { CHANGE(is_ours(path), 'U', path, NULL, 0, REAL(unlink)(path)) }
int rmdir(const char *path) { CHANGE(is_ours(path), 'U', path, NULL, 0, REAL(rmdir)(path)) }
int mkdir(const char *path, mode_t mode) { CHANGE(is_ours(path), 'M', path, NULL, 0, REAL(mkdir)(path, mode)) }
int remove(const char *path) {
  struct stat found;
  return lstat(path, &found) == 0 && S_ISDIR(found.st_mode) ? rmdir(path) : unlink(path);
}
int unlinkat(int at, const char *path, int flags) {
  char whole[8192] = "", link[64];
  if (path[0] != '/' && at != AT_FDCWD) {
    snprintf(link, sizeof link, "/proc/self/fd/%d", at);
    if (readlink(link, whole, 4000) > 0) strcat(whole, "/");
  }
  strncat(whole, path, 4000);
  CHANGE(is_ours(whole), 'U', whole, NULL, 0, REAL(unlinkat)(at, path, flags))
}

static int opened(int fd, const char *path, int flags, int is_new) {
  if (fd < 0 || fd >= FILES) return fd;
  free(path_of[fd]);
  path_of[fd] = strdup(path);
  if (is_new) note('C', path, NULL, 0, NULL, 0);
  else if (flags & O_TRUNC) note('T', path, NULL, 0, NULL, 0);
  return fd;
}
int openat(int at, const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if (!is_ours(path)) return REAL(openat)(at, path, flags, mode);
  pthread_mutex_lock(&lock);
  int is_new = (flags & O_CREAT) && access(path, F_OK) != 0;
  int is_change = is_new || (flags & O_TRUNC);
  int kept = errno;
  int fd = is_change && strike(0) == FAIL ? -1 : (errno = kept, opened(REAL(openat)(at, path, flags, mode), path, flags, is_new));
  pthread_mutex_unlock(&lock);
  return fd;
}
int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return openat(AT_FDCWD, path, flags, mode);
}
int open64(const char *path, int flags, ...) __attribute__((alias("open")));
int openat64(int at, const char *path, int flags, ...) __attribute__((alias("openat")));
int close(int fd) {
  if (fd >= 0 && fd < FILES && path_of[fd]) {
    pthread_mutex_lock(&lock);
    free(path_of[fd]);
    path_of[fd] = NULL;
    pthread_mutex_unlock(&lock);
  }
  return REAL(close)(fd);
}
