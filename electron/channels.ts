/** Between preload and main. The page never sees or chooses these. */
export const CHANNELS = {
  connect: 'room:connect',
  port: 'room:port',
  print: 'room:print',
  save: 'room:save',
  chooseFolder: 'room:choose-folder',
  lock: 'room:lock',
  locking: 'room:locking',
  readyToLock: 'room:ready-to-lock',
} as const
export type Channel = (typeof CHANNELS)[keyof typeof CHANNELS]
