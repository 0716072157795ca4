/**
 * Of a double click only the first counts: the second would fall on whatever has come into the same place meanwhile, the next
 * question. A click by keyboard has the detail 0.
 */
export const isSecondClick = ({ detail }: { detail: number }): boolean => detail > 0 && detail % 2 === 0
