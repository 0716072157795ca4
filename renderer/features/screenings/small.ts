/** Numbers of students below which a cell can be hidden; 0 shows everything. */
export const SMALL = [3, 5, 0] as const
