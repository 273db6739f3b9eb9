// Wall-clock times of a time zone and what offset they have, over the hours that the clock skips or repeats.

export interface Wall {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

export interface Offset {
  readonly minutes: number
  /** `twice`: the clock showed this time twice and the first is meant; `never`: the clock skipped it. */
  readonly clock: 'once' | 'twice' | 'never'
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const fresh = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(timeZone, fresh)
  return fresh
}

/** What the clock of the zone shows at an instant. */
export function wallAt(epochMs: number, timeZone: string): Wall {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(epochMs)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0
  const [year, month, day] = [part('year'), part('month'), part('day')]
  return { year, month, day, hour: part('hour'), minute: part('minute'), second: part('second') }
}

/** The offset of a wall-clock time. A skipped time keeps the offset from before the clock moved on. */
export function offsetOf(wall: Wall, timeZone: string): Offset {
  const asUtc = epochOf(wall)
  const dayMs = 86_400_000
  const before = offsetAt(asUtc - dayMs, timeZone)
  const after = offsetAt(asUtc + dayMs, timeZone)
  const fits = [...new Set([before, after])].filter((minutes) => offsetAt(asUtc - minutes * 60_000, timeZone) === minutes)
  if (fits.length === 0) return { minutes: before, clock: 'never' }
  return { minutes: fits[0] ?? before, clock: fits.length > 1 ? 'twice' : 'once' }
}

const quarterMs = 900_000
const offsets = new Map<string, number>()

/** Minutes east of Greenwich at an instant. Zones change only on a quarter of an hour, so the answer is kept for each. */
export function offsetAt(epochMs: number, timeZone: string): number {
  const quarter = Math.floor(epochMs / quarterMs)
  const key = `${timeZone} ${quarter}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const at = quarter * quarterMs
  const minutes = Math.round((epochOf(wallAt(at, timeZone)) - at) / 60_000)
  if (offsets.size > 20_000) offsets.clear()
  offsets.set(key, minutes)
  return minutes
}

export function epochOf({ year, month, day, hour, minute, second }: Wall): number {
  const date = new Date(Date.UTC(2000, month - 1, day, hour, minute, second))
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime()
}

export function isTimeZone(name: string): boolean {
  try {
    return formatOf(name) !== undefined
  } catch {
    return false
  }
}
