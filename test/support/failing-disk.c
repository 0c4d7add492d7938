// A disk that fails when it is told to: put before PostgreSQL by LD_PRELOAD, it counts the calls that change files below
// the server's folder, makes one of them fail, or kills the server there, and notes what a power cut would take back.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

// What failing-disk.ts knows of this file: the two must agree.
enum { WRITE, SYNC, SIZE, RENAME, CREATE, HINT };
enum { WAL, TABLES, CONTROL, OTHER };
enum { NOTHING, EIO_ERROR, ENOSPC_ERROR, SHORT, KILL_BEFORE, KILL_AFTER };
enum { TRACE_BYTES = 128, TRACES = 8000 };

struct control {
  _Atomic int64_t armed, strike_at, way, kinds, places, lasting, seen, struck, traced, journalling;
  int64_t room[502];
  char traces[TRACES][TRACE_BYTES];
};

static struct control *control;
static char folder[PATH_MAX];
static size_t folder_length;
static int journal = -1;
static const char *kind_names[] = {"write", "sync", "size", "rename", "create", "hint"};
static const char *place_names[] = {"wal", "tables", "control", "other"};

#define REAL(name) ((__typeof__(&name))real(#name))
static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("LICET_FAILING_DISK");
  const char *of = getenv("LICET_FAILING_FOLDER");
  if (path == NULL || of == NULL || strcmp(program_invocation_short_name, "postgres") != 0) return;
  int fd = REAL(open)(path, O_RDWR | O_CLOEXEC);
  if (fd < 0) return;
  void *shared = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close(fd);
  if (shared == MAP_FAILED) return;
  char journal_path[PATH_MAX + 16];
  snprintf(journal_path, sizeof journal_path, "%s.journal", path);
  journal = REAL(open)(journal_path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  folder_length = strlen(of);
  memcpy(folder, of, folder_length + 1);
  control = shared;
}

// The path within the server's folder, or NULL for what is none of the disk's: sockets, pipes, shared memory, its log.
static const char *within(const char *path) {
  if (path[0] != '/') return path;
  if (strncmp(path, folder, folder_length) != 0 || path[folder_length] != '/') return NULL;
  return path + folder_length + 1;
}

static const char *path_of(int fd, char *space) {
  char link[40];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, space, PATH_MAX - 1);
  if (length <= 0 || space[0] != '/') return NULL;
  space[length] = 0;
  return within(space);
}

static int place_of(const char *path) {
  if (strncmp(path, "pg_wal", 6) == 0) return WAL;
  if (strcmp(path, "global/pg_control") == 0) return CONTROL;
  static const char *tables[] = {"base/", "global/", "pg_xact/", "pg_multixact/", "pg_subtrans/", "pg_commit_ts/"};
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
    if (strncmp(path, tables[i], strlen(tables[i])) == 0) return TABLES;
  return OTHER;
}

// Every process of the server at once, as a power cut or the kernel would: all of them work in its folder.
static void kill_server(void) {
  DIR *processes = opendir("/proc");
  struct dirent *entry;
  while (processes && (entry = readdir(processes))) {
    pid_t pid = atoi(entry->d_name);
    char link[280], cwd[PATH_MAX];
    if (pid <= 0 || pid == getpid()) continue;
    snprintf(link, sizeof link, "/proc/%s/cwd", entry->d_name);
    ssize_t length = readlink(link, cwd, sizeof cwd - 1);
    if (length == (ssize_t)folder_length && strncmp(cwd, folder, folder_length) == 0) kill(pid, SIGKILL);
  }
  kill(getpid(), SIGKILL);
}

// What is to become of this call. KILL_BEFORE does not return.
static int struck_by(int kind, const char *path) {
  if (control == NULL || path == NULL || !control->armed) return NOTHING;
  int place = place_of(path);
  if (!(control->kinds & (1 << kind)) || !(control->places & (1 << place))) return NOTHING;
  int64_t nth = ++control->seen;
  int64_t line = control->traced++;
  if (line < TRACES)
    snprintf(control->traces[line], TRACE_BYTES, "%s %s %s", kind_names[kind], place_names[place], path);
  if (control->strike_at == 0 || nth < control->strike_at) return NOTHING;
  if (nth > control->strike_at && !control->lasting) return NOTHING;
  control->struck++;
  if (control->way == KILL_BEFORE) kill_server();
  return control->way;
}

static int error_of(int way) {
  return way == ENOSPC_ERROR ? ENOSPC : way == EIO_ERROR ? EIO : 0;
}

static void after(int way) {
  if (way != KILL_AFTER) return;
  kill_server();
}

// The journal: what stood where something is about to be written, and which files were brought to the disk since.
struct note {
  uint32_t type, path_length;
  uint64_t offset, length, upto;
};

static void note(uint32_t type, const char *path, uint64_t offset, const void *bytes, uint64_t length, uint64_t upto) {
  struct note head = {type, strlen(path), offset, length, upto};
  struct iovec parts[] = {{&head, sizeof head}, {(void *)path, head.path_length}, {(void *)bytes, length}};
  REAL(writev)(journal, parts, 3);
}

static int journalling(const char *path) {
  return control != NULL && path != NULL && journal >= 0 && control->journalling;
}

