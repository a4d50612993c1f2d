#pragma once
#include <sqlite3.h>

/// Forbids changes to the schema's own tables and other ways of corrupting the file through SQL.
/// Swift cannot call the variadic sqlite3_db_config itself.
static inline int tributary_set_defensive(sqlite3 *connection) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}
