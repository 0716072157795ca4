/** A file as it comes, in bytes. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024
/** Beyond these it is no roster of a school, whatever it is. */
export const MOST_ROWS = 50_000
export const MOST_COLUMNS = 1000
export const MOST_CELLS = 3_000_000