static void note_write(int fd, const char *path, off_t offset, size_t length) {
  if (!journalling(path)) return;
  int saved = errno;
  if (offset < 0) offset = lseek(fd, 0, SEEK_CUR);
  char *before = calloc(1, length);
  // What is beyond the end of the file comes back as zeros.
  if (pread(fd, before, length, offset) < 0) memset(before, 0, length);
  note('W', path, offset, before, length, 0);
  free(before);
  errno = saved;
}

static uint64_t journal_end(void) {
  struct stat state;
  return journal >= 0 && fstat(journal, &state) == 0 ? state.st_size : 0;
}

static size_t total(const struct iovec *parts, int count) {
  size_t bytes = 0;
  for (int i = 0; i < count; i++) bytes += parts[i].iov_len;
  return bytes;
}

#define WRITE_CALL(length_of, offset_of, half, whole)                  \
  char space[PATH_MAX];                                                \
  const char *path = control ? path_of(fd, space) : NULL;              \
  int way = struck_by(WRITE, path);                                    \
  if (error_of(way)) return errno = error_of(way), -1;                 \
  note_write(fd, path, offset_of, length_of);                          \
  ssize_t written = way == SHORT ? (half) : (whole);                   \
  after(way);                                                          \
  return written;

ssize_t write(int fd, const void *bytes, size_t length) {
  WRITE_CALL(length, -1, REAL(write)(fd, bytes, length / 2), REAL(write)(fd, bytes, length))
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
  WRITE_CALL(length, offset, REAL(pwrite)(fd, bytes, length / 2, offset), REAL(pwrite)(fd, bytes, length, offset))
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) { return pwrite(fd, bytes, length, offset); }
ssize_t writev(int fd, const struct iovec *parts, int count) {
  WRITE_CALL(total(parts, count), -1, REAL(write)(fd, parts->iov_base, parts->iov_len / 2), REAL(writev)(fd, parts, count))
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) {
  WRITE_CALL(total(parts, count), offset, REAL(pwrite)(fd, parts->iov_base, parts->iov_len / 2, offset),
             REAL(pwritev)(fd, parts, count, offset))
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t offset) { return pwritev(fd, parts, count, offset); }

// A short way makes no sense for these: it is an input or output error.
#define OTHER_CALL(kind, of, failed, call, done)                       \
  char space[PATH_MAX];                                                \
  (void)space;                                                         \
  const char *path = control ? (of) : NULL;                            \
  int way = struck_by(kind, path);                                     \
  if (way == SHORT) way = EIO_ERROR;                                   \
  int error = error_of(way);                                           \
  if (error) return failed;                                            \
  uint64_t upto = journalling(path) ? journal_end() : 0;               \
  (void)upto;                                                          \
  __typeof__(call) result = call;                                      \
  if (result == 0 && journalling(path)) { done; }                      \
  after(way);                                                          \
  return result;

int fsync(int fd) {
  OTHER_CALL(SYNC, path_of(fd, space), (errno = error, -1), REAL(fsync)(fd), note('S', path, 0, "", 0, upto))
}
int fdatasync(int fd) {
  OTHER_CALL(SYNC, path_of(fd, space), (errno = error, -1), REAL(fdatasync)(fd), note('S', path, 0, "", 0, upto))
}
int sync_file_range(int fd, off64_t offset, off64_t length, unsigned flags) {
  OTHER_CALL(HINT, path_of(fd, space), (errno = error, -1), REAL(sync_file_range)(fd, offset, length, flags), (void)0)
}
int ftruncate(int fd, off_t length) {
  OTHER_CALL(SIZE, path_of(fd, space), (errno = error, -1), REAL(ftruncate)(fd, length), (void)0)
}
int ftruncate64(int fd, off64_t length) { return ftruncate(fd, length); }
int truncate(const char *name, off_t length) {
  OTHER_CALL(SIZE, within(name), (errno = error, -1), REAL(truncate)(name, length), (void)0)
}
int posix_fallocate(int fd, off_t offset, off_t length) {
  OTHER_CALL(SIZE, path_of(fd, space), error, REAL(posix_fallocate)(fd, offset, length), (void)0)
}
int posix_fallocate64(int fd, off64_t offset, off64_t length) { return posix_fallocate(fd, offset, length); }
int rename(const char *from, const char *to) {
  OTHER_CALL(RENAME, within(to), (errno = error, -1), REAL(rename)(from, to),
             note('R', path, 0, from, strlen(from), 0))
}

static int open_any(const char *name, int flags, mode_t mode) {
  if (control && (flags & O_CREAT) && access(name, F_OK) != 0) {
    int way = struck_by(CREATE, within(name));
    if (way == SHORT) way = EIO_ERROR;
    if (error_of(way)) return errno = error_of(way), -1;
    int fd = REAL(open)(name, flags, mode);
    after(way);
    return fd;
  }
  return REAL(open)(name, flags, mode);
}
#define MODE_OF(flags)                                                 \
  mode_t mode = 0;                                                     \
  if ((flags) & (O_CREAT | O_TMPFILE)) {                               \
    va_list more;                                                      \
    va_start(more, flags);                                             \
    mode = va_arg(more, mode_t);                                       \
    va_end(more);                                                      \
  }
int open(const char *name, int flags, ...) {
  MODE_OF(flags)
  return open_any(name, flags, mode);
}
int open64(const char *name, int flags, ...) {
  MODE_OF(flags)
  return open_any(name, flags, mode);
}
