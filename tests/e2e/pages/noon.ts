/** A time zone in which it is this hour now, give or take half an hour, whenever the tests run. */
export const zoneWhereItIs = (hour: number): string => {
  const ahead = hour - new Date().getUTCHours()
  // The names of these zones count the other way: Etc/GMT-8 is eight hours ahead.
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}
/** A school day in its middle. */
export const noonZone = (): string => zoneWhereItIs(12)
