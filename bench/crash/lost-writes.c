/* A disk that forgets: remembers what each write replaced until the file is flushed, so that a power cut can be played afterwards.
 *
 * Preloaded (LD_PRELOAD) into PostgreSQL's processes. LOST_WRITES_DIR names the folder that is watched, LOST_WRITES_JOURNAL the file in which
 * every write, truncation, flush and removal of a file is noted before it happens. After all processes were killed, whatever was written and
 * not flushed is put back as it was (see LostWrites.java). A flush itself is not passed on: the journal is what decides, and the real disk
 * need not wait. Made for 64-bit Linux and glibc; for rehearsals only.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define MAGIC 0x4c4f5354u
enum { WRITE = 1, FLUSH = 2, GONE = 3 };

/* One note; a WRITE is followed by `length` bytes: what stood there before. `size` is the file's size before. For a FLUSH, `offset` is the end of
 * the journal when the flush began: only writes noted before that are safe. */
struct note {
  uint32_t magic, kind;
  uint64_t inode;
  int64_t offset, size, length;
};

static int journal = -1;
static const char *watched;
static size_t watched_length;

static ssize_t (*real_writev)(int, const struct iovec *, int);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_pwritev)(int, const struct iovec *, int, off_t);
static ssize_t (*real_write)(int, const void *, size_t);
static int (*real_ftruncate)(int, off_t);
static int (*real_posix_fallocate)(int, off_t, off_t);
static int (*real_fallocate)(int, int, off_t, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_unlink)(const char *);
static int (*real_rename)(const char *, const char *);
static int (*real_truncate)(const char *, off_t);

__attribute__((constructor)) static void begin(void) {
  real_writev = dlsym(RTLD_NEXT, "writev");
  real_pwrite = dlsym(RTLD_NEXT, "pwrite");
  real_pwritev = dlsym(RTLD_NEXT, "pwritev");
  real_write = dlsym(RTLD_NEXT, "write");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate");
  real_truncate = dlsym(RTLD_NEXT, "truncate");
  real_posix_fallocate = dlsym(RTLD_NEXT, "posix_fallocate");
  real_fallocate = dlsym(RTLD_NEXT, "fallocate");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
  real_rename = dlsym(RTLD_NEXT, "rename");
  const char *dir = getenv("LOST_WRITES_DIR"), *path = getenv("LOST_WRITES_JOURNAL");
  if (!dir || !path) return;
  watched = strdup(dir); /* PostgreSQL writes its process title over the environment */
  watched_length = strlen(dir);
  int fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
  if (fd < 0) return;
  /* Out of the way of programs that expect the low numbers free or close them all. */
  journal = fcntl(fd, F_DUPFD_CLOEXEC, 900);
  if (journal < 0) journal = fd; else close(fd);
}

static int is_watched_path(const char *path) {
  return strncmp(path, watched, watched_length) == 0 && path[watched_length] == '/';
}

/* Whether this is an ordinary file of the watched folder; fills in what is known of it. */
static int of_interest(int fd, struct stat *st) {
  if (journal < 0 || fd == journal || fstat(fd, st) != 0 || !S_ISREG(st->st_mode)) return 0;
  char link[32], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, sizeof path - 1);
  if (n <= 0) return 0;
  path[n] = 0;
  return is_watched_path(path);
}

static void note(struct note *head, const void *before) {
  struct iovec parts[2] = {{head, sizeof *head}, {(void *)before, (size_t)head->length}};
  ssize_t all = (ssize_t)(sizeof *head + head->length);
  if (real_writev(journal, parts, head->length > 0 ? 2 : 1) != all) {
    static const char trouble[] = "lost-writes: the journal cannot be written\n";
    real_write(2, trouble, sizeof trouble - 1);
    abort();
  }
}

/* Notes what stands in [offset, offset + length) before it is replaced or cut off. */
static void before(int fd, const struct stat *st, off_t offset, off_t length) {
  struct note head = {MAGIC, WRITE, st->st_ino, offset, st->st_size, 0};
  off_t end = offset + length < st->st_size ? offset + length : st->st_size;
  char *old = NULL;
  if (end > offset) {
    char path[32];
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    int reader = open(path, O_RDONLY | O_CLOEXEC);
    old = malloc((size_t)(end - offset));
    if (reader < 0 || !old) abort();
    while (head.length < end - offset) {
      ssize_t n = pread(reader, old + head.length, (size_t)(end - offset - head.length), offset + head.length);
      if (n <= 0) break;
      head.length += n;
    }
    close(reader);
  }
  note(&head, old);
  free(old);
}

