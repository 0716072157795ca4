/**
 * Keeps what a row was before it changed, as JSON in `revisions`; who and when is stamped by the gate within the same
 * transaction. Part of shipped migrations: it never changes.
 */
export const historyOf = (table: string, id: string, studentId: string, columns: readonly string[]): string =>
  `CREATE TRIGGER ${table}_keep_history AFTER UPDATE ON ${table} WHEN ${columns.map((name) => `NEW.${name} IS NOT OLD.${name}`).join(' OR ')}
  BEGIN INSERT INTO revisions (kind, record_id, student_id, before)
    VALUES ('${table}', OLD.${id}, OLD.${studentId}, json_object(${columns.map((name) => `'${name}', OLD.${name}`).join(', ')})); END;`
