/**
 * One step of the schema. `version` is the `user_version` it leads to. A step may add rows to tables it makes itself; of
 * the others only those named in `changes` may have another number of rows afterwards.
 */
export type Migration = { version: number; name: string; sql: string; changes?: readonly string[] }