static void flushed(int fd) {
  struct stat st, book;
  if (!of_interest(fd, &st)) return;
  fstat(journal, &book);
  struct note head = {MAGIC, FLUSH, st.st_ino, book.st_size, st.st_size, 0};
  note(&head, NULL);
}

static void gone(const char *path) {
  struct stat st;
  if (journal < 0 || stat(path, &st) != 0 || !S_ISREG(st.st_mode)) return;
  char whole[PATH_MAX];
  if (!realpath(path, whole) || !is_watched_path(whole)) return;
  struct note head = {MAGIC, GONE, st.st_ino, 0, st.st_size, 0};
  note(&head, NULL);
}

static off_t sum(const struct iovec *parts, int count) {
  off_t all = 0;
  for (int i = 0; i < count; i++) all += (off_t)parts[i].iov_len;
  return all;
}

/* Where an ordinary write goes. */
static off_t place(int fd, const struct stat *st) {
  return fcntl(fd, F_GETFL) & O_APPEND ? st->st_size : lseek(fd, 0, SEEK_CUR);
}

ssize_t write(int fd, const void *bytes, size_t length) {
  struct stat st;
  if (length && of_interest(fd, &st)) before(fd, &st, place(fd, &st), (off_t)length);
  return real_write(fd, bytes, length);
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  struct stat st;
  if (of_interest(fd, &st)) before(fd, &st, place(fd, &st), sum(parts, count));
  return real_writev(fd, parts, count);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
  struct stat st;
  if (length && of_interest(fd, &st)) before(fd, &st, offset, (off_t)length);
  return real_pwrite(fd, bytes, length, offset);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t offset) { return pwrite(fd, bytes, length, offset); }

ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) {
  struct stat st;
  if (of_interest(fd, &st)) before(fd, &st, offset, sum(parts, count));
  return real_pwritev(fd, parts, count, offset);
}

ssize_t pwritev64(int fd, const struct iovec *parts, int count, off_t offset) { return pwritev(fd, parts, count, offset); }

int ftruncate(int fd, off_t length) {
  struct stat st;
  if (of_interest(fd, &st)) before(fd, &st, length < st.st_size ? length : st.st_size, st.st_size > length ? st.st_size - length : 0);
  return real_ftruncate(fd, length);
}

int ftruncate64(int fd, off_t length) { return ftruncate(fd, length); }

int truncate(const char *path, off_t length) {
  int fd = journal < 0 ? -1 : open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) return real_truncate(path, length);
  int answer = ftruncate(fd, length), why = errno;
  close(fd);
  errno = why;
  return answer;
}

int truncate64(const char *path, off_t length) { return truncate(path, length); }

int posix_fallocate(int fd, off_t offset, off_t length) {
  struct stat st;
  if (of_interest(fd, &st)) before(fd, &st, st.st_size, 0);
  return real_posix_fallocate(fd, offset, length);
}

int posix_fallocate64(int fd, off_t offset, off_t length) { return posix_fallocate(fd, offset, length); }

int fallocate(int fd, int mode, off_t offset, off_t length) {
  struct stat st;
  if (of_interest(fd, &st)) before(fd, &st, st.st_size, 0);
  return real_fallocate(fd, mode, offset, length);
}

int fallocate64(int fd, int mode, off_t offset, off_t length) { return fallocate(fd, mode, offset, length); }

int fsync(int fd) {
  struct stat st;
  if (!of_interest(fd, &st)) return real_fsync(fd);
  flushed(fd);
  return 0;
}

int fdatasync(int fd) {
  struct stat st;
  if (!of_interest(fd, &st)) return real_fdatasync(fd);
  flushed(fd);
  return 0;
}

int unlink(const char *path) {
  gone(path);
  return real_unlink(path);
}

int rename(const char *from, const char *to) {
  gone(to);
  return real_rename(from, to);
}
