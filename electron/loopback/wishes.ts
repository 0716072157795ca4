/** What a start may ask for. Nothing secret ever stands here: other programs can read a command line. */
export type Wishes = {
  /** Open the practice vault at once. */
  practice: boolean
  /** Print the address even where a window could open. */
  addressOnly: boolean
}

export const readWishes = (args: readonly string[]): Wishes => ({
  practice: args.includes('--practice'),
  addressOnly: args.includes('--address'),
})

export const hasDisplay = (
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): boolean => platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
