#pragma once
#include <sqlite3.h>

/// Forbids changes to the schema's own tables and other ways of corrupting the file through SQL.
/// Swift cannot call the variadic sqlite3_db_config itself.
static inline int tributary_set_defensive(sqlite3 *connection) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}

/// Spares SQLite the counting of its memory under a lock. Counts only before the library's first use.
static inline void tributary_count_no_memory(void) {
  (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// Reads the first bytes of a connection's file, past its cache. Goes through the descriptor that
/// SQLite holds: closing another one of the same file would give up SQLite's locks on it.
static inline int tributary_read_header(sqlite3 *connection, unsigned char *bytes, int count) {
  sqlite3_file *file = 0;
  int code = sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (code != SQLITE_OK) return code;
  if (!file || !file->pMethods) return SQLITE_CANTOPEN;
  return file->pMethods->xRead(file, bytes, count, 0);
}
