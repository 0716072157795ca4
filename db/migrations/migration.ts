/** One step of the schema. `version` is the `user_version` it leads to. */
export type Migration = { version: number; name: string; sql: string }
