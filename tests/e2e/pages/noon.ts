/** A time zone in which it is noon now, give or take half an hour: a school day in its middle, whenever the tests run. */
export const noonZone = (now = new Date()): string => {
  const ahead = 12 - now.getUTCHours()
  // The names of these zones count the other way: Etc/GMT-8 is eight hours ahead.
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}
